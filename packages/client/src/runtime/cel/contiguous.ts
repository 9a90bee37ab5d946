import { dayNumber, parseDay } from "../day.ts";

/**
 * Whether ranges of days follow one another without a gap, whatever order they stand in: each begins no later than the day
 * after all before it have ended. The first list has the first days, the second the last ones. None and one have no gap; a
 * range that ends before it begins is one. `undefined` unless both are lists of as many whole days.
 */
export function contiguous(from: unknown, to: unknown): boolean | undefined {
  if (!Array.isArray(from) || !Array.isArray(to) || from.length !== to.length) return undefined;
  const ranges: (readonly [start: number, end: number])[] = [];
  for (const [index, first] of (from as readonly unknown[]).entries()) {
    const [start, end] = [parseDay(first), parseDay(to[index])];
    if (start === undefined || end === undefined) return undefined;
    ranges.push([dayNumber(start), dayNumber(end)]);
  }
  ranges.sort(([a], [b]) => a - b);
  let reached = Number.NaN;
  for (const [index, [start, end]] of ranges.entries()) {
    if (end < start || (index > 0 && start > reached + 1)) return false;
    reached = index === 0 ? end : Math.max(reached, end);
  }
  return true;
}
