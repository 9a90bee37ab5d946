import type { Caller, DossierView } from "@motcua/handlers";
import type { Hono } from "hono";
import { FILE_PATH, fileAnswer } from "../pages/file-answer.ts";
import { notFoundPage } from "../pages/message-page.tsx";
import { PAPER_PATH, paperAnswer } from "../pages/paper-answer.ts";
import { pdfAnswer } from "../pages/download-answer.ts";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext, PortalEnv } from "../portal.ts";
import { WORK } from "./applicant-task.tsx";
import { answerConfirm, revokeWithdrawal, startSupplement, withdraw } from "./dossier-acts.ts";
import { dossierListPage } from "./dossier-list-page.tsx";
import { dossierPage } from "./dossier-page.tsx";
import { rateDossier } from "./rate-dossier.ts";
import { REVOKE } from "./revoke-part.tsx";
import { tellWork } from "./tell-work.ts";
import { withdrawPage } from "./withdraw-page.tsx";

/** A dossier of the person who is logged in. */
export interface OwnDossier {
  readonly caller: Caller;
  readonly view: DossierView;
}

type Page = (c: PortalContext, portal: Portal, own: OwnDossier) => Response | Promise<Response>;

/** A citizen's own dossiers. Foreign and unknown ones answer alike, an officer's view is elsewhere. */
export function dossierRoutes(app: Hono<PortalEnv>, portal: Portal): void {
  const on = (page: Page) => (c: PortalContext) => withDossier(c, portal, page);
  app.get("/ho-so", (c) => {
    const caller = c.get("visit").caller();
    return caller === undefined ? toLogin(c) : dossierListPage(c, portal, caller);
  });
  app.get("/ho-so/:code", on((c, _, { view }) => dossierPage(c, portal, { view, mistakes: [] })));
  app.get("/ho-so/:code/giay-tiep-nhan.pdf", on(receipt));
  app.get(`/ho-so/:code/${FILE_PATH}`, on((c, at, { caller }) => fileAnswer(c, at, caller)));
  app.get(`/ho-so/:code/${PAPER_PATH}`, on((c, at, { caller }) => paperAnswer(c, at, caller)));
  app.post("/ho-so/:code/xac-nhan", on(answerConfirm));
  app.post(`/ho-so/:code/${WORK}`, on(tellWork));
  app.post("/ho-so/:code/danh-gia", on(rateDossier));
  app.get("/ho-so/:code/rut", on((c, _, { view }) => withdrawPage(c, portal, { view, mistakes: [] })));
  app.post("/ho-so/:code/rut", on(withdraw));
  app.post(`/ho-so/:code/${REVOKE}`, on(revokeWithdrawal));
  app.post("/ho-so/:code/bo-sung", on(startSupplement));
}

function toLogin(c: PortalContext): Response {
  return seeOther(c, `/dang-nhap?ve=${encodeURIComponent(c.req.method === "GET" ? c.req.path : "/ho-so")}`);
}

async function withDossier(c: PortalContext, portal: Portal, page: Page): Promise<Response> {
  const caller = c.get("visit").caller();
  if (caller === undefined) return toLogin(c);
  const found = await portal.handlers.dossier(caller, c.req.param("code") ?? "");
  if (!found.ok || found.value.state.account !== caller.sub) return notFoundPage(c, portal);
  return page(c, portal, { caller, view: found.value });
}

async function receipt(c: PortalContext, portal: Portal, { caller, view }: OwnDossier): Promise<Response> {
  const { code } = view.state;
  const made = await portal.handlers.receipt({ caller, code, baseUrl: c.get("base") });
  return made.ok ? pdfAnswer(c, made.value, `giay-tiep-nhan-${code}.pdf`) : notFoundPage(c, portal);
}
