import { jsonText, segment } from "@motcua/procedure";
import { KnownParts, RecordedText } from "../print/module-part.ts";
import { type Elsewhere, indented, type ModuleText } from "../print/module-text.ts";
import { Names } from "../print/names.ts";
import { printMember, printValue } from "../print/print-value.ts";
import { RUNTIME } from "../runtime-names.ts";
import { controlOf, definitionsIn, displayOf, fieldsOf, itemsOf, once } from "./describe.ts";
import { emitLimits, hasLimits } from "./emit-limits.ts";
import { emitPredicate } from "./emit-predicate.ts";
import type { ConditionIr, FormIr, NodeIr } from "./form-ir.ts";
import { isLeaf, joinsNothing, onlyRequires, saysNothingOfKeys, saysNothingOfLists } from "./node-shape.ts";
import { WholePredicates } from "./whole-predicates.ts";

/** What {@link emitChecks} leaves behind for the rest of the module. */
export interface EmittedChecks {
  /** Name of the function that checks the form. */
  readonly root: string;
  /** Name of the constant that describes the form to messages. */
  readonly rootField: string;
  /** Names of function and description by definition. */
  readonly ofDefinition: (name: string) => { readonly structure: string; readonly field: string };
  /** Constant that describes the field these schemas are of. */
  readonly fieldOf: (nodes: readonly NodeIr[], wanted: string) => string;
}

/** Names a function has already. Constants of the module have a `$`, which no field has. */
const LOCAL: ReadonlySet<string> = new Set(["out", "value", "at", "field", "Object", "Array", "Number"]);

/** Place of a value: the JSON Pointer of the function's own value, and what follows it. */
interface Place {
  readonly base: string;
  readonly suffix: string;
}

interface Site {
  /** Expression of the value. */
  readonly value: string;
  readonly place: Place;
  readonly field: string;
  /** Schemas that describe the value to people, nearest first. */
  readonly nodes: readonly NodeIr[];
  /** The value was seen to be an object. */
  readonly isObject: boolean;
  readonly names: Names;
}

/** Writes the functions that find every problem of a form's structure, one a definition, and one for the form. */
export function emitChecks(module: ModuleText, form: FormIr, elsewhere?: Elsewhere): EmittedChecks {
  return new CheckEmitter(module, form, elsewhere).emit();
}

/** Writes the function of one definition, the others standing elsewhere; gives its name. */
export function emitCheck(module: ModuleText, form: FormIr, { definition, elsewhere }: { readonly definition: string; readonly elsewhere: Elsewhere }): string {
  return new CheckEmitter(module, form, elsewhere).emitOne(definition);
}

class CheckEmitter {
  readonly #module: ModuleText;
  readonly #form: FormIr;
  readonly #functions = new Map<string, string>();
  readonly #whole: WholePredicates;
  /** The one field of a module without words. */
  #anyField: string | undefined;
  readonly #elsewhere: Elsewhere | undefined;

  constructor(module: ModuleText, form: FormIr, elsewhere?: Elsewhere) {
    this.#module = module;
    this.#form = form;
    this.#elsewhere = elsewhere;
    this.#whole = new WholePredicates(module, form);
  }

