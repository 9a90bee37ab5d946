import { indented, type ModuleText } from "../print/module-text.ts";
import { type Concern, concernsOf } from "./concerns.ts";
import { emitObject, readsField } from "./emit-object.ts";
import { emitList } from "./emit-list.ts";
import { emitEvaluated } from "./emit-evaluated.ts";
import { emitInPlace } from "./emit-in-place.ts";
import { concerning, emitOwn, kindsOf } from "./emit-value.ts";
import { DynamicScope } from "./dynamic-scope.ts";
import { type Refusal, refusals } from "./refused-keywords.ts";
import { hasKeywords, type Place, type Schema, type SchemaObject } from "./schema.ts";
import type { SchemaIndex } from "./schema-index.ts";
import { all, print, refusing, type Verdict } from "./verdict.ts";

/** A schema in the scope in which it was reached. */
export interface Reached {
  readonly place: Place;
  readonly scope: DynamicScope;
}

/** A value that a schema is asked about. */
export interface Site extends Reached {
  /** Expression of the value. */
  readonly value: string;
  /** Where the value was seen to be an object: its fields that were read already, by key. `value` then has own keys alone. */
  readonly fields: ReadonlyMap<string, string> | undefined;
}

/** Something that cannot be honoured, with its place. */
export interface PlacedRefusal extends Refusal {
  readonly pointer: string;
}

/** What a predicate is made of. */
export interface PredicateOptions {
  /** Whether `format` refuses values: true for forms, whose formats are ours. In the standard it is an annotation. */
  readonly asserts: boolean;
  /** Name, in this module, of a predicate that stands in another; `undefined` where it is to be written here. */
  readonly elsewhere?: (reached: Reached, wanted: string) => string | undefined;
}

/**
 * Prints schemas of the whole standard, JSON Schema 2020-12, as functions from a value to its verdict. Schemas that concern
 * objects become functions of their own, the others are expressions. Nothing is evaluated at run time.
 */
export class PredicateEmitter {
  readonly module: ModuleText;
  readonly asserts: boolean;
  /** What cannot be honoured, each once. Nothing may be used that was printed while there is any. */
  readonly refused: PlacedRefusal[] = [];
  /** Whether a schema contains itself, so that values may nest deeper than the stack. */
  isRecursive = false;
  readonly #index: SchemaIndex;
  readonly #elsewhere: PredicateOptions["elsewhere"];
  readonly #functions = new Map<string, string>();
  readonly #honoured = new Set<SchemaObject>();
  readonly #underWay = new Set<string>();

  constructor(module: ModuleText, index: SchemaIndex, { asserts, elsewhere }: PredicateOptions) {
    this.module = module;
    this.asserts = asserts;
    this.#elsewhere = elsewhere;
    this.#index = index;
  }

