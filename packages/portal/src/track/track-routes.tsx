import { PROBLEMS } from "@motcua/handlers";
import type { Problem } from "@motcua/procedure";
import type { Hono } from "hono";
import { controlFor } from "../controls/controls.ts";
import { inputId } from "../form/form-body.ts";
import { textOf } from "../form/text-of.ts";
import type { ListedMistake } from "../pages/error-summary.tsx";
import { notFoundPage } from "../pages/message-page.tsx";
import { PAPER_PATH, paperAnswer } from "../pages/paper-answer.ts";
import { downloadAnswer, pdfAnswer } from "../pages/download-answer.ts";
import type { Portal, PortalContext, PortalEnv } from "../portal.ts";
import { TRACK_FIELDS, trackFormPage } from "./track-form.tsx";
import { trackPage } from "./track-page.tsx";
import { trackingPath } from "./tracking-link.ts";

/** Following a dossier without an account: by the receipt's secret, or by code and second factor. */
export function trackRoutes(app: Hono<PortalEnv>, portal: Portal): void {
  app.get("/tra-cuu", (c) => trackFormPage(c, portal, { values: { ma: (c.req.query("ma") ?? "").slice(0, MOST_CODE) }, mistakes: [], status: 200 }));
  app.post("/tra-cuu", (c) => trackByCode(c, portal));
  app.get("/tra-cuu/:secret", (c) => trackBySecret(c, portal));
  app.get(`/tra-cuu/:secret/${PAPER_PATH}`, (c) => paperAnswer(c, portal, { secret: c.req.param("secret") ?? "" }));
  app.get("/tra-cuu/:secret/giay-tiep-nhan.pdf", (c) => receiptBySecret(c, portal));
  app.get("/tra-cuu/:secret/nhat-ky.jsonl", (c) => auditFileBySecret(c, portal));
}

async function trackBySecret(c: PortalContext, portal: Portal): Promise<Response> {
  const secret = c.req.param("secret") ?? "";
  const [tracked, sealed] = await Promise.all([portal.handlers.track({ secret }), portal.handlers.sealedLog(secret)]);
  if (!tracked.ok) return notFoundPage(c, portal);
  return trackPage(c, portal, { view: tracked.value, ...(sealed.ok ? { sealed: sealed.value } : {}), own: trackingPath(secret) });
}

async function receiptBySecret(c: PortalContext, portal: Portal): Promise<Response> {
  const receipt = await portal.handlers.receipt({ secret: c.req.param("secret") ?? "", baseUrl: c.get("base") });
  return receipt.ok ? pdfAnswer(c, receipt.value, "giay-tiep-nhan.pdf") : notFoundPage(c, portal);
}

/** The log with its proofs, to be checked away from here. */
async function auditFileBySecret(c: PortalContext, portal: Portal): Promise<Response> {
  const file = await portal.handlers.auditFile(c.req.param("secret") ?? "");
  return file.ok ? downloadAnswer(c, Buffer.from(file.value.text, "utf8"), { name: `${file.value.code}.nhat-ky.jsonl`, type: "application/jsonl" }) : notFoundPage(c, portal);
}

/** Wrong code, wrong factor and unknown answer alike; so does, for every code, one guess too many. */
async function trackByCode(c: PortalContext, portal: Portal): Promise<Response> {
  const body = c.get("body");
  const values = Object.fromEntries(TRACK_FIELDS.map(({ field, at }) => [field.key, controlFor(field).read({ field, at, body, controlFor })]));
  const [code, factor] = [textOf(values["ma"]), textOf(values["so_cuoi"]).replace(/\s/g, "")];
  const mistakes = typingMistakes(code, factor);
  if (mistakes.length > 0) return trackFormPage(c, portal, { values, mistakes, status: 422 });
  const tracked = await portal.handlers.track({ code, factor });
  if (tracked.ok) return trackPage(c, portal, { view: tracked.value });
  const many = tracked.problems.some((problem) => problem.code === "too-many-attempts");
  return trackFormPage(c, portal, { values, mistakes: [{ problem: many ? told("too-many-attempts") : NOT_FOUND, href: `#${inputId("/ma")}` }], status: many ? 429 : 404 });
}

const NOT_FOUND: Problem = {
  code: "not-found",
  pointer: "",
  message: { vi: "Không tìm thấy hồ sơ có mã và bốn số cuối này", en: "There is no dossier with this code and these digits" },
  hint: { vi: "Kiểm tra lại cả hai theo giấy tiếp nhận", en: "Check both against the receipt" },
};

function told(code: "too-many-attempts"): Problem {
  return { code, pointer: "", message: PROBLEMS[code].message, hint: PROBLEMS[code].hint };
}

/** Longest code worth asking for, in characters. */
const MOST_CODE = 60;

function typingMistakes(code: string, factor: string): readonly ListedMistake[] {
  const wrong = (key: string, vi: string): ListedMistake => ({ problem: { code: "invalid-request", pointer: `/${key}`, message: { vi, en: vi } }, href: `#${inputId(`/${key}`)}` });
  return [
    ...(code === "" || code.length > MOST_CODE ? [wrong("ma", "Nhập mã hồ sơ")] : []),
    ...(/^\d{4}$/.test(factor) ? [] : [wrong("so_cuoi", "Nhập đúng bốn chữ số cuối")]),
  ];
}