  emit(): EmittedChecks {
    const root = this.#function(this.#form.root, "checkForm", "the form");
    return {
      root,
      rootField: this.#field([this.#form.root], "form"),
      fieldOf: (nodes, wanted) => this.#field(nodes, wanted),
      ofDefinition: (name) => {
        const node = this.#form.definitions[name];
        if (node === undefined) throw new RangeError(`there is no definition ${name}`);
        return { structure: this.#definition(name), field: this.#field([node], name) };
      },
    };
  }

  emitOne(name: string): string {
    const node = this.#form.definitions[name];
    if (node === undefined) throw new RangeError(`there is no definition ${name}`);
    return this.#function(node, `check${name}`, `#/$defs/${name}`);
  }

  #definition(name: string): string {
    const elsewhere = this.#elsewhere?.(name);
    if (elsewhere !== undefined) return elsewhere;
    if (this.#module instanceof RecordedText) return this.#module.other(name);
    const known = this.#functions.get(name);
    const node = this.#form.definitions[name];
    if (known !== undefined || node === undefined) return known ?? "";
    const written = this.#brought(node, name) ?? this.#function(node, `check${name}`, `#/$defs/${name}`);
    this.#functions.set(name, written);
    return written;
  }

  /** A definition that other forms have too is worked out once. */
  #brought(node: NodeIr, name: string): string | undefined {
    if (this.#form.dialect !== "form") return undefined;
    const { words } = this.#module;
    const part = (words ? parts : wordless).of(node, () => {
      const module = new RecordedText(this.#form.schema, words);
      return module.part(new CheckEmitter(module, this.#form).#function(node, `check${name}`, `#/$defs/${name}`));
    });
    return part === undefined ? undefined : this.#module.bring(part, (other) => this.#definition(other));
  }

  #function(node: NodeIr, wanted: string, what: string): string {
    const name = this.#module.take(wanted);
    const names = new Names(LOCAL, RUNTIME, namesOfDefinitions(this.#form, [node]));
    const body = this.#node(node, { value: "value", place: { base: "at", suffix: "" }, field: "field", nodes: [node], isObject: false, names });
    this.#module.write([`\n/** ${what} */`, `function ${name}(out, value, at, field) {`, ...indented(body), "}"].join("\n"));
    return name;
  }

  #node(node: NodeIr, site: Site): readonly string[] {
    const known: string[] = [];
    this.#reference(node, site, known);
    this.#limits(node, site, known);
    if (!saysNothingOfLists(node)) this.#list(node, site, known);
    this.#object(node, site, known);
    const lines = node.nullable && known.length > 0 ? [`if (${site.value} !== null) {`, ...indented(known), "}"] : known;
    return node.rest === true ? this.#rest(node, { site, lines }) : lines;
  }

  /** What has no message of its own: said of the value as a whole, where nothing more exact was found. */
  #rest(node: NodeIr, { site, lines }: { readonly site: Site; readonly lines: readonly string[] }): readonly string[] {
    const before = site.names.take("before");
    const wrong = `!${this.#whole.of(node)}(${site.value})`;
    if (lines.length === 0) return [`if (${wrong}) ${printAdd("forbidden-value", site)}`];
    return [`const ${before} = out.found.length;`, ...lines, `if (out.found.length === ${before} && ${wrong}) ${printAdd("forbidden-value", site)}`];
  }

  #reference(node: NodeIr, site: Site, lines: string[]): void {
    const target = node.ref === undefined ? undefined : this.#form.definitions[node.ref];
    if (target === undefined || node.ref === undefined) return;
    if (isLeaf(target)) this.#limitsNamed(target, site, { wanted: node.ref, lines });
    else lines.push(`${this.#definition(node.ref)}(out, ${site.value}, ${printPlace(site.place)}, ${site.field});`);
  }

  #limits(node: NodeIr, site: Site, lines: string[]): void {
    if (hasLimits(node)) this.#limitsNamed(node, site, { wanted: `${lastKey(node.pointer)}$check`, lines });
  }

  #limitsNamed(node: NodeIr, { value, place, field, nodes }: Site, { wanted, lines }: { readonly wanted: string; readonly lines: string[] }): void {
    const labels = node.constant === undefined || !this.#module.words ? undefined : displayOf(this.#form, [node, ...nodes]).options;
    for (const check of emitLimits(this.#module, node, { wanted, labels })) lines.push(`${check}(out, ${value}, ${place.base}, ${jsonText(place.suffix)}, ${field});`);
  }

  #list(node: NodeIr, site: Site, lines: string[]): void {
    const { value } = site;
    const inside: string[] = [];
    if (node.minItems !== undefined && node.minItems > 0) inside.push(`if (${value}.length < ${node.minItems}) ${printAdd("too-few", site, node.minItems)}`);
    if (node.maxItems !== undefined) inside.push(`if (${value}.length > ${node.maxItems}) ${printAdd("too-many", site, node.maxItems)}`);
    if (node.items !== undefined) inside.push(...this.#entries(node.items, site));
    if (node.type === "array") {
      lines.push(`if (!Array.isArray(${value})) ${printAdd("wrong-type", site)}`);
      if (inside.length > 0) lines.push("else {", ...indented(inside), "}");
    } else if (inside.length > 0) lines.push(`if (Array.isArray(${value})) {`, ...indented(inside), "}");
  }

  #entries(items: NodeIr, site: Site): readonly string[] {
    const [index, entry, at] = [site.names.take("index"), site.names.take("entry"), site.names.take("entryAt")];
    const nodes = this.#module.words ? itemsOf(this.#form, site.nodes) : [];
    const described = nodes.length === 0 ? [items] : nodes;
    const field = this.#field(described, `${lastKey(items.pointer)}$entry`);
    const inside = this.#node(items, { ...site, value: entry, place: { base: at, suffix: "" }, field, nodes: described, isObject: false });
    if (inside.length === 0) return [];
    return [
      `for (const [${index}, ${entry}] of ${site.value}.entries()) {`,
      ...indented([`const ${at} = ${site.place.base} + ${jsonText(`${site.place.suffix}/`)} + ${index};`, ...inside]),
      "}",
    ];
  }

  /** What concerns objects, and what combines schemas: inside the guard that the value is one, where the node says so. */
  #object(node: NodeIr, site: Site, lines: string[]): void {
    if (node.type !== "object" && saysNothingOfKeys(node)) {
      this.#combined(node, site, lines);
      return;
    }
    const known = site.isObject ? site : { ...site, isObject: true };
    const inside: string[] = [];
    this.#fields(node, known, inside);
    if (node.type === "object" && !site.isObject) {
      this.#combined(node, known, inside);
      lines.push(`if (!${this.#module.use("isObject")}(${site.value})) ${printAdd("wrong-type", site)}`);
      if (inside.length > 0) lines.push("else {", ...indented(inside), "}");
      return;
    }
    if (inside.length === 0 || site.isObject) lines.push(...inside);
    else lines.push(`if (${this.#module.use("isObject")}(${site.value})) {`, ...indented(inside), "}");
    this.#combined(node, site, lines);
  }

