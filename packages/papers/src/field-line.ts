import type { Run, Sheet } from "./sheet.ts";

/** Between two facts on one line. */
export const APART = "\u00a0\u00a0\u00a0 ";

/** A labelled value, in bold unless another face is asked for. */
export function field(sheet: Sheet, label: string, { value, face = "bold" }: { readonly value: string; readonly face?: Run["face"] }): void {
  sheet.paragraph([{ text: `${label}: ` }, { text: value, face }]);
}

/** A text somebody wrote, such as a reason: its lines stay lines. */
export function written(sheet: Sheet, label: string, text: string): void {
  const [first = "", ...more] = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  field(sheet, label, { value: first, face: "regular" });
  for (const line of more) sheet.paragraph([{ text: line }]);
}

/** Those of the labelled facts that are known. A label stays with what it labels, groups of digits stay together. */
export function facts(labelled: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(labelled).flatMap(([label, value]) => (value === undefined ? [] : [`${label}: `.replaceAll(" ", "\u00a0") + value.replace(/(?<=\d) (?=\d)/g, "\u00a0")]));
}
