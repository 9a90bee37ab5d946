import type { FormSchema } from "../../form.ts";

/** A field of an object: its schema, and whether it is there in every valid value. */
export interface ShapeField {
  readonly schema: FormSchema;
  readonly required: boolean;
}

/** Follows the `$ref` of a schema; what stands beside it adds to it. */
export function resolveRef(schema: FormSchema, root: FormSchema): FormSchema {
  if (schema.$ref === undefined) return schema;
  const inRoot = keptOf(resolved, root);
  const before = inRoot.get(schema);
  if (before !== undefined) return before;
  const found = followed(schema, root);
  inRoot.set(schema, found);
  return found;
}

/** What is kept of the schemas of a form. */
type Kept<Found> = WeakMap<FormSchema, Map<FormSchema, Found>>;

const resolved: Kept<FormSchema> = new WeakMap();

function keptOf<Found>(kept: Kept<Found>, root: FormSchema): Map<FormSchema, Found> {
  const before = kept.get(root);
  if (before !== undefined) return before;
  const inRoot = new Map<FormSchema, Found>();
  kept.set(root, inRoot);
  return inRoot;
}

function followed(schema: FormSchema, root: FormSchema): FormSchema {
  const seen = new Set<string>();
  let current = schema;
  while (current.$ref !== undefined && !seen.has(current.$ref)) {
    seen.add(current.$ref);
    const { $ref, ...beside } = current;
    const target = root.$defs?.[$ref.replace("#/$defs/", "")];
    if (target === undefined) return beside;
    current = { ...target, ...beside, required: [...(target.required ?? []), ...(beside.required ?? [])] };
  }
  return current;
}

/**
 * The fields of an object by key, whatever adds them. What only a condition or a variant requires is optional here:
 * it is not there in every valid value.
 */
export function objectFields(schema: FormSchema, root: FormSchema): ReadonlyMap<string, ShapeField> {
  const inRoot = keptOf(known, root);
  const before = inRoot.get(schema);
  if (before !== undefined) return before;
  const fields = readFields(schema, root);
  inRoot.set(schema, fields);
  return fields;
}

/** Asked for again and again, by every check and every expression. Schemas are never changed. */
const known: Kept<ReadonlyMap<string, ShapeField>> = new WeakMap();

const NO_FIELDS: ReadonlyMap<string, ShapeField> = new Map();

function readFields(schema: FormSchema, root: FormSchema): ReadonlyMap<string, ShapeField> {
  const whole = resolveRef(schema, root);
  const { properties, allOf = [], oneOf = [], anyOf = [] } = whole;
  const parts = [...allOf, ...oneOf, ...anyOf];
  // Most schemas are of a field that is no object.
  if (properties === undefined && parts.length === 0) return NO_FIELDS;
  const required = new Set([whole, ...allOf].flatMap((part) => part.required ?? []));
  const fields = new Map<string, ShapeField>();
  for (const name in properties) fields.set(name, { schema: properties[name] as FormSchema, required: required.has(name) });
  parts.forEach((part, index) => {
    const isAlways = index < allOf.length;
    for (const [name, field] of objectFields(part, root)) {
      if (!fields.has(name)) fields.set(name, { schema: field.schema, required: (isAlways && field.required) || required.has(name) });
    }
  });
  return fields;
}

/** Whether a schema describes an object of fields. */
export function isObjectSchema(schema: FormSchema): boolean {
  return [schema.type].flat().includes("object") || (schema.type === undefined && schema.properties !== undefined);
}

/** The schema of the field a JSON Pointer names, through lists by any index or `-`; `undefined` when there is none. */
export function fieldAt(root: FormSchema, segments: readonly string[], from: FormSchema = root): FormSchema | undefined {
  const [first, ...rest] = segments;
  const schema = resolveRef(from, root);
  if (first === undefined) return schema;
  if (schema.items !== undefined && /^(\d+|-)$/.test(first)) return fieldAt(root, rest, schema.items);
  const field = objectFields(schema, root).get(first);
  return field === undefined ? undefined : fieldAt(root, rest, field.schema);
}