  #fields(node: NodeIr, site: Site, lines: string[]): void {
    const missing = new Set(node.required);
    if (node.closed) lines.push(`${this.#module.use("onlyKeys")}(out, ${site.value}, ${printPlace(site.place)}, ${this.#keys(node)});`);
    for (const { key, node: inside } of node.properties) this.#property(key, inside, { site, isRequired: missing.delete(key), lines });
    for (const key of missing) lines.push(this.#missing(site, key));
    for (const { key, requires } of node.dependent) {
      if (requires.length > 0) lines.push(`if (${this.#has(site, key)}) {`, ...indented(requires.map((other) => this.#missing(site, other))), "}");
    }
  }

  #property(key: string, node: NodeIr, { site, isRequired, lines }: { readonly site: Site; readonly isRequired: boolean; readonly lines: string[] }): void {
    const value = site.names.take(key);
    const field = this.#fieldSite(site, key, value);
    const inside = this.#node(node, field);
    const [only, more] = inside;
    if (only === undefined) {
      if (isRequired) lines.push(`if (!${this.#has(site, key)}) ${printAdd("required", field)}`);
      return;
    }
    lines.push(`const ${value} = ${printOwn(site.value, key)};`);
    if (isRequired) lines.push(`if (${value} === undefined) ${printAdd("required", field)}`);
    const start = isRequired ? "else" : `if (${value} !== undefined)`;
    if (more === undefined) lines.push(`${start} ${only}`);
    else lines.push(`${start} {`, ...indented(inside), "}");
  }

  #combined(node: NodeIr, site: Site, lines: string[]): void {
    if (joinsNothing(node)) return;
    for (const condition of node.conditions) this.#condition(condition, site, lines);
    for (const inside of node.all) lines.push(...this.#node(inside, site));
    this.#any(node, site, lines);
    this.#one(node, site, lines);
    if (node.not !== undefined) this.#not(node.not, site, lines);
  }

  #condition({ when, yes, no }: ConditionIr, site: Site, lines: string[]): void {
    const met = this.#predicate(when, site);
    const then = yes === undefined ? [] : this.#node(yes, site);
    const otherwise = no === undefined ? [] : this.#node(no, site);
    if (then.length > 0) lines.push(`if (${met}) {`, ...indented(then), "}");
    if (otherwise.length > 0) lines.push(then.length > 0 ? "else {" : `if (!(${met})) {`, ...indented(otherwise), "}");
  }

  #any(node: NodeIr, site: Site, lines: string[]): void {
    if (node.any.length === 0) return;
    const alternatives = node.any.map((inside) => ["(out) => {", ...indented(this.#node(inside, site)), "},"]);
    lines.push(`${this.#module.use("closest")}(out, [`, ...indented(alternatives.flat()), "]);");
  }

  #one({ one }: NodeIr, site: Site, lines: string[]): void {
    if (one === undefined) return;
    const tag = site.names.take(one.key);
    const field = this.#fieldSite(site, one.key, tag);
    const chosen = one.branches.flatMap((branch, index) => [
      `${index === 0 ? "" : "} else "}if (${tag} === ${printValue(branch.tag)}) {`,
      ...indented(this.#node(branch.node, site)),
    ]);
    const choice = indented([
      `const ${tag} = ${printOwn(site.value, one.key)};`,
      ...chosen,
      `} else if (${tag} === undefined) ${printAdd("required", field)}`,
      `else ${printAdd("not-in-list", field)}`,
    ]);
    if (site.isObject) lines.push("{", ...choice, "}");
    else lines.push(`if (!${this.#module.use("isObject")}(${site.value})) ${printAdd("wrong-type", site)}`, "else {", ...choice, "}");
  }

  /** `not` with `required` forbids fields; with a constant or a list, values; anything else, the value as a whole. */
  #not(node: NodeIr, site: Site, lines: string[]): void {
    const met = this.#predicate(node, site);
    const last = node.required.at(-1);
    const forbids = last !== undefined && onlyRequires(node);
    lines.push(`if (${met}) ${forbids ? printAdd("forbidden-field", this.#fieldSite(site, last)) : printAdd("forbidden-value", site)}`);
  }

  #predicate(node: NodeIr, { value, isObject }: Site): string {
    return emitPredicate({ module: this.#module, form: this.#form, whole: this.#whole }, node, value, isObject);
  }

  /** The place of an object's field; `value` where it was read. */
  #fieldSite({ value: object, place, nodes: outer, names }: Site, key: string, value = object): Site {
    const nodes = this.#module.words ? fieldsOf(this.#form, outer, key) : NONE;
    return { value, place: { base: place.base, suffix: place.suffix + segment(key) }, field: this.#field(nodes, key), nodes, isObject: false, names };
  }

  #has(site: Site, key: string): string {
    return `${this.#module.use("has")}(${site.value}, ${jsonText(key)})`;
  }

  /** A line that reports a field that is not there. */
  #missing(site: Site, key: string): string {
    return `if (!${this.#has(site, key)}) ${printAdd("required", this.#fieldSite(site, key))}`;
  }

  #keys(node: NodeIr): string {
    return this.#module.hoist(`${lastKey(node.pointer)}$keys`, `/*@__PURE__*/ new Set(${printValue(node.properties.map(({ key }) => key))})`);
  }