  /** The schema that was given, in its own scope. */
  root(): Reached {
    return this.reach(this.#index.root, new DynamicScope());
  }

  /** A schema inside another. */
  at({ place, scope }: Reached, path: string, schema: Schema): Reached {
    return this.reach(this.#index.inside(place, path, schema), scope);
  }

  reach(place: Place, scope: DynamicScope): Reached {
    return { place, scope: scope.entering(place.resource) };
  }

  /** What `$ref` or `$dynamicRef` of a schema means; refused where there is nothing. */
  referred({ place, scope }: Reached, keyword: "$ref" | "$dynamicRef"): Reached | undefined {
    const reference = hasKeywords(place.schema) ? place.schema[keyword] : undefined;
    if (typeof reference !== "string") return undefined;
    const target = this.#index.resolve(place, reference);
    if (target === undefined) {
      this.#refuse(place, { keyword, why: "there is no such schema among those given" });
      return undefined;
    }
    if (keyword === "$ref") return this.reach(target, scope);
    const anchor = reference.split("#")[1] ?? "";
    const isDynamic = hasKeywords(target.schema) && target.schema["$dynamicAnchor"] === anchor;
    return this.reach((isDynamic ? scope.find(anchor) : undefined) ?? target, scope);
  }

  /** Name of the function that tells whether a value meets a schema. */
  predicate(reached: Reached): string {
    const id = idOf(reached);
    const known = this.#functions.get(id);
    if (this.#underWay.has(id)) this.isRecursive = true;
    if (known !== undefined) return known;
    const wanted = nameOf(reached.place);
    const elsewhere = this.#elsewhere?.(reached, wanted);
    const name = elsewhere ?? this.module.take(`is$${wanted}`);
    this.#functions.set(id, name);
    if (elsewhere !== undefined) return name;
    this.#underWay.add(id);
    const body = this.#body({ ...reached, value: "value", fields: undefined });
    this.#underWay.delete(id);
    this.module.write([`\n/** ${reached.place.pointer === "" ? "#" : reached.place.pointer.replaceAll("*/", "*\\/")} */`, `function ${name}(value) {`, ...indented(body), "}"].join("\n"));
    return name;
  }

  /** Name of the function that notes what a schema has looked at; `write` prints it, the first time. */
  collected(reached: Reached, write: (name: string) => void): string {
    const id = `looked ${idOf(reached)}`;
    const known = this.#functions.get(id);
    if (known !== undefined) return known;
    const name = this.module.take("looked$");
    this.#functions.set(id, name);
    write(name);
    return name;
  }

  /** A function for `every` and `some`: `(entry) => …`, or a name; `undefined` where everything meets the schema. */
  callback(reached: Reached, argument: string): string | undefined {
    const met = this.expression(reached, argument);
    if (met === true) return undefined;
    const text = print(met);
    const name = text.endsWith(`(${argument})`) ? text.slice(0, -argument.length - 2) : "";
    return /^[\w$]+$/.test(name) ? name : `(${argument}) => ${text}`;
  }

  /** Whether a value meets a schema, without statements. */
  expression(reached: Reached, value: string, fields?: ReadonlyMap<string, string>): Verdict {
    const { schema } = reached.place;
    if (!hasKeywords(schema)) return this.#verdict(reached.place);
    if (!this.#isHonoured(reached.place, schema)) return false;
    const site: Site = { place: reached.place, scope: reached.scope, value, fields };
    const concerns = concernsOf(schema);
    if (needsFunction(schema, concerns) && (fields === undefined || concerns.has("what is left over"))) return `${this.predicate(reached)}(${value})`;
    const beside = this.#beside(schema, site, concerns);
    return all(concerns.has("in place") ? [...beside, ...emitInPlace(this, schema, site)] : beside);
  }

  /** Whether a schema is never met by a field that is absent. */
  refusesAbsence(reached: Reached, seen: ReadonlySet<Schema> = new Set()): boolean {
    const { schema } = reached.place;
    if (!hasKeywords(schema)) return !schema;
    if (Object.hasOwn(schema, "type") || Object.hasOwn(schema, "const") || Object.hasOwn(schema, "enum")) return true;
    const target = seen.has(schema) ? undefined : this.referred(reached, "$ref");
    return target !== undefined && this.refusesAbsence(target, new Set([...seen, schema]));
  }

  #body(site: Site): readonly string[] {
    const { schema } = site.place;
    if (!hasKeywords(schema)) return [`return ${this.#verdict(site.place)};`];
    if (!this.#isHonoured(site.place, schema)) return ["return false;"];
    const concerns = concernsOf(schema);
    if (!needsFunction(schema, concerns)) return [`return ${print(this.expression(site, "value"))};`];
    const kinds = kindsOf(schema["type"]);
    const object = kinds.has("object") && concerns.has("objects") ? emitObject(this, schema, { ...site, value: "own" }) : undefined;
    const isObject = kinds.size === 1 && object !== undefined;
    const inPlace = concerns.has("in place") ? emitInPlace(this, schema, isObject ? { ...site, value: "own", fields: object.fields } : site) : [];
    const beside = this.#beside(schema, site, concerns, isObject);
    const evaluated = concerns.has("what is left over") ? emitEvaluated(this, schema, site) : [];
    const lines: string[] = [];
    for (const verdict of beside) lines.push(...refusing(verdict));
    if (object !== undefined) lines.push(`const own = ${this.module.use("record")}(value);`);
    if (isObject) lines.push("if (own === undefined) return false;", ...object.lines);
    else if (object !== undefined) lines.push("if (own !== undefined) {", ...indented(object.lines), "}");
    for (const verdict of inPlace) lines.push(...refusing(verdict));
    for (const verdict of evaluated) lines.push(...refusing(verdict));
    lines.push("return true;");
    return lines;
  }

  /** Everything but what is in place, what concerns objects as such and what is left over; where the value is an object, fields too. `isObject` where it will be seen. */
  #beside(schema: SchemaObject, site: Site, concerns: ReadonlySet<Concern>, isObject = false): readonly Verdict[] {
    const { value, fields } = site;
    const kinds = kindsOf(schema["type"]);
    const found: Verdict[] = [];
    if (fields !== undefined) {
      if (!kinds.has("object")) return [false];
      found.push(...emitOwn(this.module, schema, { value, type: undefined, asserts: this.asserts, concerns }), ...readsField(this, schema, site));
      return found;
    }
    if (kinds.size === 1 && kinds.has("array")) found.push(`Array.isArray(${value})`);
    if (kinds.size === 1 && kinds.has("object") && !isObject) found.push(`${this.module.use("isObject")}(${value})`);
    found.push(...emitOwn(this.module, schema, { value, type: schema["type"], asserts: this.asserts, concerns }));
    if (concerns.has("lists")) found.push(...concerning("array", { kinds, isOther: `!Array.isArray(${value})`, parts: emitList(this, schema, site) }));
    return found;
  }

  /** A schema without keywords: a verdict, or nothing that may stand in the place of a schema. */
  #verdict(place: Place): boolean {
    if (typeof place.schema !== "boolean") this.#refuse(place, { keyword: "", why: "not a schema" });
    return place.schema === true;
  }

  #isHonoured(place: Place, schema: SchemaObject): boolean {
    if (this.#honoured.has(schema)) return true;
    const found = refusals(schema, this.asserts);
    for (const refusal of found) this.#refuse(place, refusal);
    if (found.length === 0) this.#honoured.add(schema);
    return found.length === 0;
  }

  #refuse({ pointer }: Place, refusal: Refusal): void {
    if (this.refused.some((known) => known.pointer === pointer && known.keyword === refusal.keyword)) return;
    this.refused.push({ pointer, ...refusal });
  }
}

/** Objects are looked at field by field, in statements. */
function needsFunction(schema: SchemaObject, concerns: ReadonlySet<Concern>): boolean {
  return (concerns.has("objects") && kindsOf(schema["type"]).has("object")) || concerns.has("what is left over");
}

function idOf({ place, scope }: Reached): string {
  return `${place.resource.uri} ${place.pointer} ${scope.id}`;
}

function nameOf({ pointer }: Place): string {
  return (pointer.split("/").filter((part) => !/^\d+$/.test(part)).at(-1) ?? "") || "Form";
}
