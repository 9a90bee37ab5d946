import { schemaList } from "./applicators.ts";
import type { PredicateEmitter, Site } from "./predicate-emitter.ts";
import type { Schema, SchemaObject } from "./schema.ts";
import { any, not, one, type Verdict } from "./verdict.ts";

/** What a schema says of the same value by other schemas: references and combinations. */
export function emitInPlace(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  const met = (path: string, inside: Schema) => emitter.expression(emitter.at(site, path, inside), site.value, site.fields);
  const each = (keyword: string) => schemaList(schema[keyword]).map((inside, index) => met(`/${keyword}/${index}`, inside));
  return [
    ...references(emitter, site),
    ...each("allOf"),
    ...(schema["anyOf"] === undefined ? [] : [any(each("anyOf"))]),
    ...(schema["oneOf"] === undefined ? [] : [one(each("oneOf"))]),
    ...(schema["not"] === undefined ? [] : [not(met("/not", schema["not"] as Schema))]),
    ...condition(schema, met),
  ];
}

function references(emitter: PredicateEmitter, site: Site): readonly Verdict[] {
  return (["$ref", "$dynamicRef"] as const).flatMap((keyword): readonly Verdict[] => {
    const target = emitter.referred(site, keyword);
    if (target === undefined) return [];
    return typeof target.place.schema === "boolean" ? [target.place.schema] : [`${emitter.predicate(target)}(${site.value})`];
  });
}

function condition(schema: SchemaObject, met: (path: string, inside: Schema) => Verdict): readonly Verdict[] {
  const { if: when, then: yes, else: no } = schema as Readonly<Record<string, Schema | undefined>>;
  if (when === undefined || (yes === undefined && no === undefined)) return [];
  const test = met("/if", when);
  return [any([not(test), yes === undefined ? true : met("/then", yes)]), any([test, no === undefined ? true : met("/else", no)])];
}
