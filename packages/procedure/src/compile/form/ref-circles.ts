/** A definition and the names it refers to, at any depth. */
export type References = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Names whose definition leads back to itself. A form that contains itself has no end to fill in, and the generator cannot
 * honour it.
 */
export function refCircles(references: References): readonly string[] {
  return [...references.keys()].filter((name) => reaches(references, name));
}

function reaches(references: References, wanted: string): boolean {
  const seen = new Set<string>();
  const queue = [...(references.get(wanted) ?? [])];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (name === wanted) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    queue.push(...(references.get(name) ?? []));
  }
  return false;
}
