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

/** The schemas directly inside one, with the keyword they stand under. */
export function subschemas({ schema, path }: SchemaPlace): readonly (SchemaPlace & { readonly keyword: string })[] {
  const place = (keyword: string, inner: FormSchema | undefined, ...more: readonly (string | number)[]) =>
    inner === undefined || typeof inner !== "object" ? [] : [{ keyword, schema: inner, path: [...path, keyword, ...more] }];
  return [
    ...ONE.flatMap((keyword) => place(keyword, schema[keyword])),
    ...MANY.flatMap((keyword) => (schema[keyword] ?? []).flatMap((inner, index) => place(keyword, inner, index))),
    ...NAMED.flatMap((keyword) => Object.entries(schema[keyword] ?? {}).flatMap(([name, inner]) => place(keyword, inner, name))),
  ];
}

/** Every schema of a form, the form itself first. */
export function everySchema(place: SchemaPlace): readonly SchemaPlace[] {
  return [place, ...subschemas(place).flatMap(everySchema)];
}
