import type { Caller } from "@motcua/handlers";
import { securityHeaders } from "../http/security-headers.ts";
import type { Portal, PortalContext } from "../portal.ts";
import { notFoundPage } from "./message-page.tsx";
import { seeOther } from "./render.tsx";

/** End of the path of an attached file, below a dossier. */
export const FILE_PATH = "tep/:sha256";

/** Path of an attached file, below the path of its dossier. */
export function filePath(dossier: string, sha256: string): string {
  return `${dossier}/tep/${sha256}`;
}

/** Sends the browser on to an attached file. The address opens it for whoever has it: nobody keeps it, and the bucket is not told where it was found. */
export async function fileAnswer(c: PortalContext, portal: Portal, caller: Caller): Promise<Response> {
  const found = await portal.handlers.file(caller, c.req.param("code") ?? "", c.req.param("sha256") ?? "");
  if (!found.ok) return notFoundPage(c, portal);
  const headers = securityHeaders({ https: c.get("base").startsWith("https:"), formOrigins: [], shared: false });
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  return seeOther(c, found.value.url);
}
