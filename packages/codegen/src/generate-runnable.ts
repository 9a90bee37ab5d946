import type { Problem, Procedure } from "@motcua/procedure";
import { emitRunning, RESERVED } from "./module/emit-running.ts";
import { type RunnablePart, RunnableText } from "./module/runnable-text.ts";
import { ModuleText } from "./print/module-text.ts";
import { readProcedure } from "./procedure-ir.ts";

/** What of a procedure's module runs. No text where something of the definition is not supported. */
export interface Runnable {
  /** Body of a function of `runtime`, the exports of `@motcua/client/runtime`; it returns `{ expressions, problems, check, checkRecord }`. */
  readonly text?: string;
  readonly problems: readonly Problem[];
}

/**
 * The checks and expressions of {@link generateSdk}'s module, without its definition and metadata: for whoever has the
 * definition and only wants to run it, a checker of thousands. Refuses exactly what `generateSdk` does.
 */
export function generateRunnable(procedure: Procedure): Runnable {
  const read = readProcedure(procedure);
  if (!read.ok) return { problems: read.problems };
  const module = new ModuleText(RESERVED);
  const { lines, problems } = emitRunning(module, read.value);
  if (problems.length > 0) return { problems };
  const text = ['"use strict";', `const { ${module.imported().join(", ")} } = runtime;`, ...module.parts(), ...ending(lines)].join("\n");
  return { text, problems: [] };
}

/** What of a procedure's module runs, for whoever asks only what is wrong and where. */
export interface RunnableChecks {
  /** Body of a function of `runtime` and `parts` that returns what {@link Runnable}'s does. Absent where something of the definition is not supported. */
  readonly running?: RunnablePart;
  readonly problems: readonly Problem[];
}

/**
 * The checks and expressions of {@link generateRunnable}, without a word: problems have their code and their place, and no
 * message. The checks of definitions that forms have in common are parts of their own, to be loaded once for all forms.
 */
export function generateChecks(procedure: Procedure): RunnableChecks {
  const read = readProcedure(procedure);
  if (!read.ok) return { problems: read.problems };
  const module = new RunnableText();
  const { lines, problems } = emitRunning(module, read.value);
  return problems.length > 0 ? { problems } : { running: module.body(ending(lines)), problems: [] };
}

/** Lines of a module as the end of a function. */
function ending(lines: readonly string[]): readonly string[] {
  return [...lines.map((line) => line.replace(/^export /gm, "")), "return { expressions, problems, check, checkRecord };"];
}

/** Whether two procedures have the same runnable text: a province that changes fees and step times leaves it as it is. */
export function runAlike(one: Procedure, other: Procedure): boolean {
  const [expressions, others] = [Object.entries(one.expressions), Object.keys(other.expressions)];
  const sameExpressions = expressions.length === others.length && expressions.every(([at, { source }], index) => others[index] === at && other.expressions[at]?.source === source);
  return one.form === other.form && sameExpressions && recordsOf(one).join() === recordsOf(other).join();
}

function recordsOf({ workflow }: Procedure): readonly string[] {
  return Object.entries(workflow.steps).flatMap(([id, step]) => ("record" in step && step.record !== undefined ? [`${id} ${step.record}`] : []));
}
