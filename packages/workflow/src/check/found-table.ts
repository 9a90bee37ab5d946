import { segment } from "@motcua/procedure";
/** A definition as it came, whoever wrote it. */
export type Found = Readonly<Record<string, unknown>>;

/** A table of states of a definition with the JSON Pointer where it stands. */
export interface FoundTable {
  readonly pointer: string;
  readonly table: Found;
  readonly states: readonly FoundState[];
}

/** A state with its name and its pointer. */
export interface FoundState {
  readonly name: string;
  readonly pointer: string;
  readonly state: Found;
}

/** The value if it is a JSON object, else an empty one. */
export function objectOf(value: unknown): Found {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Found) : {};
}

/** The value if it is a list, else an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Every table of a definition: its own, and those of branches and of Maps. */
export function tablesOf(table: Found, pointer = ""): readonly FoundTable[] {
  const states = Object.entries(objectOf(table["States"])).map(([name, state]) => ({ name, pointer: `${pointer}/States${segment(name)}`, state: objectOf(state) }));
  const inner = states.flatMap((each) => [
    ...listOf(each.state["Branches"]).flatMap((branch, at) => tablesOf(objectOf(branch), `${each.pointer}/Branches/${at}`)),
    ...["ItemProcessor", "Iterator"].flatMap((member) => (each.state[member] === undefined ? [] : tablesOf(objectOf(each.state[member]), `${each.pointer}/${member}`))),
  ]);
  return [{ pointer, table, states }, ...inner];
}

/** Where a state may lead, with the pointer of each member that says so. */
export function targetsOf({ state, pointer }: FoundState): readonly { readonly to: string; readonly pointer: string; readonly caught: boolean }[] {
  const written = [
    { to: state["Next"], member: "Next", caught: false },
    { to: state["Default"], member: "Default", caught: false },
    ...listOf(state["Choices"]).map((rule, at) => ({ to: objectOf(rule)["Next"], member: `Choices/${at}/Next`, caught: false })),
    ...listOf(state["Catch"]).map((rule, at) => ({ to: objectOf(rule)["Next"], member: `Catch/${at}/Next`, caught: true })),
  ];
  return written.flatMap(({ to, member, caught }) => (typeof to === "string" ? [{ to, pointer: `${pointer}/${member}`, caught }] : []));
}