  #field(nodes: readonly NodeIr[], wanted: string): string {
    if (this.#module.words) return this.#module.hoist(`${wanted}$field`, printedField(this.#form, nodes));
    this.#anyField ??= this.#module.hoist("any$field", ANY_FIELD);
    return this.#anyField;
  }
}

const NONE: readonly NodeIr[] = [];

const parts = new KnownParts<NodeIr>();
const wordless = new KnownParts<NodeIr>();

/** What a module without words calls every field. */
const ANY_FIELD = '{ label: { vi: "" }, control: "text" }';

/** Names that the definitions a schema leads to may take in the module. */
const namesOfDefinitions = once((form, nodes): ReadonlySet<string> => {
  const names = nodes[0] === form.root ? Object.keys(form.definitions) : [...definitionsIn(form, nodes)];
  return new Set(names.flatMap((name) => [name, `check${name}`]));
});

/** What messages say of a field. */
const printedField = once((form, nodes) => {
  const unnamed = nodes.length === 1 && nodes[0] === form.root ? { vi: "tờ khai", en: "the form" } : { vi: "thông tin này", en: "this field" };
  return printValue({ label: displayOf(form, nodes).label ?? unnamed, control: controlOf(form, nodes) });
});

/** Reporting a problem of a value. */
function printAdd(code: string, { place, field }: Site, expected?: number): string {
  return `out.add("${code}", ${printPlace(place)}, ${field}${expected === undefined ? "" : `, ${expected}`});`;
}

function printPlace({ base, suffix }: Place): string {
  return suffix === "" ? base : `${base} + ${jsonText(suffix)}`;
}

/** An object's own field, apart from what every object inherits. */
function printOwn(object: string, key: string): string {
  return `Object.hasOwn(${object}, ${jsonText(key)}) ? ${printMember(object, key)} : undefined`;
}

function lastKey(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf("/") + 1);
}
