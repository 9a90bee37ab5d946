import type { Hono } from "hono";
import { localPath } from "../http/local-path.ts";
import { messagePage } from "../pages/message-page.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext, PortalEnv } from "../portal.ts";

const CALLBACK = "/dang-nhap/xong";
/** Logins one browser may have begun at once. */
const MOST_PENDING = 5;

/** Login, its return, and logout. */
export function loginRoutes(app: Hono<PortalEnv>, portal: Portal): void {
  app.get("/dang-nhap", (c) => beginLogin(c, portal));
  app.get(CALLBACK, (c) => finishLogin(c, portal));
  app.post("/dang-xuat", (c) => logout(c, portal));
}

async function beginLogin(c: PortalContext, portal: Portal): Promise<Response> {
  const visit = c.get("visit");
  const [state, nonce, verifier] = [portal.random(16), portal.random(16), portal.random(32)];
  const back = localPath(c.req.query("ve"));
  const pending = Object.entries(visit.session().logins).slice(1 - MOST_PENDING);
  visit.change({ logins: { ...Object.fromEntries(pending), [state]: { nonce, verifier, back } } });
  try {
    return c.redirect(await portal.openId.authorizationUrl({ redirectUri: `${c.get("base")}${CALLBACK}`, state, nonce, verifier }), 302);
  } catch {
    portal.log({ level: "error", event: "login-provider-away" });
    return messagePage(c, portal, { title: "Chưa đăng nhập được", text: "Hệ thống định danh đang bận. Ông/bà thử lại sau ít phút.", status: 503 });
  }
}

async function finishLogin(c: PortalContext, portal: Portal): Promise<Response> {
  const visit = c.get("visit");
  const state = c.req.query("state") ?? "";
  const pending = visit.known() ? visit.session().logins[state] : undefined;
  const code = c.req.query("code");
  if (pending === undefined || code === undefined) return refusedLogin(c, portal, code === undefined ? "refused" : "unknown-state");
  try {
    const person = await portal.openId.exchange({ code, redirectUri: `${c.get("base")}${CALLBACK}`, ...pending });
    const [logout, memberships] = await Promise.all([portal.openId.logoutUrl(c.get("base")), portal.handlers.memberships({ sub: person.sub })]);
    const hadFiles = visit.person() === undefined && (await portal.drafts.adopt(visit.owner(), `account:${person.sub}`));
    visit.rotate({
      logins: {},
      person: { ...person, officer: memberships.length > 0, since: portal.clock.now().toISOString(), ...(logout === undefined ? {} : { logoutOrigin: new URL(logout).origin }) },
      ...(hadFiles ? { notice: "Ông/bà đã đăng nhập. Các tệp tải lên trước khi đăng nhập cần được tải lên lại." } : {}),
    });
    return c.redirect(pending.back === "/" && memberships.length > 0 ? "/can-bo" : pending.back, 302);
  } catch (error) {
    return refusedLogin(c, portal, error instanceof Error ? error.message : "unknown");
  }
}

function refusedLogin(c: PortalContext, portal: Portal, reason: string): Response {
  portal.log({ level: "warn", event: "login-refused", reason });
  return messagePage(c, portal, {
    title: "Chưa đăng nhập được",
    text: "Lần đăng nhập này đã hết hạn hoặc bị từ chối. Ông/bà hãy đăng nhập lại.",
    status: 400,
    link: { href: "/dang-nhap", text: "Đăng nhập lại" },
  });
}

async function logout(c: PortalContext, portal: Portal): Promise<Response> {
  c.get("visit").end();
  const elsewhere = await portal.openId.logoutUrl(`${c.get("base")}/`).catch(() => undefined);
  return seeOther(c, elsewhere ?? "/");
}
