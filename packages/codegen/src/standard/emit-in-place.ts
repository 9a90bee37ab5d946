import { type Inside, schemaList } from "./applicators.ts";
import type { PredicateEmitter, Site } from "./predicate-emitter.ts";
import type { Schema, SchemaObject } from "./schema.ts";
import { any, not, one, type Verdict } from "./verdict.ts";

/** What a schema says of the same value by other schemas: references and combinations. */
export function emitInPlace(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  const found: Verdict[] = [];
  for (const keyword of REFERENCES) if (schema[keyword] !== undefined) refer(emitter, site, { keyword, found });
  if (schema["allOf"] !== undefined) found.push(...each(emitter, site, { path: "/allOf", schemas: schema["allOf"] }));
  if (schema["anyOf"] !== undefined) found.push(any(each(emitter, site, { path: "/anyOf", schemas: schema["anyOf"] })));
  if (schema["oneOf"] !== undefined) found.push(one(each(emitter, site, { path: "/oneOf", schemas: schema["oneOf"] })));
  if (schema["not"] !== undefined) found.push(not(met(emitter, site, { path: "/not", schema: schema["not"] as Schema })));
  if (schema["if"] !== undefined) condition(emitter, schema, { site, found });
  return found;
}

const REFERENCES = ["$ref", "$dynamicRef"] as const;

function refer(emitter: PredicateEmitter, site: Site, { keyword, found }: { readonly keyword: (typeof REFERENCES)[number]; readonly found: Verdict[] }): void {
  const target = emitter.referred(site, keyword);
  if (target === undefined) return;
  found.push(typeof target.place.schema === "boolean" ? target.place.schema : `${emitter.predicate(target)}(${site.value})`);
}

function met(emitter: PredicateEmitter, site: Site, { path, schema }: Inside): Verdict {
  return emitter.expression(emitter.at(site, path, schema), site.value, site.fields);
}

function each(emitter: PredicateEmitter, site: Site, { path, schemas }: { readonly path: string; readonly schemas: unknown }): readonly Verdict[] {
  return schemaList(schemas).map((schema, index) => met(emitter, site, { path: `${path}/${index}`, schema }));
}

function condition(emitter: PredicateEmitter, schema: SchemaObject, { site, found }: { readonly site: Site; readonly found: Verdict[] }): void {
  const { if: when, then: yes, else: no } = schema as Readonly<Record<string, Schema | undefined>>;
  if (when === undefined || (yes === undefined && no === undefined)) return;
  const test = met(emitter, site, { path: "/if", schema: when });
  found.push(any([not(test), yes === undefined ? true : met(emitter, site, { path: "/then", schema: yes })]));
  found.push(any([test, no === undefined ? true : met(emitter, site, { path: "/else", schema: no })]));
}
