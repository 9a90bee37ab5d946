import type { Client } from "@motcua/client";
import { emptyBirthPage, sentBirthPage } from "./birth-page.ts";
import { escaped } from "./form-html.ts";
import { OFFERED } from "./offered.ts";
import { priceList } from "./price-list.ts";

/** What the application is set up with. */
export interface AppOptions {
  /** A client for whoever sent a request: their token is in it. */
  readonly clientOf: (request: Request) => Client;
  readonly receivingUnit: string;
  /** ISO date in Asia/Ho_Chi_Minh. */
  readonly today: () => string;
}

/** Procedures that are filed here; of the others the application says what they take. */
const PAGES: ReadonlySet<string> = new Set(["khai-sinh"]);

/** Answers requests with pages: what is offered, the form of a birth registration, the code of what was filed. */
export function createApp({ clientOf, receivingUnit, today }: AppOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const visit = { client: clientOf(request), today: today(), receivingUnit };
    if (pathname === "/") return page(await offeredPage(visit.client));
    if (pathname !== "/khai-sinh") return page("<h1>Không có trang này</h1>", 404);
    if (request.method !== "POST") return page(emptyBirthPage(visit));
    const sent = await sentBirthPage(new URLSearchParams(await request.text()), visit);
    return "code" in sent ? page(`<h1>Đã nộp hồ sơ</h1><p>Mã hồ sơ: <strong>${escaped(sent.code)}</strong></p>`, 201) : page(sent.page, 422);
  };
}

async function offeredPage(client: Client): Promise<string> {
  const lines = await Promise.all(
    Object.entries(OFFERED).map(async ([path, module]) => {
      const list = await priceList(client, module, { form: {}, channel: "online" });
      const price = list === undefined ? "" : `<p>${escaped(list.documents.join(", "))}. ${list.total === undefined ? "" : `${list.total.toLocaleString("vi-VN")} đồng.`} ${list.due === undefined ? "" : `Hẹn trả ${list.due}.`}</p>`;
      const name = escaped(module.procedure.name.vi);
      return `<li>${PAGES.has(path) ? `<a href="/${path}">${name}</a>` : name}${price}</li>`;
    }),
  );
  return `<h1>Thủ tục</h1><ul>${lines.join("")}</ul>`;
}

function page(body: string, status = 200): Response {
  const head = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Nộp hồ sơ trực tuyến</title></head>';
  return new Response(`${head}<body><main>${body}</main></body></html>`, { status, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; form-action 'self'" } });
}
