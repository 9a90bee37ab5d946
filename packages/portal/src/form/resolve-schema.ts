import type { FormSchema } from "@motcua/procedure";

/** A schema with its `$ref` into `$defs` followed; what stands beside the `$ref` comes first. */
export function resolveSchema(schema: FormSchema, root: FormSchema): FormSchema {
  const { $ref, ...beside } = schema;
  if ($ref === undefined) return schema;
  const target = root.$defs?.[$ref.slice($ref.lastIndexOf("/") + 1)];
  if (target === undefined) return beside;
  const resolved = resolveSchema(target, root);
  const allOf = [...(resolved.allOf ?? []), ...(beside.allOf ?? [])];
  return { ...resolved, ...beside, ...(allOf.length === 0 ? {} : { allOf }) };
}

/** The schema at a pointer of the form, list rows and references followed. */
export function schemaAt(root: FormSchema, path: readonly string[]): FormSchema | undefined {
  let at: FormSchema | undefined = resolveSchema(root, root);
  for (const key of path) {
    const next: FormSchema | undefined = at.properties?.[key] ?? at.items;
    if (next === undefined) return undefined;
    at = resolveSchema(next, root);
  }
  return at;
}
