import type { Problem } from "@motcua/procedure";
import { statusOf } from "../problem-table.ts";

/** A request as any gateway can give it. Header names are lower case. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Text of the body, decoded. */
  readonly body?: string;
  /** Verified `sub` of the token; the gateway has checked it. */
  readonly sub?: string;
}

/** A response; bytes are a PDF. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A JSON answer. Nothing an API answers may be kept by a cache on the way. */
export function jsonResponse(status: number, value: unknown): HttpResponse {
  return { status, headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" }, body: JSON.stringify(value) };
}

/** A refusal, in the manner of RFC 9457: all the problems, and nothing of the inside. */
export function problemResponse(problems: readonly Problem[], id?: string): HttpResponse {
  const status = statusOf(problems);
  const headers = { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" };
  return { status, headers, body: JSON.stringify({ type: "about:blank", status, ...(id === undefined ? {} : { id }), problems }) };
}

/** A PDF answer, shown rather than saved. */
export function pdfResponse(bytes: Uint8Array, name: string): HttpResponse {
  const headers = { "content-type": "application/pdf", "content-disposition": `inline; filename="${name}.pdf"`, "cache-control": "no-store" };
  return { status: 200, headers, body: bytes };
}
