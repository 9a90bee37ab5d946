import type { Problem } from "@motcua/procedure";
import { locatePointer, type SourceFile } from "@motcua/procedure/compile";

/** File of a definition by the first segment of a pointer into the compiled procedure. */
const FILES: readonly (readonly [prefix: string, file: string])[] = [
  ["/form", "form.schema.json"],
  ["/workflow", "workflow.json"],
  ["/procedure", "procedure.json"],
];

/** Gives problems of a compiled procedure the place in the source files they come from; the pointer becomes the file's own. */
export function locateProblems(problems: readonly Problem[], sources: readonly SourceFile[]): readonly Problem[] {
  return problems.map((problem) => (problem.file === undefined ? locate(problem, sources) : problem));
}

function locate(problem: Problem, sources: readonly SourceFile[]): Problem {
  const [prefix, name] = FILES.find(([start]) => problem.pointer === start || problem.pointer.startsWith(`${start}/`)) ?? ["", "procedure.json"];
  const source = sources.find(({ path }) => path.endsWith(name));
  const pointer = problem.pointer.slice(prefix.length);
  return source === undefined ? problem : { ...problem, pointer, ...locatePointer(source, pointer) };
}
