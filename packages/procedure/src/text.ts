/** A text shown to people. Vietnamese is mandatory; a missing English text falls back to it. */
export interface Text {
  readonly vi: string;
  readonly en?: string;
}

/** Languages the product speaks, first the default. */
export type Language = "vi" | "en";

/** Picks the text in `language`, falling back to Vietnamese. */
export function textIn(text: Text, language: Language = "vi"): string {
  return text[language] ?? text.vi;
}
