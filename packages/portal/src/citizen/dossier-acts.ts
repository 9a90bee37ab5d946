import { sha256 } from "@motcua/handlers";
import { localDate } from "@motcua/calendar";
import { mayWithdraw, type GivenDocument } from "@motcua/dossier";
import type { Draft, DraftDocument } from "../draft/draft.ts";
import { isObject } from "../form/json-pointer.ts";
import { journeyOf, PAGE, pagePath } from "../journey/journey.ts";
import { plainMistakes } from "../pages/error-summary.tsx";
import { notFoundPage } from "../pages/message-page.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { dossierPage } from "./dossier-page.tsx";
import type { OwnDossier } from "./dossier-routes.tsx";
import { withdrawPage } from "./withdraw-page.tsx";

/** Longest text taken, in characters. */
const MOST_TEXT = 2000;

/** The applicant's word on a draft of the result. */
export async function answerConfirm(c: PortalContext, portal: Portal, { caller, view }: OwnDossier): Promise<Response> {
  const body = c.get("body");
  const { code } = view.state;
  const [task, outcome, note] = [body.text("viec"), body.text("tra_loi"), body.text("ghi_chu").slice(0, MOST_TEXT)];
  const act = { act: "complete", task, outcome, ...(note === "" ? {} : { note }) } as const;
  const done = await portal.handlers.act(caller, code, act, sha256(JSON.stringify([caller.sub, code, act])));
  if (!done.ok) return dossierPage(c, portal, { view, mistakes: plainMistakes(done.problems) });
  c.get("visit").change({ notice: "Đã ghi nhận ý kiến của ông/bà." });
  return seeOther(c, `/ho-so/${code}`);
}

/** Takes the dossier back. A second click is the same act on the same state: it is done once. */
export async function withdraw(c: PortalContext, portal: Portal, { caller, view }: OwnDossier): Promise<Response> {
  const body = c.get("body");
  const { code } = view.state;
  const reason = body.text("ly_do").slice(0, MOST_TEXT);
  const act = { act: "withdraw", ...(reason === "" ? {} : { reason }) } as const;
  const done = await portal.handlers.act(caller, code, act, sha256(JSON.stringify([caller.sub, code, body.text("lan"), act])));
  const module = await portal.catalogue.load(view.procedure.code, view.procedure.version);
  if (!done.ok) return module !== undefined && mayWithdraw(module.procedure, view.state) ? withdrawPage(c, portal, { view, mistakes: plainMistakes(done.problems) }) : dossierPage(c, portal, { view, mistakes: plainMistakes(done.problems) });
  c.get("visit").change({ notice: "Đã rút hồ sơ." });
  return seeOther(c, `/ho-so/${code}`);
}

/** Takes a withdrawal back; a second click is the same act on the same state. */
export async function revokeWithdrawal(c: PortalContext, portal: Portal, { caller, view }: OwnDossier): Promise<Response> {
  const { code } = view.state;
  const act = { act: "revoke-withdrawal" } as const;
  const done = await portal.handlers.act(caller, code, act, sha256(JSON.stringify([caller.sub, code, c.get("body").text("lan"), act])));
  if (!done.ok) return dossierPage(c, portal, { view, mistakes: plainMistakes(done.problems) });
  c.get("visit").change({ notice: "Hồ sơ được giải quyết tiếp." });
  return seeOther(c, `/ho-so/${code}`);
}

/** Begins a supplement where none is begun: what was filed, open to be mended, under the version it was filed with. */
export async function startSupplement(c: PortalContext, portal: Portal, { view }: OwnDossier): Promise<Response> {
  const { state, procedure } = view;
  const owner = c.get("visit").owner();
  const begun = (await portal.drafts.list(owner)).find(({ dossier }) => dossier === state.code);
  if (state.phase !== "supplement") return notFoundPage(c, portal);
  const module = await portal.catalogue.load(procedure.code, procedure.version);
  if (module === undefined) return notFoundPage(c, portal);
  if (begun !== undefined) return seeOther(c, pagePath(begun, PAGE.documents));
  const log = await portal.handlers.log({ sub: state.account ?? "" }, state.code);
  const requests = log.ok ? log.value.flatMap(({ events }) => events).filter((event) => event.type === "supplement-requested") : [];
  const draft: Draft = {
    id: portal.random(16),
    owner,
    purpose: "supplement",
    dossier: state.code,
    submittedOn: localDate(state.submittedAt),
    asked: (requests.at(-1)?.defects ?? []).flatMap(({ document }) => document ?? []),
    procedure: procedure.code,
    version: procedure.version,
    channel: state.channel,
    form: isObject(view.form) ? view.form : {},
    answers: {},
    documents: Object.fromEntries(state.documents.map((given) => [given.id, draftDocument(given)])),
    done: [],
    uploads: {},
    key: portal.random(32),
  };
  await portal.drafts.save({ ...draft, done: journeyOf(portal, module, draft).pages.map(({ id }) => id) });
  return seeOther(c, pagePath(draft, PAGE.documents));
}

function draftDocument({ electronic, presented, retrieved, files = [], issuedOn }: GivenDocument): DraftDocument {
  const way = electronic === true ? "electronic" : presented === true ? "presented" : retrieved === true ? "retrieved" : "paper";
  return { way, files, ...(issuedOn === undefined ? {} : { issuedOn }) };
}
