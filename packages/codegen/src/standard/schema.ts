/** JSON Schema as it is written: keywords, or a verdict on every value. */
export type Schema = boolean | SchemaObject;

/** A schema that has keywords. */
export type SchemaObject = { readonly [keyword: string]: unknown };

/** A document with a URI of its own: a file, or what stands under a `$id` inside one. */
export interface Resource {
  /** Absolute, without fragment. */
  readonly uri: string;
  readonly root: Schema;
  /** JSON Pointer of the resource inside the document that was given, `""` for the document itself. */
  readonly pointer: string;
  readonly anchors: Map<string, Place>;
  /** Those of the anchors that `$dynamicRef` may find. */
  readonly dynamic: Map<string, Place>;
}

/** A schema and where it stands. */
export interface Place {
  readonly schema: Schema;
  readonly resource: Resource;
  /** JSON Pointer inside the document that was given. */
  readonly pointer: string;
}

/** Whether it is an object of keywords. */
export function hasKeywords(schema: unknown): schema is SchemaObject {
  return typeof schema === "object" && schema !== null && !Array.isArray(schema);
}

/** Whether it is a schema at all. */
export function isSchema(value: unknown): value is Schema {
  return typeof value === "boolean" || hasKeywords(value);
}
