/**
 * A text as it is compared and searched: lower case, without diacritics, đ as d, single spaces. `undefined` for what is
 * no text.
 */
export function fold(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  if (isFolded(text)) return text;
  const plain = text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  return plain.replaceAll("đ", "d").replace(/\s+/gu, " ").trim();
}

/** Whether nothing has to be done: most texts that are compared are codes. */
function isFolded(text: string): boolean {
  return /^(?:[!-@[-~]+(?: [!-@[-~]+)*)?$/.test(text);
}
