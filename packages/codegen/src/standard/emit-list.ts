import { schemaList } from "./applicators.ts";
import type { PredicateEmitter, Site } from "./predicate-emitter.ts";
import type { Schema, SchemaObject } from "./schema.ts";
import { any, type Verdict } from "./verdict.ts";

/** What a schema says of lists, for a value that is one. Entries not looked at yet (`unevaluatedItems`) apart. */
export function emitList(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  const { value } = site;
  const { minItems, maxItems, uniqueItems } = schema;
  const prefix = schemaList(schema["prefixItems"]);
  const found: Verdict[] = [];
  if (typeof minItems === "number" && minItems > 0) found.push(`${value}.length >= ${minItems}`);
  if (typeof maxItems === "number") found.push(`${value}.length <= ${maxItems}`);
  for (const [index, inside] of prefix.entries()) {
    found.push(any([`${value}.length <= ${index}`, emitter.expression(emitter.at(site, `/prefixItems/${index}`, inside), `${value}[${index}]`)]));
  }
  found.push(...items(emitter, schema, { site, after: prefix.length }), ...contained(emitter, schema, site));
  if (uniqueItems === true) found.push(`${emitter.module.use("isUnique")}(${value})`);
  return found;
}

function items(emitter: PredicateEmitter, { items: inside }: SchemaObject, { site, after }: { readonly site: Site; readonly after: number }): readonly Verdict[] {
  if (inside === undefined) return [];
  const test = emitter.callback(emitter.at(site, "/items", inside as Schema), "entry");
  if (test === undefined) return [];
  const rest = after === 0 ? site.value : `${site.value}.slice(${after})`;
  return [`${rest}.every(${test})`];
}

function contained(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  if (schema["contains"] === undefined) return [];
  const { minContains = 1, maxContains } = schema as { readonly minContains?: number; readonly maxContains?: number };
  if (minContains === 0 && maxContains === undefined) return [];
  const test = emitter.callback(emitter.at(site, "/contains", schema["contains"] as Schema), "entry") ?? "() => true";
  if (minContains === 1 && maxContains === undefined) return [`${site.value}.some(${test})`];
  const bounds = maxContains === undefined ? `${minContains}` : `${minContains}, ${maxContains}`;
  return [`${emitter.module.use("hasBetween")}(${site.value}, ${test}, ${bounds})`];
}
