import type { FormSchema } from "../../form.ts";

/** Keywords whose value is a schema. */
const ONE = ["items", "if", "then", "else", "not"] as const;
/** Keywords whose value is a list of schemas. */
const MANY = ["allOf", "anyOf", "oneOf"] as const;
/** Keywords whose value is a record of schemas. */
const NAMED = ["properties", "$defs"] as const;

/** A schema inside a form. `path` leads to it. */
export interface SchemaPlace {
  readonly schema: FormSchema;
  readonly path: readonly (string | number)[];
}

/** A schema directly inside another, with the keyword it stands under. */
export type InnerSchema = SchemaPlace & { readonly keyword: string };

/** The schemas directly inside one. */
export function subschemas({ schema, path }: SchemaPlace): readonly InnerSchema[] {
  const found: InnerSchema[] = [];
  const add = (keyword: string, inner: FormSchema | undefined, ...more: readonly (string | number)[]) => {
    if (inner !== undefined && typeof inner === "object") found.push({ keyword, schema: inner, path: [...path, keyword, ...more] });
  };
  for (const keyword of ONE) add(keyword, schema[keyword]);
  for (const keyword of MANY) schema[keyword]?.forEach((inner, index) => add(keyword, inner, index));
  for (const keyword of NAMED) for (const name of Object.keys(schema[keyword] ?? {})) add(keyword, schema[keyword]?.[name], name);
  return found;
}

/** Every schema of a form, the form itself first. A form is asked for by many checks, and never changed. */
export function everySchema(form: FormSchema): readonly SchemaPlace[] {
  const before = known.get(form);
  if (before !== undefined) return before;
  const found: SchemaPlace[] = [];
  const walk = (place: SchemaPlace): void => {
    found.push(place);
    subschemas(place).forEach(walk);
  };
  walk({ schema: form, path: [] });
  known.set(form, found);
  return found;
}

const known = new WeakMap<FormSchema, readonly SchemaPlace[]>();
