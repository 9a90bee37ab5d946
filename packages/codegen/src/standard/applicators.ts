import { segment } from "@motcua/procedure";
import { hasKeywords, isSchema, type Schema, type SchemaObject } from "./schema.ts";

/** Keywords that hold one schema. */
const ONE: readonly string[] = ["additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties"];
/** Keywords that hold a list of schemas. */
const LIST: readonly string[] = ["allOf", "anyOf", "oneOf", "prefixItems"];
/** Keywords that hold schemas by name. */
const MAP: readonly string[] = ["$defs", "dependentSchemas", "patternProperties", "properties"];

/** A schema inside another, by the path from one to the other. */
export interface Inside {
  readonly path: string;
  readonly schema: Schema;
}

/** The schemas directly inside a schema, in the places where the standard has schemas. */
export function schemasInside(schema: SchemaObject): readonly Inside[] {
  const found: Inside[] = [];
  const add = (path: string, value: unknown) => isSchema(value) && found.push({ path, schema: value });
  for (const keyword of ONE) add(`/${keyword}`, schema[keyword]);
  for (const keyword of LIST) schemaList(schema[keyword]).forEach((value, index) => add(`/${keyword}/${index}`, value));
  for (const keyword of MAP) for (const [name, value] of Object.entries(schemaMap(schema[keyword]))) add(`/${keyword}${segment(name)}`, value);
  return found;
}

/** The schemas of a keyword that holds a list; none where it is absent. */
export function schemaList(value: unknown): readonly Schema[] {
  return Array.isArray(value) ? (value as readonly Schema[]) : [];
}

/** The schemas of a keyword that holds them by name; none where it is absent. */
export function schemaMap(value: unknown): Readonly<Record<string, Schema>> {
  return hasKeywords(value) ? (value as Readonly<Record<string, Schema>>) : {};
}
