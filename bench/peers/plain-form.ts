/** A form without what names the document and its dialect: peers look such names up. */
export function plainForm(form: object): object {
  const { $schema: _schema, $id: _id, ...rest } = structuredClone(form) as { readonly $schema?: unknown; readonly $id?: unknown };
  return rest;
}
