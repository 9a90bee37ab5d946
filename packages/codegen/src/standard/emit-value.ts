import { allowed } from "../form/emit-limits.ts";
import type { ModuleText } from "../print/module-text.ts";
import { printValue } from "../print/print-value.ts";
import { FORMATS } from "../runtime-names.ts";
import type { Concern } from "./concerns.ts";
import type { SchemaObject } from "./schema.ts";
import { all, any, type Verdict } from "./verdict.ts";

/** Types of JSON values. A whole number is a number. */
export type Kind = "string" | "number" | "boolean" | "object" | "array" | "null";

const KINDS: readonly Kind[] = ["string", "number", "boolean", "object", "array", "null"];
const ALL_KINDS: ReadonlySet<Kind> = new Set(KINDS);
/** Sets of one kind, by the type that leaves it. */
const ONE_KIND: ReadonlyMap<unknown, ReadonlySet<Kind>> = new Map([...KINDS.map((kind) => [kind, new Set([kind])] as const), ["integer", new Set<Kind>(["number"])]]);

/** What a value can still be once a schema's `type` is met. */
export function kindsOf(type: unknown): ReadonlySet<Kind> {
  if (type === undefined) return ALL_KINDS;
  return ONE_KIND.get(type) ?? new Set([type].flat().map((name) => (name === "integer" ? "number" : name) as Kind));
}

/** `part` where it concerns only values of one kind: guarded, unless the value can be of no other. */
export function concerning(kind: Kind, { kinds, isOther, parts }: { readonly kinds: ReadonlySet<Kind>; readonly isOther: string; readonly parts: readonly Verdict[] }): readonly Verdict[] {
  if (parts.length === 0 || !kinds.has(kind)) return [];
  return kinds.size === 1 ? parts : [any([isOther, all(parts)])];
}

/** A value, and what is to be said of it. */
interface Own {
  readonly value: string;
  /** What the schema says of its type; `undefined` where that was seen. */
  readonly type: unknown;
  readonly asserts: boolean;
  readonly concerns: ReadonlySet<Concern>;
}

/** What a schema says of the value itself: type, constant, closed list, limits of texts and numbers. All of it holds, or it is not valid. */
export function emitOwn(module: ModuleText, schema: SchemaObject, { value, type, asserts, concerns }: Own): readonly Verdict[] {
  const kinds = kindsOf(type);
  const values = Array.isArray(schema["enum"]) ? schema["enum"].filter((entry) => isOfType(entry, type)) : undefined;
  const isConstant = Object.hasOwn(schema, "const");
  const found: Verdict[] = [];
  // A closed list and a constant say more than a type; the tests of objects and lists come with what is said of them.
  const isTold = type === undefined || type === "object" || type === "array" || values !== undefined || (isConstant && isOfType(schema["const"], type));
  if (!isTold) found.push(...typeTest(module, type, value));
  if (isConstant) found.push(constantTest(module, schema["const"], value));
  if (values !== undefined) found.push(listTest(module, values, value));
  if (concerns.has("texts")) found.push(...concerning("string", { kinds, isOther: `typeof ${value} !== "string"`, parts: textTests(module, schema, { value, asserts }) }));
  if (concerns.has("numbers")) found.push(...concerning("number", { kinds, isOther: `typeof ${value} !== "number"`, parts: numberTests(module, schema, value) }));
  return found;
}

function typeTest(module: ModuleText, type: unknown, value: string): readonly Verdict[] {
  if (typeof type === "string") return [TYPE_TESTS[type]?.(value, module) ?? false];
  const names = [type].flat().map(String);
  if (names.length === 1 && (names[0] === "object" || names[0] === "array")) return [];
  return [any(names.map((name) => TYPE_TESTS[name]?.(value, module) ?? false))];
}

const TYPE_TESTS: Readonly<Record<string, (value: string, module: ModuleText) => string>> = {
  string: (value) => `typeof ${value} === "string"`,
  boolean: (value) => `typeof ${value} === "boolean"`,
  number: (value) => `Number.isFinite(${value})`,
  integer: (value) => `Number.isInteger(${value})`,
  null: (value) => `${value} === null`,
  array: (value) => `Array.isArray(${value})`,
  object: (value, module) => `${module.use("isObject")}(${value})`,
};

function constantTest(module: ModuleText, constant: unknown, value: string): string {
  return isPlain(constant) ? `${value} === ${printValue(constant)}` : `${module.use("equal")}(${value}, ${printValue(constant)})`;
}

/** A closed list: a comparison each where there are few, a set where there are many. */
function listTest(module: ModuleText, values: readonly unknown[], value: string): Verdict {
  if (values.length > 4 || !values.every(isPlain)) return `${module.hoist("values$", allowed(module, values))}.has(${value})`;
  return any(values.map((entry) => `${value} === ${printValue(entry)}`));
}

function textTests(module: ModuleText, schema: SchemaObject, { value, asserts }: { readonly value: string; readonly asserts: boolean }): readonly string[] {
  const { minLength, maxLength, pattern, format } = schema;
  const tests: string[] = [];
  if (typeof minLength === "number" && minLength > 0) tests.push(minLength === 1 ? `${value} !== ""` : `${module.use("atLeast")}(${value}, ${minLength})`);
  if (typeof maxLength === "number") tests.push(`${module.use("atMost")}(${value}, ${maxLength})`);
  if (typeof pattern === "string") tests.push(`${emitPattern(module, pattern)}.test(${value})`);
  if (asserts && typeof format === "string") tests.push(`${module.use(FORMATS[format] ?? "")}.test(${value})`);
  return tests;
}

/** A pattern as JSON Schema reads it, ECMA-262 with Unicode, as a constant of the module. */
export function emitPattern(module: ModuleText, pattern: string): string {
  return module.hoist("pattern$", String(new RegExp(pattern, "u")));
}

function numberTests(module: ModuleText, schema: SchemaObject, value: string): readonly string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const tests: string[] = [];
  if (typeof minimum === "number") tests.push(`${value} >= ${minimum}`);
  if (typeof maximum === "number") tests.push(`${value} <= ${maximum}`);
  if (typeof exclusiveMinimum === "number") tests.push(`${value} > ${exclusiveMinimum}`);
  if (typeof exclusiveMaximum === "number") tests.push(`${value} < ${exclusiveMaximum}`);
  if (typeof multipleOf === "number") tests.push(`${module.use("isMultiple")}(${value}, ${multipleOf})`);
  return tests;
}

const OF_TYPE: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  array: (value) => Array.isArray(value),
  null: (value) => value === null,
};

function isOfType(value: unknown, type: unknown): boolean {
  if (typeof type === "string") return OF_TYPE[type]?.(value) === true;
  return type === undefined || [type].flat().some((name) => typeof name === "string" && OF_TYPE[name]?.(value) === true);
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
