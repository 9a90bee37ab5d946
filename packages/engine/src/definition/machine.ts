import type { Definition, QueryLanguageName, State, StateTable } from "./definition.ts";

/** A state machine as it was at one moment: an execution keeps the revision it began with. */
export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly revision: string;
  readonly roleArn: string;
  readonly definition: Definition;
  /** Every table of states by its scope: `""` the machine's own, `"Fork/0"` a branch, `"Each/0"` a Map's processor. */
  readonly tables: ReadonlyMap<string, StateTable>;
}

/** What a store keeps of a machine. */
export type StoredMachine = Omit<Machine, "tables">;

/** Scope of a branch, or of a Map's processor (branch 0), below the scope of its state. */
export function scopeOf(outer: string, state: string, branch: number): string {
  return `${outer}${outer === "" ? "" : "/"}${state.replaceAll("~", "~0").replaceAll("/", "~1")}/${branch}`;
}

/** Finds every table of states in a definition. */
export function withTables(machine: StoredMachine): Machine {
  const tables = new Map<string, StateTable>();
  const add = (scope: string, table: StateTable): void => {
    tables.set(scope, table);
    for (const [name, state] of Object.entries(table.States)) innerTables(state).forEach((inner, branch) => add(scopeOf(scope, name, branch), inner));
  };
  add("", machine.definition);
  return { ...machine, tables };
}

/** What a store keeps of a machine. */
export function withoutTables({ arn, name, revision, roleArn, definition }: Machine): StoredMachine {
  return { arn, name, revision, roleArn, definition };
}

/** The tables inside a state: a Parallel's branches, a Map's processor. */
function innerTables(state: State): readonly StateTable[] {
  const processor = state.ItemProcessor ?? state.Iterator;
  return [...(state.Branches ?? []), ...(processor === undefined ? [] : [processor])];
}

/** The state of a table. @throws Error where a definition was not checked */
export function stateOf(machine: Machine, scope: string, name: string): State {
  const state = machine.tables.get(scope)?.States[name];
  if (state === undefined) throw new Error(`no state ${name} in scope "${scope}" of ${machine.arn}`);
  return state;
}

/** The language a state's expressions are written in. */
export function languageOf(machine: Machine, state: State): QueryLanguageName {
  return state.QueryLanguage ?? machine.definition.QueryLanguage ?? "JSONPath";
}
