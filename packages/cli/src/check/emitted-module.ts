import { compileFunction } from "node:vm";
import type { RunnablePart } from "@motcua/codegen";
import * as runtime from "@motcua/client/runtime";
import type { Procedure, ProcedureModule } from "@motcua/procedure";

/**
 * A procedure as it runs, from what is emitted for it: a sample meets the very checks and expressions a citizen will meet.
 * Nothing is written to disk, and nothing stays when the module is let go but the parts that forms have in common.
 */
export function emittedModule(procedure: Procedure, running: string | RunnablePart): ProcedureModule {
  const loaded = load(typeof running === "string" ? { text: running, parts: {} } : running) as Omit<ProcedureModule, "procedure">;
  return { procedure, ...loaded };
}

function load({ text, parts }: RunnablePart): unknown {
  const called = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, loadOnce(part)]));
  return compileFunction(text, ["runtime", "parts"])(runtime, called);
}

function loadOnce(part: RunnablePart): unknown {
  const check = loaded.get(part) ?? load(part);
  loaded.set(part, check);
  return check;
}

/** Checks of definitions that forms have in common: a definition is the same object in each of them. */
const loaded = new WeakMap<RunnablePart, unknown>();
