import type { Caller } from "@motcua/handlers";
import type { Portal, PortalContext } from "../portal.ts";
import { notFoundPage } from "./message-page.tsx";
import { pdfAnswer } from "./download-answer.ts";

/** End of the path of a paper, below a dossier. */
export const PAPER_PATH = "giay-to/:paper";

/** Path of a paper by its id, below the path of its dossier. */
export function paperPath(dossier: string, id: string): string {
  return `${dossier}/giay-to/${id}.pdf`;
}

/** Answers with a paper of the dossier in the path, or of the one a secret opens; what there is not, and what is not the reader's, alike. */
export async function paperAnswer(c: PortalContext, portal: Portal, reader: Caller | { readonly secret: string }): Promise<Response> {
  const code = c.req.param("code") ?? "";
  const id = (c.req.param("paper") ?? "").replace(/\.pdf$/, "");
  const by = "secret" in reader ? reader : { caller: reader, code };
  const made = await portal.handlers.paper({ ...by, baseUrl: c.get("base") }, id);
  const name = ["mau", id, code].filter((part) => part !== "").join("-");
  return made.ok ? pdfAnswer(c, made.value, `${name}.pdf`) : notFoundPage(c, portal);
}
