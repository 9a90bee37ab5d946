import { isError, type Problem, type Sample } from "@motcua/procedure";
import { sampleProblem } from "./sample-problem.ts";

/** Problems a sample gives without expecting them, and those it expects in vain. Warnings it may leave unmentioned. */
export function expectedProblems(sample: Sample, found: readonly Problem[]): readonly Problem[] {
  const wanted = sample.expected.problems ?? [];
  if (wanted.length + found.length === 0) return [];
  const keys = new Set(found.map(keyOf));
  const expected = new Set(wanted.map(keyOf));
  const names = found.map(keyOf).join(", ");
  return [
    ...wanted.flatMap((one, index) =>
      keys.has(keyOf(one)) ? [] : [sampleProblem("sample-problem-missing", `/expected/problems/${index}`, { code: one.severity === "warning" ? `${one.code} (warning)` : one.code, pointer: one.pointer, names: names === "" ? "–" : names })],
    ),
    ...found.filter((problem) => isError(problem) && !expected.has(keyOf(problem))).map((problem) => sampleProblem("sample-problem-unexpected", problem.pointer, { code: `${problem.code} ${problem.pointer}` })),
  ];
}

/** What is only a warning is expected as one. */
function keyOf({ code, pointer, severity }: Pick<Problem, "code" | "pointer" | "severity">): string {
  return `${code} ${pointer}${severity === "warning" ? " (warning)" : ""}`;
}
