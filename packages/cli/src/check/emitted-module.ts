import { compileFunction } from "node:vm";
import * as runtime from "@motcua/client/runtime";
import type { Procedure, ProcedureModule } from "@motcua/procedure";

/**
 * A procedure as it runs, from the text that is emitted for it: a sample meets the very checks and expressions a citizen
 * will meet. Nothing is written to disk, and nothing stays when the module is let go.
 */
export function emittedModule(procedure: Procedure, text: string): ProcedureModule {
  const running = compileFunction(text, ["runtime"])(runtime) as Omit<ProcedureModule, "procedure">;
  return { procedure, ...running };
}
