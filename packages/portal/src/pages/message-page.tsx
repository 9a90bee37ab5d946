import { render } from "./render.tsx";
import type { Portal, PortalContext } from "../portal.ts";

/** What a page with nothing but a message says. */
export interface Message {
  readonly title: string;
  readonly text: string;
  readonly status: 400 | 403 | 404 | 405 | 413 | 429 | 500 | 503;
  readonly link?: { readonly href: string; readonly text: string };
}

/** Answers with a message and a way on. */
export function messagePage(c: PortalContext, portal: Portal, { title, text, status, link }: Message): Response {
  const { href, text: label } = link ?? { href: "/", text: "Về trang đầu" };
  return render(c, portal, {
    options: { title, status },
    children: (
      <div class="column">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={href}>{label}</a>
        </p>
      </div>
    ),
  });
}

/** Unknown and forbidden are answered alike. */
export function notFoundPage(c: PortalContext, portal: Portal): Response {
  return messagePage(c, portal, {
    title: "Không tìm thấy trang",
    text: "Địa chỉ này không có, đã hết hạn, hoặc ông/bà không có quyền xem. Nếu ông/bà đã đăng nhập trước đó, phiên làm việc có thể đã kết thúc.",
    status: 404,
  });
}
