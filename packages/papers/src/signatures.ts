import type { DossierPaper } from "./dossier-paper.ts";
import type { Sheet } from "./sheet.ts";

/** Somebody who signs. */
export interface Signatory {
  readonly title: string;
  readonly name?: string;
  /** How they sign. @default (Ký và ghi rõ họ tên) */
  readonly manner?: string;
}

/** Room for a signature above the name, in points; for one with a seal over a third of it, which is 36 mm across. */
const ROOM = { signed: 40, sealed: 66 } as const;
/** Title, manner and name beside the room, in points. */
const LINES = 57;

/** The last paragraph of a paper: it goes to the next page with the signatures below it, which never stand alone. `room`: for a signature, or for a seal too. */
export function closing(sheet: Sheet, text: string, room: keyof typeof ROOM = "signed"): void {
  sheet.ensure(sheet.heightOf([{ text }]) + LINES + ROOM[room] + 4);
  sheet.paragraph([{ text }]);
}

/** Two places to sign, side by side and never on two pages; where only one signs, it is the right one. */
export function signatures(sheet: Sheet, signatories: readonly [Signatory] | readonly [Signatory, Signatory]): void {
  sheet.ensure(LINES + ROOM.signed);
  const top = sheet.y + 4;
  const ends = signatories.map((signatory, index) => signature(sheet, signatory, { top, side: signatories.length === 1 ? 1 : index, room: "signed" }));
  sheet.y = Math.max(...ends) + 4;
}

/** Whom a paper goes to on the left, who signs and seals it on the right. @see Decree 30/2020/NĐ-CP, Appendix I (Nơi nhận) */
export function recipientsAndSignature(sheet: Sheet, recipients: readonly string[], signatory: Signatory): void {
  sheet.ensure(LINES + ROOM.sealed);
  const top = sheet.y + 4;
  sheet.y = top;
  const place = { x: sheet.left, width: sheet.width / 2 - 10, after: 0 } as const;
  sheet.paragraph([{ text: "Nơi nhận:", face: "bold" }], { ...place, size: 12 });
  for (const [index, name] of recipients.entries()) sheet.paragraph([{ text: `- ${name}${index < recipients.length - 1 ? ";" : "."}` }], { ...place, size: 11 });
  const end = sheet.y;
  sheet.y = Math.max(end, signature(sheet, signatory, { top, side: 1, room: "sealed" })) + 4;
}

/** The applicant, the unit that took the dossier in where it is another one, and the file. */
export function recipientsOf({ code, unit, receivingUnit }: Pick<DossierPaper, "code" | "unit"> & { readonly receivingUnit: string }): readonly string[] {
  return ["Như trên", ...(receivingUnit === unit.name ? [] : [receivingUnit]), `Lưu: hồ sơ ${code}`];
}

function signature(sheet: Sheet, { title, name, manner = "(Ký và ghi rõ họ tên)" }: Signatory, { top, side, room }: { readonly top: number; readonly side: number; readonly room: keyof typeof ROOM }): number {
  const width = sheet.width / 2;
  const place = { x: sheet.left + side * width, width, align: "center", after: 0 } as const;
  sheet.y = top;
  sheet.paragraph([{ text: title, face: "bold" }], place);
  sheet.paragraph([{ text: manner, face: "italic" }], { ...place, size: 12 });
  sheet.y += ROOM[room];
  if (name !== undefined) sheet.paragraph([{ text: name, face: "bold" }], place);
  // A name that is not known is written by hand: its line stays free.
  else sheet.y += sheet.heightOf([{ text: title, face: "bold" }]);
  return sheet.y;
}
