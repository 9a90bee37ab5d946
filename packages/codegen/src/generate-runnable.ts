import type { Problem, Procedure } from "@motcua/procedure";
import { emitRunning, RESERVED } from "./module/emit-running.ts";
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
  const running = lines.map((line) => line.replace(/^export /gm, ""));
  const text = ['"use strict";', `const { ${module.imported().join(", ")} } = runtime;`, module.body(), ...running, "return { expressions, problems, check, checkRecord };"].join("\n");
  return { text, problems: [] };
}
