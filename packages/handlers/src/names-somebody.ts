import { fold } from "@motcua/client/runtime";
import type { PersonalRecord } from "@motcua/dossier";

/** Shorter values, such as a code or a year, are nobody's. */
const SHORTEST = 6;

/** Whether a text holds one of the values of a dossier's form, whatever the diacritics: a name, a number, an address. */
export function namesSomebody(text: string, { form }: Pick<PersonalRecord, "form">): boolean {
  const said = fold(text) ?? "";
  return values(form).some((value) => said.includes(value));
}

function values(of: unknown): readonly string[] {
  if (typeof of === "string") {
    const value = fold(of) ?? "";
    return value.length >= SHORTEST ? [value] : [];
  }
  return typeof of === "object" && of !== null ? Object.values(of).flatMap(values) : [];
}
