import type { GivenDocument } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { FILE_TYPES } from "../file-types.ts";
import type { Caller } from "../handlers.ts";
import type { ShownFile } from "../ports/files.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { seenDossier } from "../seen-dossier.ts";

/** Where somebody who may see a dossier finds one of its attached files; unknown and forbidden answer alike. */
export async function file(ports: Ports, caller: Caller, of: { readonly code: string; readonly sha256: string }): Promise<Result<{ readonly url: string }>> {
  const seen = await seenDossier(ports, caller, of.code);
  if (!seen.ok) return seen;
  const shown = shownFile(seen.value.stored.state.documents, of.sha256);
  return shown === undefined ? refused(problem("not-found")) : ok({ url: await ports.files.presignDownload(shown) });
}

/** An attached file under the name of its document and its place there: `giay_to-1.pdf`. */
function shownFile(documents: readonly GivenDocument[], sha256: string): ShownFile | undefined {
  for (const { id, files = [] } of documents) {
    const index = files.findIndex((attached) => attached.sha256 === sha256);
    const found = files[index];
    const known = FILE_TYPES.find(({ type }) => type === found?.type);
    if (found !== undefined && known !== undefined) return { key: found.key, type: known.type, name: `${id.replace(".", "-")}-${index + 1}.${known.extension}` };
  }
  return undefined;
}
