import type { Problem } from "@motcua/procedure";
import { locateInDefinition, type SourceFile } from "@motcua/procedure/compile";

/** Parts of a definition by the first segment of a pointer into the compiled procedure. */
const PARTS = ["form", "workflow", "procedure"] as const;

/**
 * Gives problems of a compiled procedure the place in the source files they come from; the pointer becomes the file's own.
 * `sources` are the procedure's files and what it shares with others.
 */
export function locateProblems(problems: readonly Problem[], sources: readonly SourceFile[]): readonly Problem[] {
  return problems.map((problem) => (problem.file === undefined ? locate(problem, sources) : problem));
}

function locate(problem: Problem, sources: readonly SourceFile[]): Problem {
  const part = PARTS.find((name) => problem.pointer === `/${name}` || problem.pointer.startsWith(`/${name}/`));
  const pointer = part === undefined ? problem.pointer : problem.pointer.slice(part.length + 1);
  return { ...problem, ...locateInDefinition(sources, part ?? "procedure", pointer) };
}
