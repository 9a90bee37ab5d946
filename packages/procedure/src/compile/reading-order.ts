import type { Problem } from "../problem.ts";

/** Problems by file and place, the way somebody would correct them; the same problem once. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify([problem.file, problem.line, problem.column, problem.code, problem.message.en]), problem]));
  return [...once.values()].toSorted(
    (a, b) => (a.file ?? "").localeCompare(b.file ?? "") || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
