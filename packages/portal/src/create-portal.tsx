import { Hono } from "hono";
import { ASSETS } from "./assets/asset-files.ts";
import { citizenRoutes } from "./citizen/citizen-routes.tsx";
import { deskRoutes } from "./desk/desk-routes.tsx";
import { draftStore } from "./draft/drafts.ts";
import { codeLists } from "./form/code-list.ts";
import { formBody } from "./form/form-body.ts";
import { baseUrl } from "./http/base-url.ts";
import { sameText } from "./http/same-text.ts";
import { journeyRoutes } from "./journey/journey-routes.tsx";
import { loginRoutes } from "./login/login-routes.ts";
import { openIdClient } from "./login/open-id.ts";
import { messagePage, notFoundPage } from "./pages/message-page.tsx";
import type { Portal, PortalEnv } from "./portal.ts";
import type { PortalOptions } from "./portal-options.ts";
import { openVisit } from "./session/visit.ts";
import { trackRoutes } from "./track/track-routes.tsx";

/** Largest body of a form, in characters; files go straight to the bucket. */
const MAX_BODY = 300_000;

/**
 * The pages for citizens and officers, rendered on the server: they work without JavaScript. Create it once a process;
 * it holds no state of its own but what the provider and the catalogue said.
 */
export function createPortal(options: PortalOptions): Hono<PortalEnv> {
  const { codeLists: lists = [], ...rest } = options;
  const portal: Portal = {
    ...rest,
    lists: codeLists(lists),
    drafts: draftStore(options.sessions, options.clock),
    openId: openIdClient({ ...options.oidc, fetch: options.fetch ?? globalThis.fetch }),
  };
  const app = new Hono<PortalEnv>();
  serveAssets(app);
  openVisits(app, portal);
  checkPosts(app, portal);
  // The desk first: it sends officers on from pages that are an applicant's.
  for (const routes of [deskRoutes, citizenRoutes, journeyRoutes, trackRoutes, loginRoutes]) routes(app, portal);
  app.notFound((c) => notFoundPage(c, portal));
  app.onError((error, c) => {
    const id = portal.random(8);
    portal.log({ level: "error", event: "page-failed", id, error: error.name });
    return messagePage(c, portal, { title: "Hệ thống gặp lỗi", text: `Yêu cầu chưa được thực hiện. Ông/bà thử lại; nếu vẫn lỗi, báo mã ${id} cho tổng đài.`, status: 500 });
  });
  return app;
}

function serveAssets(app: Hono<PortalEnv>): void {
  app.get("/tai-nguyen/:file", (c, next) => {
    const file = ASSETS.get(c.req.path);
    if (file === undefined) return next();
    return c.body(file.text, 200, { "content-type": file.type, "cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'" });
  });
}

/** Loads the session before a page and stores it after. */
function openVisits(app: Hono<PortalEnv>, portal: Portal): void {
  app.use(async (c, next) => {
    const base = baseUrl({ header: (name) => c.req.header(name), url: c.req.url }, portal.publicUrl);
    c.set("base", base);
    const visit = await openVisit(portal, { cookie: c.req.header("cookie"), https: base.startsWith("https:") });
    c.set("visit", visit);
    await next();
    const cookie = await visit.save();
    if (cookie !== undefined) c.header("set-cookie", cookie);
    if (c.res.headers.get("cache-control") === null) c.header("cache-control", "no-store");
  });
}

/** Refuses every POST that does not carry its session's token. */
function checkPosts(app: Hono<PortalEnv>, portal: Portal): void {
  app.on("POST", "*", async (c, next) => {
    const type = c.req.header("content-type") ?? "";
    const text = type.startsWith("application/x-www-form-urlencoded") ? await c.req.text() : "";
    if (text.length > MAX_BODY) return messagePage(c, portal, { title: "Nội dung quá dài", text: "Ông/bà rút gọn nội dung rồi gửi lại.", status: 413 });
    const body = formBody(new URLSearchParams(text));
    const visit = c.get("visit");
    if (!visit.known() || !sameText(body.text("_csrf"), visit.csrf())) {
      return messagePage(c, portal, {
        title: "Phiên làm việc đã kết thúc",
        text: "Trang này đã được mở từ một phiên trước đó nên chưa có gì được gửi đi. Ông/bà quay lại trang trước, tải lại rồi gửi lại.",
        status: 403,
      });
    }
    c.set("body", body);
    await next();
  });
}
