import type { Caller, Membership } from "@motcua/handlers";
import { messagePage } from "../pages/message-page.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";

/** Somebody who has a duty at a unit, as the table says now. */
export interface Officer {
  readonly caller: Caller;
  readonly memberships: readonly Membership[];
}

/** Path of the worklist. */
export const DESK = "/can-bo";

/** Path of a dossier as officers see it, or of a page below it. */
export function deskPath(code: string, page?: string): string {
  return `${DESK}/ho-so/${encodeURIComponent(code)}${page === undefined ? "" : `/${page}`}`;
}

/** Calls a page with the officer who asks for it: others log in first and come back to `back`, or are told that the page is not theirs. */
export async function forOfficer(c: PortalContext, portal: Portal, { back, page }: { readonly back: string; readonly page: (officer: Officer) => Response | Promise<Response> }): Promise<Response> {
  const visit = c.get("visit");
  const caller = visit.caller();
  if (caller === undefined) {
    if (c.req.method === "POST") visit.change({ notice: "Phiên đăng nhập đã hết nên việc vừa rồi chưa được ghi nhận. Ông/bà kiểm tra rồi gửi lại." });
    return seeOther(c, `/dang-nhap?ve=${encodeURIComponent(back)}`);
  }
  const memberships = await portal.handlers.memberships(caller);
  return memberships.length === 0 ? notAnOfficer(c, portal) : page({ caller, memberships });
}

function notAnOfficer(c: PortalContext, portal: Portal): Response {
  return messagePage(c, portal, {
    title: "Trang dành cho cán bộ",
    text: "Tài khoản này chưa được giao nhiệm vụ tại đơn vị nào. Nếu ông/bà là cán bộ, liên hệ người quản trị của tỉnh để được giao nhiệm vụ.",
    status: 403,
    link: { href: "/ho-so", text: "Xem hồ sơ của tôi" },
  });
}
