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

const NOTHING: ReadonlySet<Concern> = new Set();
const BY_KEYWORD: ReadonlyMap<string, readonly Concern[]> = new Map(
  Object.values(KEYWORDS).flat().map((keyword) => [keyword, (Object.keys(KEYWORDS) as Concern[]).filter((concern) => KEYWORDS[concern].includes(keyword))]),
);

/** What the keywords of a schema speak of. Most schemas have few keywords: those are looked at, not those they might have. */
export function concernsOf(schema: SchemaObject): ReadonlySet<Concern> {
  let found: Set<Concern> | undefined;
  for (const keyword of Object.keys(schema)) {
    const concerns = BY_KEYWORD.get(keyword);
    if (concerns === undefined || isSilent(keyword, schema[keyword])) continue;
    found ??= new Set();
    for (const concern of concerns) found.add(concern);
  }
  return found ?? NOTHING;
}

/** A keyword that is there and takes everything. */
function isSilent(keyword: string, value: unknown): boolean {
  return value === undefined || (keyword === "additionalProperties" && value === true) || (keyword === "uniqueItems" && value === false);
}
