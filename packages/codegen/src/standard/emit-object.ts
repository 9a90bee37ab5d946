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
  const fields = new Map(keysRead(schema).map((key) => [key, names.take(key.replaceAll("$", "_"))]));
  const known = { ...site, fields };
  const counts = isClosed(schema) && schema["patternProperties"] === undefined;
  const required = requiredOf(schema);
  const properties = Object.keys(schemaMap(schema["properties"]));
  const lines = [
    ...(counts ? [`let keys = ${properties.filter((key) => required.has(key)).length};`] : []),
    ...[...fields].flatMap(([key, name]) => [`const ${name} = ${printField(site.value, key)};`, ...fieldLines(emitter, schema, { site: known, key, counts, isRequired: required.has(key) })]),
    ...remaining(emitter, schema, known, counts).flatMap(refusing),
  ];
  return { lines, fields };
}

/** The same as expressions, for an object some of whose fields were read. */
export function readsField(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  const required = requiredOf(schema);
  const properties = schemaMap(schema["properties"]);
  const fields = [...new Set([...Object.keys(properties), ...required])].map((key) => {
    const name = fieldOf(site, key);
    const [met, presence] = propertyTest(emitter, schema, { site, key, name });
    return required.has(key) ? all([presence ? `${name} !== undefined` : true, met]) : any([`${name} === undefined`, met]);
  });
  return [...fields, ...remaining(emitter, schema, site, false)];
}

interface FieldSite {
  readonly site: Site;
  readonly key: string;
  readonly counts: boolean;
  readonly isRequired: boolean;
}

function fieldLines(emitter: PredicateEmitter, schema: SchemaObject, { site, key, counts, isRequired }: FieldSite): readonly string[] {
  const name = fieldOf(site, key);
  const [met, presence] = propertyTest(emitter, schema, { site, key, name });
  const isKnown = Object.hasOwn(schemaMap(schema["properties"]), key);
  if (isRequired) {
    return [`if (${print(any([presence ? `${name} === undefined` : false, not(met)]))}) return false;`];
  }
  if (counts && isKnown) return [`if (${name} !== undefined) {`, ...indented([...refusing(met), "keys += 1;"]), "}"];
  return met === true ? [] : [`if (${print(all([`${name} !== undefined`, not(met)]))}) return false;`];
}

/** Test of a field, and whether its presence has to be asked for apart. */
function propertyTest(emitter: PredicateEmitter, schema: SchemaObject, { site, key, name }: { readonly site: Site; readonly key: string; readonly name: string }): readonly [Verdict, boolean] {
  const properties = schemaMap(schema["properties"]);
  if (!Object.hasOwn(properties, key)) return [true, true];
  const reached = emitter.at(site, `/properties${segment(key)}`, properties[key] as Schema);
  return [emitter.expression(reached, name), !emitter.refusesAbsence(reached)];
}

/** What is said of keys as such. */
function remaining(emitter: PredicateEmitter, schema: SchemaObject, site: Site, counts: boolean): readonly Verdict[] {
  const keys = () => `${emitter.module.use("keysOf")}(${site.value})`;
  const { minProperties, maxProperties } = schema;
  return [
    ...(counts ? [`${emitter.module.use("hasKeys")}(${site.value}, keys)`] : others(emitter, schema, site)),
    ...patterns(emitter, schema, site),
    ...names(emitter, schema, site),
    ...(typeof minProperties === "number" && minProperties > 0 ? [`${keys()}.length >= ${minProperties}`] : []),
    ...(typeof maxProperties === "number" ? [`${keys()}.length <= ${maxProperties}`] : []),
    ...dependent(emitter, schema, site),
  ];
}

/** `additionalProperties`: keys that neither `properties` nor `patternProperties` name. */
function others(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  const inside = schema["additionalProperties"];
  if (inside === undefined) return [];
  const met = emitter.expression(emitter.at(site, "/additionalProperties", inside as Schema), `${site.value}[key]`);
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
  if (schema["propertyNames"] === undefined) return [];
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

function requiredOf(schema: SchemaObject): ReadonlySet<string> {
  return new Set(Array.isArray(schema["required"]) ? (schema["required"] as readonly string[]) : []);
}

function keysRead(schema: SchemaObject): readonly string[] {
  return [...new Set([...Object.keys(schemaMap(schema["properties"])), ...requiredOf(schema)])];
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
