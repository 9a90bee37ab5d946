import type { Problem } from "@motcua/procedure";
import { endingError } from "../print/ending-state.ts";
import { FORK_OVER } from "../print/fork-over.ts";
import type { FoundState, FoundTable } from "./found-table.ts";
import { targetsOf } from "./found-table.ts";
import { machineProblem } from "./machine-problem.ts";

/** Targets that are not there, states that lead nowhere, are never reached or from which no end is. */
export function structureProblems(found: FoundTable): readonly Problem[] {
  const { pointer, table, states } = found;
  if (states.length === 0) return [machineProblem("machine-malformed", pointer, pointer === "" ? "/" : pointer)];
  const known = new Map(states.map((state) => [state.name, state]));
  const start = String(table["StartAt"]);
  return [
    ...(known.has(start) ? [] : [machineProblem("machine-no-target", `${pointer}/StartAt`, start)]),
    ...states.flatMap((state) => targetsOf(state).flatMap((target) => (known.has(target.to) ? [] : [machineProblem("machine-no-target", target.pointer, target.to)]))),
    ...states.filter(leadsNowhere).map((state) => machineProblem("machine-no-exit", state.pointer, state.name)),
    ...wayProblems(known, start),
  ];
}

/** Names that stand for more than one state of the machine. */
export function duplicateNames(tables: readonly FoundTable[]): readonly Problem[] {
  const seen = new Set<string>();
  return tables.flatMap(({ states }) => states).flatMap(({ name, pointer }) => {
    if (seen.has(name)) return [machineProblem("machine-duplicate-state", pointer, name)];
    seen.add(name);
    return [];
  });
}

/** Kinds of states that need no `Next`. */
const LEADING: ReadonlySet<unknown> = new Set(["Choice", "Succeed", "Fail"]);

function leadsNowhere({ state }: FoundState): boolean {
  return !LEADING.has(state["Type"]) && state["Next"] === undefined && state["End"] !== true;
}

function wayProblems(known: ReadonlyMap<string, FoundState>, start: string): readonly Problem[] {
  const edges = [...known.values()].flatMap((state) => targetsOf(state).map(({ to, caught }) => ({ from: state.name, to, caught })));
  const reached = closure([start], (name) => edges.filter(({ from }) => from === name).map(({ to }) => to));
  // What happens when a function fails for good is no way to end.
  const intended = edges.filter(({ caught }) => !caught);
  const ends = [...known.values()].filter(isEnd).map(({ name }) => name);
  const ending = closure(ends, (name) => intended.filter(({ to }) => to === name).map(({ from }) => from));
  return [...known.values()].flatMap(({ name, pointer, state }) => {
    if (!reached.has(name)) return [machineProblem("machine-unreachable", pointer, name)];
    return ending.has(name) || state["Type"] === "Fail" ? [] : [machineProblem("machine-no-end", pointer, name)];
  });
}

const ENDING_ERRORS: ReadonlySet<unknown> = new Set([...(["completed", "stopped", "refused"] as const).map(endingError), FORK_OVER]);

function isEnd({ state }: FoundState): boolean {
  return state["End"] === true || state["Type"] === "Succeed" || ENDING_ERRORS.has(state["Error"]);
}

function closure(from: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(from);
  for (const name of found) for (const further of next(name)) found.add(further);
  return found;
}
