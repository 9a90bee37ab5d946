import type { DossierPaper } from "./dossier-paper.ts";
import { field } from "./field-line.ts";
import type { Sheet } from "./sheet.ts";

/** What the dossier asks for: its procedure and, where there are several, its case. */
export function requestLines(sheet: Sheet, procedure: DossierPaper["procedure"]): void {
  field(sheet, "Nội dung yêu cầu giải quyết", { value: `${procedure.name} (mã thủ tục ${procedure.code})` });
  if (procedure.case !== undefined) field(sheet, "Trường hợp", { value: procedure.case, face: "regular" });
}
