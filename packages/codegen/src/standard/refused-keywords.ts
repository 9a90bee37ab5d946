import { FORMATS } from "../runtime-names.ts";
import { hasKeywords, type SchemaObject } from "./schema.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";
const TYPES: ReadonlySet<string> = new Set(["string", "integer", "number", "boolean", "object", "array", "null"]);

/** Why a keyword cannot be honoured; every rule is asked of every schema that is emitted. */
export interface Refusal {
  readonly keyword: string;
  readonly why: string;
}

interface RefusalRule extends Refusal {
  readonly holds: (value: unknown, schema: SchemaObject) => boolean;
}

const OLD = "a keyword of an older draft, which 2020-12 does not have";
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const isNumber = (value: unknown) => typeof value === "number" && Number.isFinite(value);
const isText = (value: unknown) => typeof value === "string";
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isSchemas = (value: unknown) => Array.isArray(value) && value.length > 0;

const OF_VALUE: readonly RefusalRule[] = [
  ...["$recursiveRef", "$recursiveAnchor", "additionalItems", "dependencies"].map((keyword) => ({ keyword, why: OLD, holds: () => false })),
  { keyword: "$schema", why: `only ${DIALECT}`, holds: (value) => value === DIALECT || value === `${DIALECT}#` },
  { keyword: "type", why: "not a type of JSON", holds: (value) => [value].flat().every((name) => typeof name === "string" && TYPES.has(name)) },
  { keyword: "items", why: "a list of schemas is prefixItems in 2020-12", holds: (value) => !Array.isArray(value) },
  ...["minLength", "maxLength", "minItems", "maxItems", "minContains", "maxContains", "minProperties", "maxProperties"].map((keyword) => ({ keyword, why: "not a count", holds: isCount })),
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].map((keyword) => ({ keyword, why: "not a number", holds: isNumber })),
  { keyword: "multipleOf", why: "not a number above zero", holds: (value) => isNumber(value) && (value as number) > 0 },
  { keyword: "uniqueItems", why: "only true or false", holds: (value) => typeof value === "boolean" },
  { keyword: "required", why: "not a list of keys", holds: isTexts },
  { keyword: "enum", why: "not a list", holds: Array.isArray },
  { keyword: "dependentRequired", why: "not lists of keys", holds: (value) => hasKeywords(value) && Object.values(value).every(isTexts) },
  ...["properties", "patternProperties", "dependentSchemas", "$defs"].map((keyword) => ({ keyword, why: "not schemas by name", holds: hasKeywords })),
  ...["allOf", "anyOf", "oneOf", "prefixItems"].map((keyword) => ({ keyword, why: "not a list of schemas", holds: isSchemas })),
  { keyword: "pattern", why: "not a regular expression with Unicode", holds: isPattern },
  { keyword: "patternProperties", why: "a name is no regular expression with Unicode", holds: (value) => Object.keys(value as object).every(isPattern) },
];

const NONE: readonly RefusalRule[] = [];
const BY_KEYWORD: ReadonlyMap<string, readonly RefusalRule[]> = new Map(OF_VALUE.map(({ keyword }) => [keyword, OF_VALUE.filter((rule) => rule.keyword === keyword)]));

/** What of a schema's own keywords cannot be honoured. `asserts` where a format is more than an annotation. */
export function refusals(schema: SchemaObject, asserts: boolean): readonly Refusal[] {
  const found: Refusal[] = [];
  for (const keyword of Object.keys(schema)) for (const rule of BY_KEYWORD.get(keyword) ?? NONE) if (!rule.holds(schema[keyword], schema)) found.push(rule);
  const isForeign = asserts && typeof schema["format"] === "string" && !Object.hasOwn(FORMATS, schema["format"]);
  return isForeign ? [...found, { keyword: "format", why: "no such format" }] : found;
}

function isPattern(pattern: unknown): boolean {
  try {
    return new RegExp(pattern as string, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
