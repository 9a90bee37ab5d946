import type { FormSchema } from "@motcua/procedure";
import { FORMATS } from "../runtime-names.ts";
import { tagOf } from "./choice-tag.ts";

type Definitions = Readonly<Record<string, FormSchema>>;

/** What the emitters ask of a keyword's value. */
export interface ValueRule {
  readonly keyword: string;
  /** What is possible instead. */
  readonly why: string;
  readonly holds: (schema: FormSchema, definitions: Definitions) => boolean;
}

const TYPES: ReadonlySet<string> = new Set(["string", "integer", "number", "boolean", "object", "array"]);
const REF = /^#\/\$defs\/[A-Za-z][A-Za-z0-9]*$/;
/** Keywords that also concern null, which the checks of a nullable value leave out. */
const BESIDE_NULL = ["$ref", "const", "if", "allOf", "anyOf", "oneOf", "not"] as const;

/** Every rule about a keyword's value; a rule whose keyword is absent is not asked. */
export const VALUE_RULES: readonly ValueRule[] = [
  { keyword: "type", why: "one type, or one type and null", holds: (schema) => hasOneType(schema) },
  { keyword: "type", why: "null stands beside no keyword that combines schemas", holds: (schema) => !isNullable(schema) || BESIDE_NULL.every((key) => schema[key] === undefined) },
  { keyword: "$ref", why: "only a definition in $defs", holds: ({ $ref = "" }, definitions) => REF.test($ref) && Object.hasOwn(definitions, $ref.slice(8)) },
  { keyword: "additionalProperties", why: "only true or false", holds: (schema) => typeof schema.additionalProperties === "boolean" },
  { keyword: "properties", why: "a field cannot have a name that every object inherits", holds: (schema) => Object.keys(schema.properties ?? {}).every(isOwnName) },
  { keyword: "required", why: "a field cannot have a name that every object inherits", holds: (schema) => (schema.required ?? []).every(isOwnName) },
  { keyword: "dependentRequired", why: "a field cannot have a name that every object inherits", holds: (schema) => Object.entries(schema.dependentRequired ?? {}).flat(2).every(isOwnName) },
  { keyword: "format", why: "no such format", holds: ({ format = "" }) => Object.hasOwn(FORMATS, format) },
  { keyword: "multipleOf", why: "only a whole number", holds: ({ multipleOf = 0 }) => Number.isInteger(multipleOf) && multipleOf > 0 },
  { keyword: "pattern", why: "not a regular expression", holds: ({ pattern = "" }) => isPattern(pattern) },
  { keyword: "then", why: "it needs if", holds: (schema) => schema.if !== undefined },
  { keyword: "else", why: "it needs if", holds: (schema) => schema.if !== undefined },
  { keyword: "enum", why: "every value is of the type", holds: (schema) => (schema.enum ?? []).every((value) => isOfType(value, schema)) && (!isNullable(schema) || schema.enum?.includes(null) === true) },
  { keyword: "const", why: "it is of the type, and enum does not stand beside it", holds: (schema) => isOfType(schema.const, schema) && schema.enum === undefined },
  { keyword: "oneOf", why: "two alternatives or more, with a required key that has a constant of its own in each", holds: (schema, definitions) => (schema.oneOf ?? []).length > 1 && tagOf(schema, definitions) !== undefined },
];

/** `constructor`, `__proto__` and their like: zod reads them of objects that do not have them. */
function isOwnName(name: string): boolean {
  return !(name in Object.prototype);
}

function typesOf({ type }: FormSchema): readonly string[] {
  return typeof type === "string" ? [type] : [type ?? []].flat();
}

function isNullable(schema: FormSchema): boolean {
  return typeof schema.type === "string" ? schema.type === "null" : typesOf(schema).includes("null");
}

function hasOneType(schema: FormSchema): boolean {
  if (typeof schema.type === "string") return TYPES.has(schema.type);
  const [type, ...more] = typesOf(schema).filter((name) => name !== "null");
  return type !== undefined && more.length === 0 && TYPES.has(type);
}

const OF_TYPE: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  integer: (value) => Number.isInteger(value),
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  array: (value) => Array.isArray(value),
  null: (value) => value === null,
};

function isOfType(value: unknown, schema: FormSchema): boolean {
  if (typeof schema.type === "string") return OF_TYPE[schema.type]?.(value) === true;
  const types = typesOf(schema);
  return types.length === 0 || types.some((type) => OF_TYPE[type]?.(value) === true);
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
