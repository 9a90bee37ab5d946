import type { Problem, Procedure } from "@motcua/procedure";
import { emitModule } from "./module/emit-module.ts";
import { readProcedure } from "./procedure-ir.ts";

/** A module without the package around it. No text where something of the definition is not supported. */
export interface ProcedureText {
  /** An ES module, a `ProcedureModule`, that imports `@motcua/client/runtime` alone. */
  readonly text?: string;
  readonly problems: readonly Problem[];
}

/**
 * The module of {@link generateSdk} with all it needs in itself: for whoever carries one procedure and nothing beside it, a
 * function that is started cold. Refuses exactly what `generateSdk` does.
 */
export function generateModule(procedure: Procedure): ProcedureText {
  const read = readProcedure(procedure);
  if (!read.ok) return { problems: read.problems };
  const { text, problems } = emitModule(read.value);
  return problems.length > 0 ? { problems } : { text, problems: [] };
}
