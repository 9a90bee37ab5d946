import { indented } from "../print/module-text.ts";
import { printValue } from "../print/print-value.ts";
import { schemaList, schemaMap } from "./applicators.ts";
import { emitPattern } from "./emit-value.ts";
import type { PredicateEmitter, Reached, Site } from "./predicate-emitter.ts";
import { hasKeywords, type Schema, type SchemaObject } from "./schema.ts";
import { all, not, print, type Verdict } from "./verdict.ts";

/**
 * `unevaluatedProperties` and `unevaluatedItems`: a collector goes once more through the schemas that the value meets and
 * notes which keys and entries they have looked at; what is left has to meet the keyword's own schema.
 */
export function emitEvaluated(emitter: PredicateEmitter, schema: SchemaObject, site: Site): readonly Verdict[] {
  return [
    { keyword: "unevaluatedProperties", name: "meetsRestOfKeys" },
    { keyword: "unevaluatedItems", name: "meetsRestOfItems" },
  ].flatMap(({ keyword, name }) => {
    const inside = schema[keyword] as Schema | undefined;
    if (inside === undefined) return [];
    const test = emitter.callback(emitter.at(site, `/${keyword}`, inside), "entry");
    if (test === undefined) return [];
    return [`${emitter.module.use(name)}(${site.value}, ${collector(emitter, site, keyword)}, ${test})`];
  });
}

/** `(value, seen) => …`: notes what the schema, without the keyword itself, has looked at in a value that meets it. */
function collector(emitter: PredicateEmitter, reached: Reached, without: string): string {
  const lines = new Collector(emitter).lines(reached, without);
  const name = emitter.module.take("looked$");
  emitter.module.write([`\nfunction ${name}(value, seen) {`, ...indented(lines), "}"].join("\n"));
  return name;
}

class Collector {
  readonly #emitter: PredicateEmitter;

  constructor(emitter: PredicateEmitter) {
    this.#emitter = emitter;
  }

  lines(reached: Reached, without = ""): readonly string[] {
    const { schema } = reached.place;
    if (!hasKeywords(schema)) return [];
    return [...this.#own(reached, schema, without), ...this.#references(reached), ...this.#combined(reached, schema)];
  }

  #own(reached: Reached, schema: SchemaObject, without: string): readonly string[] {
    const properties = Object.keys(schemaMap(schema["properties"]));
    const prefix = schemaList(schema["prefixItems"]).length;
    const has = (keyword: string) => keyword !== without && schema[keyword] !== undefined;
    const contains = schema["contains"] === undefined ? undefined : this.#emitter.callback(this.#emitter.at(reached, "/contains", schema["contains"] as Schema), "entry");
    return [
      ...(properties.length === 0 ? [] : [`seen.keys(${printValue(properties)});`]),
      ...Object.keys(schemaMap(schema["patternProperties"])).map((pattern) => `seen.keysLike(value, ${emitPattern(this.#emitter.module, pattern)});`),
      ...(has("additionalProperties") || has("unevaluatedProperties") ? ["seen.everyKey();"] : []),
      ...(prefix === 0 ? [] : [`seen.items(${prefix});`]),
      ...(has("items") || has("unevaluatedItems") ? ["seen.everyItem();"] : []),
      ...(has("contains") ? [`seen.itemsThat(value, ${contains ?? "() => true"});`] : []),
    ];
  }

  #references(reached: Reached): readonly string[] {
    return (["$ref", "$dynamicRef"] as const).flatMap((keyword) => {
      const target = this.#emitter.referred(reached, keyword);
      return target === undefined ? [] : [`${this.#named(target)}(value, seen);`];
    });
  }

  #named(reached: Reached): string {
    return this.#emitter.collected(reached, (name) => {
      this.#emitter.module.write([`\nfunction ${name}(value, seen) {`, ...indented(this.lines(reached)), "}"].join("\n"));
    });
  }

  #combined(reached: Reached, schema: SchemaObject): readonly string[] {
    const inside = (path: string, child: Schema) => this.#emitter.at(reached, path, child);
    const where = (path: string, child: Schema) => this.#where(this.#emitter.expression(inside(path, child), "value"), this.lines(inside(path, child)));
    const { if: when, then: yes, else: no } = schema as Readonly<Record<string, Schema | undefined>>;
    return [
      ...schemaList(schema["allOf"]).flatMap((child, index) => this.lines(inside(`/allOf/${index}`, child))),
      ...["anyOf", "oneOf"].flatMap((keyword) => schemaList(schema[keyword]).flatMap((child, index) => where(`/${keyword}/${index}`, child))),
      ...Object.entries(schemaMap(schema["dependentSchemas"])).flatMap(([key, child]) => this.#where(all([`${this.#emitter.module.use("isObject")}(value)`, `${this.#emitter.module.use("has")}(value, ${JSON.stringify(key)})`]), this.lines(inside(`/dependentSchemas/${key}`, child)))),
      ...(when === undefined ? [] : this.#condition({ met: this.#emitter.expression(inside("/if", when), "value"), when: inside("/if", when), yes: yes === undefined ? undefined : inside("/then", yes), no: no === undefined ? undefined : inside("/else", no) })),
    ];
  }

  #condition({ met, when, yes, no }: { readonly met: Verdict; readonly when: Reached; readonly yes: Reached | undefined; readonly no: Reached | undefined }): readonly string[] {
    const then = [...this.lines(when), ...(yes === undefined ? [] : this.lines(yes))];
    const otherwise = no === undefined ? [] : this.lines(no);
    return [...this.#where(met, then), ...this.#where(not(met), otherwise)];
  }

  #where(met: Verdict, lines: readonly string[]): readonly string[] {
    if (lines.length === 0) return [];
    return met === true ? lines : [`if (${print(met)}) {`, ...indented(lines), "}"];
  }
}
