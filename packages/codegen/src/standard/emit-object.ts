import { segment } from "@motcua/procedure";
import { Names } from "../print/names.ts";
import { indented } from "../print/module-text.ts";
import { printMember, printValue } from "../print/print-value.ts";
import { RUNTIME } from "../runtime-names.ts";
import { schemaMap } from "./applicators.ts";
import { emitPattern } from "./emit-value.ts";
import type { PredicateEmitter, Site } from "./predicate-emitter.ts";
import type { Schema, SchemaObject } from "./schema.ts";
import { all, any, not, print, refusing, type Verdict } from "./verdict.ts";

/** Names a predicate has already. Names of the module have a `$`, names of fields get none. */
const LOCAL: ReadonlySet<string> = new Set(["value", "own", "keys", "key", "entry", "seen", "Object", "Array", "Number", "undefined"]);

/** What a schema says of an object, as statements that leave a predicate where it does not hold, and the fields that were read. */
export function emitObject(emitter: PredicateEmitter, schema: SchemaObject, site: Site): { readonly lines: readonly string[]; readonly fields: ReadonlyMap<string, string> } {
  const names = new Names(LOCAL, RUNTIME);
  const required = requiredOf(schema);
  const properties = schemaMap(schema["properties"]);
  const fields = new Map<string, string>();
  for (const key of keysRead(properties, required)) fields.set(key, names.take(key.replaceAll("$", "_")));
  const known = { ...site, fields };
  const counts = isClosed(schema) && schema["patternProperties"] === undefined;
  const lines: string[] = counts ? [`let keys = ${Object.keys(properties).filter((key) => required.has(key)).length};`] : [];
  for (const [key, name] of fields) {
    lines.push(`const ${name} = ${printField(site.value, key)};`);
    fieldLines(emitter, { site: known, properties, key, name }, { counts, isRequired: required.has(key), lines });
  }
  for (const verdict of remaining(emitter, schema, known, counts)) lines.push(...refusing(verdict));
  return { lines, fields };
}

/** The same as expressions, for an object some of whose fields were read. */
export function readsField(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  const required = requiredOf(schema);
  const properties = schemaMap(schema["properties"]);
  const found: Verdict[] = [];
  for (const key of keysRead(properties, required)) {
    const name = fieldOf(site, key);
    const { met, presence } = propertyTest(emitter, { site, properties, key, name });
    found.push(required.has(key) ? all([presence ? `${name} !== undefined` : true, met]) : any([`${name} === undefined`, met]));
  }
  found.push(...remaining(emitter, schema, site, false));
  return found;
}

/** A field of an object. */
interface Field {
  readonly site: Site;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly key: string;
  /** Expression of its value. */
  readonly name: string;
}

function fieldLines(emitter: PredicateEmitter, field: Field, { counts, isRequired, lines }: { readonly counts: boolean; readonly isRequired: boolean; readonly lines: string[] }): void {
  const { name, properties, key } = field;
  const { met, presence } = propertyTest(emitter, field);
  if (isRequired) lines.push(`if (${print(any([presence ? `${name} === undefined` : false, not(met)]))}) return false;`);
  else if (counts && Object.hasOwn(properties, key)) lines.push(`if (${name} !== undefined) {`, ...indented([...refusing(met), "keys += 1;"]), "}");
  else if (met !== true) lines.push(`if (${print(all([`${name} !== undefined`, not(met)]))}) return false;`);
}

/** Test of a field, and whether its presence has to be asked for apart. */
function propertyTest(emitter: PredicateEmitter, { site, properties, key, name }: Field): { readonly met: Verdict; readonly presence: boolean } {
  if (!Object.hasOwn(properties, key)) return { met: true, presence: true };
  const reached = emitter.at(site, `/properties${segment(key)}`, properties[key] as Schema);
  return { met: emitter.expression(reached, name), presence: !emitter.refusesAbsence(reached) };
}

