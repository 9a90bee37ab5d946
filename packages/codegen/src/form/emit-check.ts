import { segment } from "@motcua/procedure";
import { KnownParts, RecordedText } from "../print/module-part.ts";
import { type Elsewhere, indented, type ModuleText } from "../print/module-text.ts";
import { Names } from "../print/names.ts";
import { printMember, printValue } from "../print/print-value.ts";
import { RUNTIME } from "../runtime-names.ts";
import { controlOf, definitionsIn, displayOf, fieldsOf, itemsOf, once } from "./describe.ts";
import { emitLimits } from "./emit-limits.ts";
import { emitPredicate } from "./emit-predicate.ts";
import type { FormIr, NodeIr } from "./form-ir.ts";
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
    const known = [...this.#reference(node, site), ...this.#limits(node, site), ...this.#list(node, site), ...this.#object(node, site)];
    const lines = node.nullable && known.length > 0 ? [`if (${site.value} !== null) {`, ...indented(known), "}"] : known;
    return node.rest === true ? this.#rest(node, { site, lines }) : lines;
  }

  /** What has no message of its own: said of the value as a whole, where nothing more exact was found. */
  #rest(node: NodeIr, { site, lines }: { readonly site: Site; readonly lines: readonly string[] }): readonly string[] {
    const before = site.names.take("before");
    const wrong = `!${this.#whole.of(node)}(${site.value})`;
    if (lines.length === 0) return [`if (${wrong}) ${this.#add("forbidden-value", site)}`];
    return [`const ${before} = out.found.length;`, ...lines, `if (out.found.length === ${before} && ${wrong}) ${this.#add("forbidden-value", site)}`];
  }

  #reference(node: NodeIr, site: Site): readonly string[] {
    const target = node.ref === undefined ? undefined : this.#form.definitions[node.ref];
    if (target === undefined || node.ref === undefined) return [];
    if (isLeaf(target)) return this.#limitsNamed(target, site, node.ref);
    return [`${this.#definition(node.ref)}(out, ${site.value}, ${printPlace(site.place)}, ${site.field});`];
  }

  #limits(node: NodeIr, site: Site): readonly string[] {
    return this.#limitsNamed(node, site, `${lastKey(node.pointer)}$check`);
  }

  #limitsNamed(node: NodeIr, { value, place, field, nodes }: Site, wanted: string): readonly string[] {
    const named = node.constant === undefined || !this.#module.words ? node : { ...node, display: displayOf(this.#form, [node, ...nodes]) };
    return emitLimits(this.#module, named, wanted).map((check) => `${check}(out, ${value}, ${place.base}, ${JSON.stringify(place.suffix)}, ${field});`);
  }

  #list(node: NodeIr, site: Site): readonly string[] {
    if (saysNothingOfLists(node)) return [];
    const bounds = [
      ...(node.minItems === undefined || node.minItems === 0 ? [] : [`if (${site.value}.length < ${node.minItems}) ${this.#add("too-few", site, node.minItems)}`]),
      ...(node.maxItems === undefined ? [] : [`if (${site.value}.length > ${node.maxItems}) ${this.#add("too-many", site, node.maxItems)}`]),
    ];
    const lines = [...bounds, ...(node.items === undefined ? [] : this.#entries(node.items, site))];
    if (node.type === "array") {
      const wrong = `if (!Array.isArray(${site.value})) ${this.#add("wrong-type", site)}`;
      return lines.length === 0 ? [wrong] : [wrong, "else {", ...indented(lines), "}"];
    }
    return lines.length === 0 ? [] : [`if (Array.isArray(${site.value})) {`, ...indented(lines), "}"];
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
      ...indented([`const ${at} = ${site.place.base} + ${JSON.stringify(`${site.place.suffix}/`)} + ${index};`, ...inside]),
      "}",
    ];
  }

  /** What concerns objects, and what combines schemas: inside the guard that the value is one, where the node says so. */
  #object(node: NodeIr, site: Site): readonly string[] {
    if (node.type !== "object" && saysNothingOfKeys(node)) return this.#combined(node, site);
    const known = { ...site, isObject: true };
    const fields = this.#fields(node, known);
    if (node.type === "object" && !site.isObject) {
      const wrong = `if (!${this.#module.use("isObject")}(${site.value})) ${this.#add("wrong-type", site)}`;
      const lines = [...fields, ...this.#combined(node, known)];
      return lines.length === 0 ? [wrong] : [wrong, "else {", ...indented(lines), "}"];
    }
    const guarded = fields.length === 0 || site.isObject ? fields : [`if (${this.#module.use("isObject")}(${site.value})) {`, ...indented(fields), "}"];
    return [...guarded, ...this.#combined(node, site)];
  }

  #fields(node: NodeIr, site: Site): readonly string[] {
    const required = new Set(node.required);
    const keys = new Set(node.properties.map(({ key }) => key));
    const closing = node.closed ? [`${this.#module.use("onlyKeys")}(out, ${site.value}, ${printPlace(site.place)}, ${this.#keys(node)});`] : [];
    return [
      ...closing,
      ...node.properties.flatMap(({ key, node: inside }) => this.#property(key, inside, { site, isRequired: required.has(key) })),
      ...node.required.filter((key) => !keys.has(key)).map((key) => `if (!${this.#has(site, key)}) ${this.#missing(site, key)}`),
      ...node.dependent.flatMap(({ key, requires }) => this.#dependent(site, key, requires)),
    ];
  }

  #property(key: string, node: NodeIr, { site, isRequired }: { readonly site: Site; readonly isRequired: boolean }): readonly string[] {
    const name = site.names.take(key);
    const inner = this.#fieldSite(site, key);
    const lines = this.#node(node, { ...inner, value: name });
    if (lines.length === 0) return isRequired ? [`if (!${this.#has(site, key)}) ${this.#missing(site, key)}`] : [];
    const read = `const ${name} = Object.hasOwn(${site.value}, ${JSON.stringify(key)}) ? ${printMember(site.value, key)} : undefined;`;
    const [only] = lines;
    const block = lines.length === 1 && only !== undefined ? [only] : ["{", ...indented(lines), "}"];
    const [first = "", ...rest] = block;
    if (isRequired) return [read, `if (${name} === undefined) ${this.#missing(site, key)}`, `else ${first}`, ...rest];
    return [read, `if (${name} !== undefined) ${first}`, ...rest];
  }

  #dependent(site: Site, key: string, requires: readonly string[]): readonly string[] {
    if (requires.length === 0) return [];
    const lines = requires.map((other) => `if (!${this.#has(site, other)}) ${this.#missing(site, other)}`);
    return [`if (${this.#has(site, key)}) {`, ...indented(lines), "}"];
  }

  #combined(node: NodeIr, site: Site): readonly string[] {
    if (joinsNothing(node)) return [];
    return [
      ...node.conditions.flatMap((condition) => this.#condition(condition, site)),
      ...node.all.flatMap((inside) => this.#node(inside, site)),
      ...this.#any(node, site),
      ...this.#one(node, site),
      ...(node.not === undefined ? [] : this.#not(node.not, site)),
    ];
  }

  #condition({ when, ...inside }: NodeIr["conditions"][number], site: Site): readonly string[] {
    const met = emitPredicate({ module: this.#module, form: this.#form, whole: this.#whole }, when, site.value, site.isObject);
    const yes = inside.yes === undefined ? [] : this.#node(inside.yes, site);
    const no = inside.no === undefined ? [] : this.#node(inside.no, site);
    if (yes.length === 0 && no.length === 0) return [];
    if (yes.length === 0) return [`if (!(${met})) {`, ...indented(no), "}"];
    return [`if (${met}) {`, ...indented(yes), "}", ...(no.length === 0 ? [] : ["else {", ...indented(no), "}"])];
  }

  #any(node: NodeIr, site: Site): readonly string[] {
    if (node.any.length === 0) return [];
    const alternatives = node.any.map((inside) => ["(out) => {", ...indented(this.#node(inside, site)), "},"]);
    return [`${this.#module.use("closest")}(out, [`, ...indented(alternatives.flat()), "]);"];
  }

  #one(node: NodeIr, site: Site): readonly string[] {
    if (node.one === undefined) return [];
    const { key, branches } = node.one;
    const tag = site.names.take(key);
    const inner = this.#fieldSite(site, key);
    const chosen = branches.flatMap((branch, index) => [
      `${index === 0 ? "" : "} else "}if (${tag} === ${printValue(branch.tag)}) {`,
      ...indented(this.#node(branch.node, site)),
    ]);
    const lines = [
      `const ${tag} = Object.hasOwn(${site.value}, ${JSON.stringify(key)}) ? ${printMember(site.value, key)} : undefined;`,
      ...chosen,
      `} else if (${tag} === undefined) ${this.#missing(site, key)}`,
      `else ${this.#add("not-in-list", { ...inner, value: tag })}`,
    ];
    if (site.isObject) return ["{", ...indented(lines), "}"];
    return [`if (!${this.#module.use("isObject")}(${site.value})) ${this.#add("wrong-type", site)}`, "else {", ...indented(lines), "}"];
  }

  /** `not` with `required` forbids fields; with a constant or a list, values; anything else, the value as a whole. */
  #not(node: NodeIr, site: Site): readonly string[] {
    const met = emitPredicate({ module: this.#module, form: this.#form, whole: this.#whole }, node, site.value, site.isObject);
    const last = node.required.at(-1);
    const forbids = last !== undefined && onlyRequires(node);
    if (!forbids) return [`if (${met}) ${this.#add("forbidden-value", site)}`];
    return [`if (${met}) ${this.#add("forbidden-field", this.#fieldSite(site, last))}`];
  }

  #fieldSite(site: Site, key: string): Site {
    const nodes = this.#module.words ? fieldsOf(this.#form, site.nodes, key) : [];
    const place = { base: site.place.base, suffix: site.place.suffix + segment(key) };
    return { ...site, place, nodes, field: this.#field(nodes, key), isObject: false };
  }

  #has(site: Site, key: string): string {
    return `${this.#module.use("has")}(${site.value}, ${JSON.stringify(key)})`;
  }

  #missing(site: Site, key: string): string {
    return this.#add("required", this.#fieldSite(site, key));
  }

  #add(code: string, { place, field }: Site, expected?: number): string {
    return `out.add("${code}", ${printPlace(place)}, ${field}${expected === undefined ? "" : `, ${expected}`});`;
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

function printPlace({ base, suffix }: Place): string {
  return suffix === "" ? base : `${base} + ${JSON.stringify(suffix)}`;
}

function lastKey(pointer: string): string {
  return pointer.split("/").at(-1) ?? "";
}
