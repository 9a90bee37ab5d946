import { sha256 } from "@motcua/handlers";
import { plainMistakes } from "../pages/error-summary.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { dossierPage } from "./dossier-page.tsx";
import type { OwnDossier } from "./dossier-routes.tsx";

/** Longest comment taken, in characters. */
const MOST_TEXT = 2000;

/** The applicant's rating. A second click is the same act: it is done once; where no score was chosen, the page says so. */
export async function rateDossier(c: PortalContext, portal: Portal, { caller, view }: OwnDossier): Promise<Response> {
  const body = c.get("body");
  const { code } = view.state;
  const comment = body.text("gop_y").slice(0, MOST_TEXT);
  const act = { act: "rate", score: Number(body.text("diem")), ...(comment.trim() === "" ? {} : { comment }) } as const;
  const done = await portal.handlers.act(caller, code, act, sha256(JSON.stringify([caller.sub, code, act])));
  if (!done.ok) return dossierPage(c, portal, { view, mistakes: plainMistakes(done.problems) });
  c.get("visit").change({ notice: "Cảm ơn ông/bà đã đánh giá." });
  return seeOther(c, `/ho-so/${code}`);
}
