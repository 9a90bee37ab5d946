import { type BranchStatus, evaluate, type Facts, type ProcedureModule } from "@motcua/procedure";
import { listAt } from "./form-value.ts";

/** Whether a result is issued by these facts, and for which entries of its list, numbered from 1; one without a list has none. */
export interface IssuedResult {
  readonly issued: boolean;
  readonly entries?: readonly number[];
}

/** How a result is issued by these facts. */
export function issuedResult(module: ProcedureModule, id: string, facts: Facts): IssuedResult {
  const index = module.procedure.results.findIndex((result) => result.id === id);
  const result = module.procedure.results[index];
  if (result === undefined || madeInVain(module, id, facts)) return { issued: false };
  if (result.each === undefined) return { issued: holds(module, index, facts) };
  const entries = listAt(facts.form, result.each).flatMap((item, place) => (holds(module, index, { ...facts, item, nth: place + 1 }) ? [place + 1] : []));
  return { issued: entries.length > 0, entries };
}

function holds(module: ProcedureModule, index: number, facts: Facts): boolean {
  return module.procedure.results[index]?.when === undefined || evaluate(module, `/procedure/results/${index}/when`, facts, false);
}

/** Whether a result is a branch's own that has ended without success. */
function madeInVain({ procedure }: ProcedureModule, id: string, { branches = {} }: Facts): boolean {
  return Object.entries(procedure.workflow.steps).some(([fork, step]) =>
    step.kind === "fork" && Object.entries(step.branches).some(([branch, { results }]) => results?.includes(id) === true && IN_VAIN.has(branches[fork]?.[branch] ?? "")),
  );
}

const IN_VAIN: ReadonlySet<string> = new Set<BranchStatus>(["failed", "left-out", "cancelled"]);
