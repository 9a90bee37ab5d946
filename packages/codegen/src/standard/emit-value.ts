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
export function kindsOf({ type }: SchemaObject): ReadonlySet<Kind> {
  if (type === undefined) return ALL_KINDS;
  return ONE_KIND.get(type) ?? new Set([type].flat().map((name) => (name === "integer" ? "number" : name) as Kind));
}

/** `part` where it concerns only values of one kind: guarded, unless the value can be of no other. */
export function concerning(kind: Kind, { kinds, isOther, parts }: { readonly kinds: ReadonlySet<Kind>; readonly isOther: string; readonly parts: readonly Verdict[] }): readonly Verdict[] {
  if (parts.length === 0 || !kinds.has(kind)) return [];
  return kinds.size === 1 ? parts : [any([isOther, all(parts)])];
}

/** What a schema says of the value itself: type, constant, closed list, limits of texts and numbers. All of it holds, or it is not valid. */
export function emitOwn(module: ModuleText, schema: SchemaObject, { value, asserts, concerns }: { readonly value: string; readonly asserts: boolean; readonly concerns: ReadonlySet<Concern> }): readonly Verdict[] {
  const kinds = kindsOf(schema);
  const values = Array.isArray(schema["enum"]) ? schema["enum"].filter((entry) => isOfType(entry, schema)) : undefined;
  const isConstant = Object.hasOwn(schema, "const");
  return [
    // A closed list and a constant say more than a type.
    ...(values !== undefined || (isConstant && isOfType(schema["const"], schema)) ? [] : typeTest(module, schema, value)),
    ...(isConstant ? [constantTest(module, schema["const"], value)] : []),
    ...(values === undefined ? [] : [listTest(module, values, value)]),
    ...(concerns.has("texts") ? concerning("string", { kinds, isOther: `typeof ${value} !== "string"`, parts: textTests(module, schema, { value, asserts }) }) : []),
    ...(concerns.has("numbers") ? concerning("number", { kinds, isOther: `typeof ${value} !== "number"`, parts: numberTests(module, schema, value) }) : []),
  ];
}

function typeTest(module: ModuleText, { type }: SchemaObject, value: string): readonly Verdict[] {
  if (type === undefined) return [];
  const names = [type].flat().map(String);
  // The tests of objects and lists come with what is said of them.
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
  return [
    ...(typeof minLength === "number" && minLength > 0 ? [minLength === 1 ? `${value} !== ""` : `${module.use("atLeast")}(${value}, ${minLength})`] : []),
    ...(typeof maxLength === "number" ? [`${module.use("atMost")}(${value}, ${maxLength})`] : []),
    ...(typeof pattern === "string" ? [`${emitPattern(module, pattern)}.test(${value})`] : []),
    ...(asserts && typeof format === "string" ? [`${module.use(FORMATS[format] ?? "")}.test(${value})`] : []),
  ];
}

/** A pattern as JSON Schema reads it, ECMA-262 with Unicode, as a constant of the module. */
export function emitPattern(module: ModuleText, pattern: string): string {
  return module.hoist("pattern$", String(new RegExp(pattern, "u")));
}

function numberTests(module: ModuleText, schema: SchemaObject, value: string): readonly string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const bounds = [[">=", minimum], ["<=", maximum], [">", exclusiveMinimum], ["<", exclusiveMaximum]] as const;
  return [
    ...bounds.flatMap(([operator, bound]) => (typeof bound === "number" ? [`${value} ${operator} ${bound}`] : [])),
    ...(typeof multipleOf === "number" ? [`${module.use("isMultiple")}(${value}, ${multipleOf})`] : []),
  ];
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

function isOfType(value: unknown, { type }: SchemaObject): boolean {
  return type === undefined || [type].flat().some((name) => typeof name === "string" && OF_TYPE[name]?.(value) === true);
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
