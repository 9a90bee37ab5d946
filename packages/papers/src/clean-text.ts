/**
 * A text as it may be printed: composed letters (NFC), one space between words (no-break spaces stay), no control or direction marks.
 * A person's entry can neither break the layout nor turn the reading order of a paper.
 */
export function cleanText(text: string): string {
  return text.normalize("NFC").replace(/[^\S\u00a0]+/gu, " ").replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
}
