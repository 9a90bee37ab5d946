import type { SchemaObject } from "./schema.ts";

/** What keywords speak of. */
export type Concern = "texts" | "numbers" | "objects" | "lists" | "in place" | "what is left over";

const KEYWORDS: Readonly<Record<Concern, readonly string[]>> = {
  texts: ["minLength", "maxLength", "pattern", "format"],
  numbers: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  objects: ["properties", "required", "additionalProperties", "patternProperties", "propertyNames", "minProperties", "maxProperties", "dependentRequired", "dependentSchemas"],
  lists: ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"],
  "in place": ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "not", "if"],
  "what is left over": ["unevaluatedProperties", "unevaluatedItems"],
};

const ALL = Object.keys(KEYWORDS) as Concern[];
/** The concerns of a keyword, a bit each. */
const BY_KEYWORD: ReadonlyMap<string, number> = new Map(
  Object.values(KEYWORDS).flat().map((keyword) => [keyword, ALL.reduce((bits, concern, index) => (KEYWORDS[concern].includes(keyword) ? bits | (1 << index) : bits), 0)]),
);
/** Every set of concerns, by its bits. */
const SETS: readonly ReadonlySet<Concern>[] = Array.from({ length: 1 << ALL.length }, (_, bits) => new Set(ALL.filter((_concern, index) => (bits & (1 << index)) !== 0)));
const NOTHING: ReadonlySet<Concern> = new Set();

/** What the keywords of a schema speak of. Most schemas have few keywords: those are looked at, not those they might have. */
export function concernsOf(schema: SchemaObject): ReadonlySet<Concern> {
  let found = 0;
  for (const keyword of Object.keys(schema)) {
    const bits = BY_KEYWORD.get(keyword);
    if (bits !== undefined && !isSilent(keyword, schema[keyword])) found |= bits;
  }
  return SETS[found] ?? NOTHING;
}

/** A keyword that is there and takes everything. */
function isSilent(keyword: string, value: unknown): boolean {
  return value === undefined || (keyword === "additionalProperties" && value === true) || (keyword === "uniqueItems" && value === false);
}