/** What is said of keys as such. */
function remaining(emitter: PredicateEmitter, schema: SchemaObject, site: Site, counts: boolean): readonly Verdict[] {
  const { minProperties, maxProperties } = schema;
  const found: Verdict[] = [];
  if (counts) found.push(`${emitter.module.use("hasKeys")}(${site.value}, keys)`);
  else if (schema["additionalProperties"] !== undefined) found.push(...others(emitter, schema, site));
  if (schema["patternProperties"] !== undefined) found.push(...patterns(emitter, schema, site));
  if (schema["propertyNames"] !== undefined) found.push(...names(emitter, schema, site));
  if (typeof minProperties === "number" && minProperties > 0) found.push(`${emitter.module.use("keysOf")}(${site.value}).length >= ${minProperties}`);
  if (typeof maxProperties === "number") found.push(`${emitter.module.use("keysOf")}(${site.value}).length <= ${maxProperties}`);
  if (schema["dependentRequired"] !== undefined || schema["dependentSchemas"] !== undefined) found.push(...dependent(emitter, schema, site));
  return found;
}

/** `additionalProperties`: keys that neither `properties` nor `patternProperties` name. */
function others(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  const met = emitter.expression(emitter.at(site, "/additionalProperties", schema["additionalProperties"] as Schema), `${site.value}[key]`);
  if (met === true) return [];
  const properties = Object.keys(schemaMap(schema["properties"]));
  const known = properties.length === 0 ? [] : [`${emitter.module.hoist("keys$", `/*@__PURE__*/ new Set(${printValue(properties)})`)}.has(key)`];
  const matched = Object.keys(schemaMap(schema["patternProperties"])).map((pattern) => `${emitPattern(emitter.module, pattern)}.test(key)`);
  return [`${emitter.module.use("keysOf")}(${site.value}).every((key) => ${print(any([...known, ...matched, met]))})`];
}

function patterns(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  return Object.entries(schemaMap(schema["patternProperties"])).flatMap(([pattern, inside]): readonly Verdict[] => {
    const met = emitter.expression(emitter.at(site, `/patternProperties${segment(pattern)}`, inside), `${site.value}[key]`);
    const matched = `${emitPattern(emitter.module, pattern)}.test(key)`;
    return met === true ? [] : [`${emitter.module.use("keysOf")}(${site.value}).every((key) => ${print(any([not(matched), met]))})`];
  });
}

function names(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  const met = emitter.expression(emitter.at(site, "/propertyNames", schema["propertyNames"] as Schema), "key");
  return met === true ? [] : [`${emitter.module.use("keysOf")}(${site.value}).every((key) => ${print(met)})`];
}

function dependent(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  const required = Object.entries((schema["dependentRequired"] ?? {}) as Readonly<Record<string, readonly string[]>>);
  const schemas = Object.entries(schemaMap(schema["dependentSchemas"]));
  return [
    ...required.flatMap(([key, others]) => [any([`${fieldOf(site, key)} === undefined`, all(others.map((other) => `${fieldOf(site, other)} !== undefined`))])]),
    ...schemas.flatMap(([key, inside]) => {
      const inPlace = emitter.expression(emitter.at(site, `/dependentSchemas${segment(key)}`, inside), site.value, site.fields);
      return [any([`${fieldOf(site, key)} === undefined`, inPlace])];
    }),
  ];
}

function isClosed(schema: SchemaObject): boolean {
  return schema["additionalProperties"] === false;
}

function requiredOf({ required }: SchemaObject): ReadonlySet<string> {
  return Array.isArray(required) ? new Set(required as readonly string[]) : NO_KEYS;
}

const NO_KEYS: ReadonlySet<string> = new Set();

function keysRead(properties: Readonly<Record<string, Schema>>, required: ReadonlySet<string>): readonly string[] {
  const keys = Object.keys(properties);
  for (const key of required) if (!Object.hasOwn(properties, key)) keys.push(key);
  return keys;
}

/** Expression of a field: the one that was read, or a reading. */
function fieldOf({ value, fields }: Site, key: string): string {
  return fields?.get(key) ?? printField(value, key);
}

/** Reading a field of an object that has own keys alone, apart from what every object inherits. */
function printField(own: string, key: string): string {
  const member = printMember(own, key);
  return key in Object.prototype ? `(Object.hasOwn(${own}, ${JSON.stringify(key)}) ? ${member} : undefined)` : member;
}
