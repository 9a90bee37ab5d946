import type { Hono } from "hono";
import { notFoundPage } from "../pages/message-page.tsx";
import { FILE_PATH, fileAnswer } from "../pages/file-answer.ts";
import { PAPER_PATH, paperAnswer } from "../pages/paper-answer.ts";
import { pdfAnswer } from "../pages/download-answer.ts";
import { render, seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext, PortalEnv } from "../portal.ts";
import { showAct, takeAct } from "./act-page.tsx";
import { ACT_PAGES } from "./act-pages.tsx";
import { BULK } from "./bulk-form.tsx";
import { takeBulk } from "./bulk-page.tsx";
import { beginAtCounter, COUNTER, showCounter } from "./counter-page.tsx";
import { withDossier } from "./desk-dossier.ts";
import { showDossier } from "./dossier-page.tsx";
import { beginSupplement, SUPPLEMENT_HERE } from "./for-applicant.tsx";
import { DUTIES, END_DUTY, endDuty, showDuties, takeDuties } from "./duties-page.tsx";
import { DESK, deskPath, forOfficer, type Officer } from "./officer.ts";
import { REGISTER, REGISTER_PDF, registerPdf, showRegister } from "./register-page.tsx";
import { roleNames } from "./role-names.ts";
import { SEARCH, showSearch, takeSearch } from "./search-page.tsx";
import { showStandIn, STAND_IN, takeStandIn } from "./stand-in-page.tsx";
import { takeTask } from "./task-page.tsx";
import { readFilter } from "./worklist-filter.ts";
import { WorklistPage } from "./worklist-page.tsx";

const DOSSIER = `${DESK}/ho-so/:code`;

/** Worklist, dossiers and acts of officers. Who they are and what is theirs is read from the table at every request. */
export function deskRoutes(app: Hono<PortalEnv>, portal: Portal): void {
  app.get("/ho-so/:code", async (c, next) => ((await enteredAtDesk(c, portal)) ? seeOther(c, deskPath(c.req.param("code"))) : next()));
  app.get(DESK, (c) => forOfficer(c, portal, { back: hereOf(c), page: (officer) => worklist(c, portal, officer) }));
  app.get(COUNTER, (c) => forOfficer(c, portal, { back: hereOf(c), page: () => showCounter(c, portal) }));
  app.post(`${COUNTER}/:procedure`, (c) => forOfficer(c, portal, { back: COUNTER, page: (officer) => beginAtCounter(c, portal, officer) }));
  app.get(`${DESK}/ho-so`, (c) => openByCode(c));
  app.get(SEARCH, (c) => forOfficer(c, portal, { back: SEARCH, page: (officer) => showSearch(c, portal, officer) }));
  app.post(SEARCH, (c) => forOfficer(c, portal, { back: DESK, page: () => takeSearch(c) }));
  app.get(BULK, (c) => seeOther(c, DESK));
  app.post(BULK, (c) => forOfficer(c, portal, { back: DESK, page: (officer) => takeBulk(c, portal, officer) }));
  app.get(DOSSIER, (c) => forOfficer(c, portal, { back: hereOf(c), page: (officer) => withDossier(c, portal, { officer, page: (dossier) => showDossier(c, portal, { dossier }) }) }));
  app.post(`${DOSSIER}/viec`, (c) => takeTask(c, portal));
  for (const page of ACT_PAGES) {
    app.get(`${DOSSIER}/${page.path}`, (c) => showAct(c, portal, page));
    app.post(`${DOSSIER}/${page.path}`, (c) => takeAct(c, portal, page));
  }
  app.post(`${DOSSIER}/${SUPPLEMENT_HERE}`, (c) => forOfficer(c, portal, { back: deskPath(c.req.param("code")), page: (officer) => beginSupplement(c, portal, officer) }));
  app.get(`${DOSSIER}/${FILE_PATH}`, (c) => forOfficer(c, portal, { back: hereOf(c), page: ({ caller }) => fileAnswer(c, portal, caller) }));
  app.get(`${DOSSIER}/${PAPER_PATH}`, (c) => forOfficer(c, portal, { back: hereOf(c), page: ({ caller }) => paperAnswer(c, portal, caller) }));
  app.get(DUTIES, (c) => forOfficer(c, portal, { back: DUTIES, page: (officer) => showDuties(c, portal, officer) }));
  app.post(DUTIES, (c) => forOfficer(c, portal, { back: DUTIES, page: (officer) => takeDuties(c, portal, officer) }));
  app.post(END_DUTY, (c) => forOfficer(c, portal, { back: DUTIES, page: (officer) => endDuty(c, portal, officer) }));
  app.get(`${STAND_IN}/:id`, (c) => forOfficer(c, portal, { back: hereOf(c), page: (officer) => showStandIn(c, portal, officer) }));
  app.post(`${STAND_IN}/:id`, (c) => forOfficer(c, portal, { back: hereOf(c), page: (officer) => takeStandIn(c, portal, officer) }));
  app.get(REGISTER, (c) => forOfficer(c, portal, { back: hereOf(c), page: (officer) => showRegister(c, portal, officer) }));
  app.get(REGISTER_PDF, (c) => forOfficer(c, portal, { back: hereOf(c), page: (officer) => registerPdf(c, portal, officer) }));
  app.get(`${DOSSIER}/giay-tiep-nhan.pdf`, (c) => forOfficer(c, portal, { back: hereOf(c), page: (officer) => receipt(c, portal, officer) }));
}

/** Whether an officer comes to an applicant's page of a dossier without an account: whoever entered something for its applicant goes on at the desk. */
async function enteredAtDesk(c: PortalContext, portal: Portal): Promise<boolean> {
  const visit = c.get("visit");
  const caller = visit.caller();
  if (caller === undefined || visit.person()?.officer !== true) return false;
  const found = await portal.handlers.dossier(caller, c.req.param("code") ?? "");
  return found.ok && found.value.state.account === undefined;
}

/** The path that was asked for, to come back to after login. */
function hereOf(c: PortalContext): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
}

async function worklist(c: PortalContext, portal: Portal, { caller }: Officer): Promise<Response> {
  const filter = readFilter((name) => c.req.query(name));
  const found = await portal.handlers.worklist(caller, filter.from === "" ? {} : { cursor: filter.from });
  const { items: lines, cursor } = found.ok ? found.value : { items: [], cursor: undefined };
  const roleName = await roleNames(portal, lines);
  return render(c, portal, {
    options: { title: "Việc cần làm" },
    children: <WorklistPage lines={lines} filter={filter} next={cursor} roleName={roleName} province={portal.province} csrf={c.get("visit").csrf()} />,
  });
}

/** Leads to a dossier whose code was typed; whether it may be seen is decided there. */
function openByCode(c: PortalContext): Response {
  const code = (c.req.query("ma") ?? "").trim().toUpperCase();
  return seeOther(c, code === "" ? DESK : deskPath(code));
}

async function receipt(c: PortalContext, portal: Portal, { caller }: Officer): Promise<Response> {
  const code = c.req.param("code") ?? "";
  const made = await portal.handlers.receipt({ caller, code, baseUrl: c.get("base") });
  return made.ok ? pdfAnswer(c, made.value, `giay-tiep-nhan-${code}.pdf`) : notFoundPage(c, portal);
}
