import type { FormSchema } from "../../form.ts";
import type { Text } from "../../text.ts";

/** A kind of value a source gives. Absent keys say nothing: a text is any text. */
export interface GivenValue {
  readonly what: Text;
  readonly type: "string" | "integer" | "number" | "boolean" | "object" | "array";
  readonly format?: string;
  readonly codeList?: string;
  /** Keys of an object. */
  readonly fields?: readonly string[];
}

/** One body of data of a system: what can be asked of it, and what it gives. */
export interface GivenData {
  readonly name: Text;
  readonly gives: readonly GivenValue[];
}

/** `schemas/shared/data-sources.json`: the systems values are prefilled and papers are looked up from. */
export interface DataSources {
  readonly systems: Readonly<Record<string, { readonly name: Text; readonly source: string; readonly data: Readonly<Record<string, GivenData>> }>>;
}

/** Everything that can be asked, as `system.data`. */
export function givenData(sources: DataSources): ReadonlyMap<string, GivenData> {
  const before = known.get(sources);
  if (before !== undefined) return before;
  const found = new Map(Object.entries(sources.systems).flatMap(([system, { data }]) => Object.entries(data).map(([name, given]) => [`${system}.${name}`, given] as const)));
  known.set(sources, found);
  return found;
}

const known = new WeakMap<DataSources, ReadonlyMap<string, GivenData>>();

/** Formats whose every value is also one of another: a whole day is a date of which all parts are known. */
const ALSO: Readonly<Record<string, readonly string[]>> = { date: ["date-partial"] };

/** Whether a value of a source fits a field; `field` has its references resolved and its code list by name. */
export function fits(given: GivenValue, field: FormSchema, names: readonly string[]): boolean {
  const types = [field.type ?? []].flat();
  if (types.length > 0 && !types.includes(given.type) && !(given.type === "integer" && types.includes("number"))) return false;
  if (given.type === "object") return (given.fields ?? []).length === 0 || names.every((name) => given.fields?.includes(name) === true);
  const list = field["x-code-list"];
  if (list !== undefined || given.codeList !== undefined) return list === given.codeList;
  if (field.enum !== undefined) return false;
  if (field.format === undefined || given.format === undefined) return field.format === undefined;
  return field.format === given.format || ALSO[given.format]?.includes(field.format) === true;
}
