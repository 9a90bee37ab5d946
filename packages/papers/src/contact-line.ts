import type { NoticePaper } from "./dossier-paper.ts";
import type { Sheet } from "./sheet.ts";
import { closing } from "./signatures.ts";

/** Whom the applicant asks when something is not clear; how to reach the unit stands at the foot. It closes the text of a notice, above room for a signature or a seal too. */
export function contactLine(sheet: Sheet, { officer, unit, tracking }: Pick<NoticePaper, "officer" | "unit" | "tracking">, room: "signed" | "sealed" = "signed"): void {
  const person = officer === undefined ? "" : ` (người phụ trách: ${officer})`;
  const phone = unit.phone ?? tracking.hotline;
  const call = phone === undefined ? "" : `, số điện thoại ${phone.replaceAll(" ", "\u00a0")}`;
  closing(sheet, `Nếu có vướng mắc, đề nghị ông (bà) liên hệ với ${unit.name}${person}${call} để được hướng dẫn.`, room);
}
