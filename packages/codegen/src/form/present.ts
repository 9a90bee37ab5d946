/** What is said, without what is not. */
export function present<Found extends Readonly<Record<string, unknown>>>(found: Found): Partial<Found> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(found)) if (found[key] !== undefined) kept[key] = found[key];
  return kept as Partial<Found>;
}
