import type { Problem } from "@motcua/procedure";
import { expressionProblems } from "./expression-rules.ts";
import type { Found } from "./found-table.ts";
import { objectOf, tablesOf } from "./found-table.ts";
import { machineProblem } from "./machine-problem.ts";
import { duplicateNames, structureProblems } from "./structure-rules.ts";
import { taskProblems } from "./task-rules.ts";
import { timeProblems } from "./time-rules.ts";

/**
 * Everything a definition breaks of this product's own rules, with a JSON Pointer into it: what `asl-validator` lets pass,
 * and what Step Functions would run but the product may not, a time limit or a read of anything but ids and facts. ARNs of
 * functions may be put in already or not.
 */
export function checkStateMachine(definition: object): readonly Problem[] {
  const machine = objectOf(definition);
  const tables = tablesOf(machine);
  const states = tables.flatMap((table) => table.states);
  return [
    ...languageProblems([{ pointer: "", state: { QueryLanguage: "JSONPath", ...machine } }, ...states]),
    ...tables.flatMap(structureProblems),
    ...duplicateNames(tables),
    ...timeProblems(machine, states),
    ...states.flatMap(taskProblems),
    ...expressionProblems(machine["States"], "/States"),
  ];
}

function languageProblems(everywhere: readonly { readonly pointer: string; readonly state: Found }[]): readonly Problem[] {
  return everywhere
    .filter(({ state }) => state["QueryLanguage"] !== undefined && state["QueryLanguage"] !== "JSONata")
    .map(({ pointer, state }) => machineProblem("machine-language", `${pointer}/QueryLanguage`, String(state["QueryLanguage"])));
}
