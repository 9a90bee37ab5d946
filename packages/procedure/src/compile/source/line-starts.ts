/** Texts whose lines are kept. */
const MOST_KEPT = 8;
const known = new Map<string, readonly number[]>();

/** Offsets at which the lines of a text begin. Those of the last texts are kept: many problems of one file ask for them. */
export function lineStarts(text: string): readonly number[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(text, starts);
  return starts;
}
