import { layers } from "../form/describe.ts";
import type { FormIr, NodeIr } from "../form/form-ir.ts";
import type { GeneratedFile } from "../generate-sdk.ts";
import { printImport } from "../print/module-text.ts";
import { Names } from "../print/names.ts";
import { printValue } from "../print/print-value.ts";
import { describeInside, type FieldDescription, fieldMetadata } from "./emit-fields.ts";
import { LANGUAGES, type Language, said, shapeOf, wordsOf } from "./field-words.ts";
import { SHARED, sharedFile } from "./shared-file.ts";

/** Files that several procedures may have, each once. */
export class SharedFields {
  readonly #form: FormIr;
  readonly #files = new Map<string, GeneratedFile>();
  readonly #told = new Map<string, string>();

  constructor(form: FormIr) {
    this.#form = form;
  }

  /** File name inside `shared/` of what a definition gives: the values to choose from, or the fields inside it. */
  of(definition: string, kind: SharedKind): string {
    const known = this.#files.get(`${definition} ${kind}`);
    const file = known ?? sharedFile(definition, kind === "values" ? this.#valuesOf(definition) : this.#fieldsOf(definition));
    this.#files.set(`${definition} ${kind}`, file);
    return file.path.slice("shared/".length);
  }

  /** What is said of the fields inside a definition, to compare it with others. */
  told(definition: string): string {
    const known = this.#told.get(definition);
    const node = this.#form.definitions[definition];
    if (known !== undefined || node === undefined) return known ?? "";
    const text = told(this.#form, describeInside(this.#form, [node]), "");
    this.#told.set(definition, text);
    return text;
  }

  files(): readonly GeneratedFile[] {
    return [...this.#files.values()];
  }

  #valuesOf(definition: string): string {
    const node = this.#form.definitions[definition];
    const { options = [] } = node === undefined ? {} : fieldMetadata(this.#form, { pointer: "", type: "", required: true, nodes: [node] });
    const words = LANGUAGES.map((language) => `export const ${language} = ${printValue(options.map(({ label }) => said(label, language)))};`);
    return [`// ${definition}: values and what people see of them.`, SHARED, `export const values = ${printValue(options.map(({ value }) => value))};`, ...words, ""].join("\n");
  }

  #fieldsOf(definition: string): string {
    const node = this.#form.definitions[definition];
    const printer = new FieldPrinter(this.#form, { shared: this, from: "./" });
    const { shapes, words } = printer.print(node === undefined ? [] : describeInside(this.#form, [node]), "  ");
    const exports = [`export const fields = [\n${shapes.join("\n")}\n];`, ...LANGUAGES.map((language) => `export const ${language} = [\n${words[language].join("\n")}\n];`)];
    return [`// ${definition}: its fields.`, SHARED, ...printer.imports(), ...exports, ""].join("\n");
  }
}

/** What a definition gives to a field: the values to choose from, or the fields inside it. */
type SharedKind = "fields" | "values";

/** Names of what is imported from a shared file: the thing itself, and its words in each language. */
type Imported = Readonly<Record<"it" | Language, string>>;

/** Fields as they are written: what is known of each, and in the same order what people read of it. */
export interface PrintedFields {
  readonly shapes: readonly string[];
  readonly words: Readonly<Record<Language, readonly string[]>>;
}

/** Prints fields, those that a definition gives left out where they come from there. */
export class FieldPrinter {
  readonly #form: FormIr;
  readonly #shared: SharedFields;
  readonly #from: string;
  readonly #imported = new Map<string, { readonly kind: SharedKind; readonly names: Imported }>();
  readonly #names = new Names(["fieldsOf", "inWords", "fields", "sections", "values", ...LANGUAGES]);

  constructor(form: FormIr, { shared, from }: { readonly shared: SharedFields; readonly from: string }) {
    this.#form = form;
    this.#shared = shared;
    this.#from = from;
  }

  imports(): readonly string[] {
    return [...this.#imported].map(([file, { kind, names }]) => printImport([`${kind} as ${names.it}`, ...LANGUAGES.map((language) => `${language} as ${names[language]}`)], this.#from + file));
  }

  /** `["/pointer", { … }, fields of a definition]` and its words. */
  print(fields: readonly FieldDescription[], indent: string): PrintedFields {
    const shapes: string[] = [];
    const words = { vi: [] as string[], en: [] as string[] };
    for (let at = 0; at < fields.length; at += 1) {
      const field = fields[at];
      if (field === undefined) break;
      const inside = fields.slice(at + 1).filter(({ pointer }) => pointer.startsWith(`${field.pointer}/`));
      const definition = this.#definitionOf(field, inside);
      const given = definition === undefined ? undefined : this.#import(definition, "fields");
      const values = this.#valuesOf(field);
      shapes.push(`  [${JSON.stringify(field.pointer)}, ${this.#shape(field, values)}${given === undefined ? "" : `, ${given.it}`}],`);
      for (const language of LANGUAGES) {
        words[language].push(`${indent}${this.#words(field, { language, values, indent })},${given === undefined ? "" : ` ${given[language]},`} // ${field.pointer}`);
      }
      if (given !== undefined) at += inside.length;
    }
    return { shapes, words };
  }

  /** The definition that gives a field all that is inside it. */
  #definitionOf(field: FieldDescription, inside: readonly FieldDescription[]): string | undefined {
    if (inside.length === 0) return undefined;
    const text = told(this.#form, inside, field.pointer);
    return refsOf(this.#form, field.nodes).find((name) => this.#shared.told(name) === text);
  }

  #valuesOf(field: FieldDescription): Imported | undefined {
    if (fieldMetadata(this.#form, field).options === undefined) return undefined;
    const definition = refsOf(this.#form, field.nodes).find((name) => this.#form.definitions[name]?.values !== undefined);
    return definition === undefined ? undefined : this.#import(definition, "values");
  }

  #shape(field: FieldDescription, values: Imported | undefined): string {
    const metadata = fieldMetadata(this.#form, field);
    const { options } = metadata;
    const shape = { ...shapeOf(metadata), ...(options === undefined ? {} : { values: values === undefined ? options.map(({ value }) => value) : STAND_IN }) };
    return printValue(shape, "  ").replace(JSON.stringify(STAND_IN), () => values?.it ?? "");
  }

  #words(field: FieldDescription, { language, values, indent }: { readonly language: Language; readonly values: Imported | undefined; readonly indent: string }): string {
    const words = wordsOf(this.#form, field, language);
    if (values === undefined || typeof words === "string") return printValue(words, indent);
    return printValue({ ...words, options: STAND_IN }, indent).replace(JSON.stringify(STAND_IN), () => values[language]);
  }

  #import(definition: string, kind: SharedKind): Imported {
    const file = this.#shared.of(definition, kind);
    const known = this.#imported.get(file)?.names;
    if (known !== undefined) return known;
    const it = this.#names.take(definition);
    const names = { it, vi: this.#names.take(`${it}$vi`), en: this.#names.take(`${it}$en`) };
    this.#imported.set(file, { kind, names });
    return names;
  }
}

function told(form: FormIr, fields: readonly FieldDescription[], below: string): string {
  return JSON.stringify(fields.map((field) => [field.pointer.slice(below.length), fieldMetadata(form, field)]));
}

/** Names of the definitions that describe a place. */
function refsOf(form: FormIr, nodes: readonly NodeIr[]): readonly string[] {
  return layers(form, nodes).flatMap(({ ref }) => (ref === undefined ? [] : [ref]));
}

/** Stands for what is imported while the rest is laid out. No text of a definition has it. */
const STAND_IN = "\u0000imported";
