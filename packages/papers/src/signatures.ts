import type { Sheet } from "./sheet.ts";

/** Somebody who signs. */
export interface Signatory {
  readonly title: string;
  readonly name?: string;
}

/** Room for a signature above the name, in points. */
const ROOM = 38;
const HEIGHT = 95;

/** Two places to sign, side by side and never on two pages; where only one signs, it is the right one. */
export function signatures(sheet: Sheet, signatories: readonly [Signatory] | readonly [Signatory, Signatory]): void {
  sheet.ensure(HEIGHT);
  const top = sheet.y + 4;
  const width = sheet.width / 2;
  const ends = signatories.map((signatory, index) => {
    sheet.y = top;
    const side = signatories.length === 1 ? 1 : index;
    const place = { x: sheet.left + side * width, width, align: "center", after: 0 } as const;
    sheet.paragraph([{ text: signatory.title, face: "bold" }], place);
    sheet.paragraph([{ text: "(Ký và ghi rõ họ tên)", face: "italic" }], { ...place, size: 12 });
    sheet.y += ROOM;
    if (signatory.name !== undefined) sheet.paragraph([{ text: signatory.name, face: "bold" }], place);
    return sheet.y;
  });
  sheet.y = Math.max(...ends) + 4;
}
