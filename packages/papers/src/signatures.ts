import type { DossierPaper } from "./dossier-paper.ts";
import type { Sheet } from "./sheet.ts";

/** Somebody who signs. */
export interface Signatory {
  readonly title: string;
  readonly name?: string;
  /** How they sign. @default (Ký và ghi rõ họ tên) */
  readonly manner?: string;
}

/** Room for a signature above the name, in points. */
const ROOM = 38;
const HEIGHT = 95;

/** The last paragraph of a paper: it goes to the next page with the signatures below it, which never stand alone. */
export function closing(sheet: Sheet, text: string): void {
  sheet.ensure(sheet.heightOf([{ text }]) + HEIGHT + 4);
  sheet.paragraph([{ text }]);
}

/** Two places to sign, side by side and never on two pages; where only one signs, it is the right one. */
export function signatures(sheet: Sheet, signatories: readonly [Signatory] | readonly [Signatory, Signatory]): void {
  sheet.ensure(HEIGHT);
  const top = sheet.y + 4;
  const ends = signatories.map((signatory, index) => signature(sheet, signatory, { top, side: signatories.length === 1 ? 1 : index }));
  sheet.y = Math.max(...ends) + 4;
}

/** Whom a paper goes to on the left, who signs it on the right. @see Decree 30/2020/NĐ-CP, Appendix I (Nơi nhận) */
export function recipientsAndSignature(sheet: Sheet, recipients: readonly string[], signatory: Signatory): void {
  sheet.ensure(HEIGHT);
  const top = sheet.y + 4;
  sheet.y = top;
  const place = { x: sheet.left, width: sheet.width / 2 - 10, after: 0 } as const;
  sheet.paragraph([{ text: "Nơi nhận:", face: "bold" }], { ...place, size: 12 });
  for (const [index, name] of recipients.entries()) sheet.paragraph([{ text: `- ${name}${index < recipients.length - 1 ? ";" : "."}` }], { ...place, size: 11 });
  const end = sheet.y;
  sheet.y = Math.max(end, signature(sheet, signatory, { top, side: 1 })) + 4;
}

/** The applicant, the unit that took the dossier in where it is another one, and the file. */
export function recipientsOf({ code, unit, receivingUnit }: Pick<DossierPaper, "code" | "unit"> & { readonly receivingUnit: string }): readonly string[] {
  return ["Như trên", ...(receivingUnit === unit.name ? [] : [receivingUnit]), `Lưu: hồ sơ ${code}`];
}

function signature(sheet: Sheet, { title, name, manner = "(Ký và ghi rõ họ tên)" }: Signatory, { top, side }: { readonly top: number; readonly side: number }): number {
  const width = sheet.width / 2;
  const place = { x: sheet.left + side * width, width, align: "center", after: 0 } as const;
  sheet.y = top;
  sheet.paragraph([{ text: title, face: "bold" }], place);
  sheet.paragraph([{ text: manner, face: "italic" }], { ...place, size: 12 });
  sheet.y += ROOM;
  if (name !== undefined) sheet.paragraph([{ text: name, face: "bold" }], place);
  return sheet.y;
}
