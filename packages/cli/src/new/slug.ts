/** Folds Vietnamese text to plain lower-case letters and digits joined by `mark`: a folder's name, an id. */
export function slug(text: string, mark: "-" | "_", most = 60): string {
  const words = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let joined = "";
  for (const word of words) {
    const next = joined === "" ? word : `${joined}${mark}${word}`;
    if (next.length > most) break;
    joined = next;
  }
  return joined === "" ? (words[0] ?? "").slice(0, most) : joined;
}

/** An id of the contract, `snake_case` and never beginning with a digit, that is not among those `taken`. */
export function freshId(text: string, taken: readonly string[], otherwise: string): string {
  const folded = slug(text, "_", 40);
  const base = /^[a-z]/.test(folded) ? folded : folded === "" ? otherwise : `${otherwise}_${folded}`;
  if (!taken.includes(base)) return base;
  for (let count = 2; ; count += 1) if (!taken.includes(`${base}_${count}`)) return `${base}_${count}`;
}
