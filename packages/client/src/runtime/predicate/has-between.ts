/** `contains`: whether at least and at most so many entries meet a test. */
export function hasBetween(list: readonly unknown[], test: (entry: unknown) => boolean, least: number, most = Infinity): boolean {
  let found = 0;
  for (const entry of list) if (test(entry)) found += 1;
  return found >= least && found <= most;
}
