import { securityHeaders } from "../http/security-headers.ts";
import type { PortalContext } from "../portal.ts";

/** Answers with a PDF under a name of its own; kept by nobody on the way. */
export function pdfAnswer(c: PortalContext, bytes: Uint8Array, name: string): Response {
  return downloadAnswer(c, bytes, { name, type: "application/pdf" });
}

/** Answers with a file to keep, under a name of its own; kept by nobody on the way. */
export function downloadAnswer(c: PortalContext, bytes: Uint8Array, { name, type }: { readonly name: string; readonly type: string }): Response {
  const headers = securityHeaders({ https: c.get("base").startsWith("https:"), formOrigins: [], shared: false });
  for (const [header, value] of Object.entries(headers)) c.header(header, value);
  c.header("content-type", type);
  c.header("content-disposition", `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, "_")}"`);
  return c.body(new Uint8Array(bytes), 200);
}
