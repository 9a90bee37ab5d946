import type { FormSchema } from "@motcua/procedure";
import { isObject } from "./json-pointer.ts";

const READ = new Set(["type", "properties", "required", "const", "enum", "not", "allOf", "anyOf", "oneOf", "minimum", "maximum"]);

/** Whether {@link schemaHolds} can judge a condition: it uses the words of conditions alone. */
export function isReadable(schema: FormSchema): boolean {
  const { properties, not, allOf = [], anyOf = [], oneOf = [] } = schema;
  const below = [...Object.values(properties ?? {}), ...(not === undefined ? [] : [not]), ...allOf, ...anyOf, ...oneOf];
  return Object.keys(schema).every((word) => READ.has(word)) && below.every(isReadable);
}

/** Judges the `if` of a form's condition. The whole form is checked by its own module; this only decides what to show. */
export function schemaHolds(schema: FormSchema, value: unknown): boolean {
  const { not, allOf = [], anyOf, oneOf } = schema;
  if ("const" in schema && schema.const !== value) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (not !== undefined && schemaHolds(not, value)) return false;
  if (!allOf.every((each) => schemaHolds(each, value))) return false;
  if (anyOf !== undefined && !anyOf.some((each) => schemaHolds(each, value))) return false;
  if (oneOf !== undefined && oneOf.filter((each) => schemaHolds(each, value)).length !== 1) return false;
  if (typeof value === "number" && !((schema.minimum ?? value) <= value && value <= (schema.maximum ?? value))) return false;
  return !isObject(value) || objectHolds(schema, value);
}

function objectHolds(schema: FormSchema, value: { readonly [key: string]: unknown }): boolean {
  if (!(schema.required ?? []).every((key) => value[key] !== undefined)) return false;
  return Object.entries(schema.properties ?? {}).every(([key, below]) => value[key] === undefined || schemaHolds(below, value[key]));
}
