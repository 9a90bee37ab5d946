import type { Hono } from "hono";
import { messagePage, notFoundPage } from "../pages/message-page.tsx";
import { seeOther } from "../pages/render.tsx";
import { moduleInForce, type Portal, type PortalContext, type PortalEnv } from "../portal.ts";
import type { Draft } from "../draft/draft.ts";
import { carriedOver } from "./carried-over.ts";
import { send, showCheck } from "./check-page.tsx";
import { chooseWay, removeFile, uploaded } from "./document-acts.ts";
import { leaveDocuments, showDocuments } from "./document-list-page.tsx";
import { showDocument } from "./document-page.tsx";
import { showDone } from "./done-page.tsx";
import { showHandover, takeHandover } from "./handover-page.tsx";
import { journeyOf, PAGE, pagePath, startPath, type Journey } from "./journey.ts";
import { showQuestions, takeQuestions } from "./question-page.tsx";
import { showSection, takeSection } from "./section-page.tsx";
import { showStart, start } from "./start-page.tsx";

type Page = (c: PortalContext, portal: Portal, journey: Journey) => Response | Promise<Response>;

/** From the first page of a procedure's form to the confirmation. A draft opens for its owner alone. */
export function journeyRoutes(app: Hono<PortalEnv>, portal: Portal): void {
  const on = (page: Page) => (c: PortalContext) => withJourney(c, portal, page);
  const at = (page: string) => `/nop/:draft/${page}`;
  const document = at(`${PAGE.documents}/:document`);
  app.get("/thu-tuc/:code/nop", (c) => showStart(c, portal));
  app.post("/thu-tuc/:code/nop", (c) => start(c, portal));
  app.get("/nop/:draft", on(resume));
  app.get(at("phan/:section"), on(showSection));
  app.post(at("phan/:section"), on(takeSection));
  app.get(at(PAGE.questions), on(showQuestions));
  app.post(at(PAGE.questions), on(takeQuestions));
  app.get(at(PAGE.documents), on(showDocuments));
  app.post(at(PAGE.documents), on(leaveDocuments));
  app.get(document, on(showDocument));
  app.get(`${document}/da-tai/:number`, on(uploaded));
  app.post(`${document}/xoa`, on(removeFile));
  app.post(`${document}/cach`, on(chooseWay));
  app.get(at(PAGE.handover), on(showHandover));
  app.post(at(PAGE.handover), on(takeHandover));
  app.get(at(PAGE.check), on(showCheck));
  app.post(at(PAGE.check), on(send));
  app.get(at(PAGE.done), async (c) => {
    const draft = await loadDraft(c, portal);
    return draft === undefined ? notFoundPage(c, portal) : showDone(c, portal, draft);
  });
  app.post(at("xoa"), on(remove));
}

/** Goes on where the draft was left. */
function resume(c: PortalContext, _: Portal, { draft, pages }: Journey): Response {
  return seeOther(c, pagePath(draft, pages.find(({ id }) => !draft.done.includes(id))?.id ?? PAGE.check));
}

async function remove(c: PortalContext, portal: Portal, { draft }: Journey): Promise<Response> {
  await portal.drafts.remove(draft);
  c.get("visit").change({ notice: "Đã xóa bản khai." });
  return seeOther(c, draft.dossier === undefined ? startPath(draft) : `/ho-so/${draft.dossier}`);
}

async function loadDraft(c: PortalContext, portal: Portal): Promise<Draft | undefined> {
  const visit = c.get("visit");
  return visit.known() ? portal.drafts.load(visit.owner(), c.req.param("draft") ?? "") : undefined;
}

async function withJourney(c: PortalContext, portal: Portal, page: Page): Promise<Response> {
  const draft = await loadDraft(c, portal);
  if (draft === undefined) return notFoundPage(c, portal);
  if (draft.receipt !== undefined) return seeOther(c, draft.purpose === "submit" ? pagePath(draft, PAGE.done) : `/ho-so/${draft.receipt.code}`);
  const current = draft.purpose === "submit" ? await moduleInForce(portal, draft.procedure) : await portal.catalogue.load(draft.procedure, draft.version);
  if (current === undefined) return withdrawnProcedure(c, portal);
  if (current.procedure.version === draft.version) return page(c, portal, journeyOf(portal, current, draft));
  const moved = carriedOver(portal, current, draft);
  await portal.drafts.save(moved);
  c.get("visit").change({ notice: "Biểu mẫu đã được thay đổi từ khi ông/bà bắt đầu khai. Nội dung còn phù hợp được giữ lại; ông/bà xem lại các phần chưa hoàn thành." });
  // What was being sent is taken in under the new form; a page that was only opened begins where something is open.
  return c.req.method === "POST" ? page(c, portal, journeyOf(portal, current, moved)) : seeOther(c, `/nop/${draft.id}`);
}

function withdrawnProcedure(c: PortalContext, portal: Portal): Response {
  return messagePage(c, portal, {
    title: "Thủ tục không còn được cung cấp",
    text: "Thủ tục của bản khai này không còn hiệu lực nên không nộp được nữa.",
    status: 404,
    link: { href: "/thu-tuc", text: "Xem danh sách thủ tục" },
  });
}
