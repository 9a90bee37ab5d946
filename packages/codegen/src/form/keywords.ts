/** Keywords by what becomes of them. A keyword that is not here is refused, never ignored. */
const VALIDATION = [
  "$ref", "type", "properties", "required", "additionalProperties", "items", "minItems", "maxItems", "enum", "const", "pattern", "format",
  "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
  "if", "then", "else", "allOf", "anyOf", "oneOf", "not", "dependentRequired",
] as const;

/** Said to people and developers, without effect on validity. */
const ANNOTATIONS = [
  "$defs", "$schema", "$id", "$comment", "title", "description", "examples", "default",
  "x-label", "x-hint", "x-enum", "x-code-list", "x-prefill", "x-data", "x-control",
] as const;

/** Words of the form as a whole: at its root only. */
export const ROOT_ONLY: ReadonlySet<string> = new Set(["x-sections", "x-rules"]);

/** Every keyword the emitters honour. */
export const KEYWORDS: ReadonlySet<string> = new Set([...VALIDATION, ...ANNOTATIONS]);

/** Keywords that hold one schema. */
export const ONE_SCHEMA = ["items", "if", "then", "else", "not"] as const;

/** Keywords that hold a list of schemas. */
export const SCHEMA_LIST = ["allOf", "anyOf", "oneOf"] as const;

/** Keywords that hold schemas by name. */
export const SCHEMA_MAP = ["properties", "$defs"] as const;
