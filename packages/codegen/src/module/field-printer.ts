import { jsonText } from "@motcua/procedure";
import { layers, once } from "../form/describe.ts";
import type { FormIr, NodeIr } from "../form/form-ir.ts";
import type { GeneratedFile } from "../generate-sdk.ts";
import { printImport } from "../print/module-text.ts";
import { Names } from "../print/names.ts";
import { Name, printValue } from "../print/print-value.ts";
import { describeInside, type FieldDescription, fieldMetadata, type FieldMetadata } from "./emit-fields.ts";
import { LANGUAGES, type Language, said, shapeOf, wordsOf } from "./field-words.ts";
import { SHARED, sharedFile } from "./shared-file.ts";

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
  readonly #from: string;
  readonly #files = new Map<string, GeneratedFile>();
  readonly #imported = new Map<string, { readonly kind: SharedKind; readonly names: Imported }>();
  readonly #names = new Names(RESERVED);

  /** @param from `shared/`, seen from the module that is printed */
  constructor(form: FormIr, from: string) {
    this.#form = form;
    this.#from = from;
  }

  /** Files that several procedures may have, each once. */
  files(): readonly GeneratedFile[] {
    return [...this.#files.values()];
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
      const definition = this.#definitionOf(field);
      const given = definition === undefined ? undefined : this.#import(definition, "fields");
      const metadata = fieldMetadata(this.#form, field);
      const values = this.#valuesOf(field, metadata);
      const shape = printValue(shapeOf(metadata, values && new Name(values.it)), "  ");
      shapes.push(`  [${jsonText(field.pointer)}, ${shape}${given === undefined ? "" : `, ${given.it}`}],`);
      for (const language of LANGUAGES) {
        const read = printValue(wordsOf(metadata, language, values && new Name(values[language])), indent);
        words[language].push(`${indent}${read},${given === undefined ? "" : ` ${given[language]},`} // ${field.pointer}`);
      }
      if (given !== undefined) at += describeInside(this.#form, field.nodes).length;
    }
    return { shapes, words };
  }

  /** The definition that gives a field all that is inside it. */
  #definitionOf({ nodes }: FieldDescription): NodeIr | undefined {
    const inside = describeInside(this.#form, nodes);
    if (inside.length === 0) return undefined;
    return definitionsOf(this.#form, nodes).find((definition) => describeInside(this.#form, [definition]) === inside || toldInside(this.#form, [definition]) === toldInside(this.#form, nodes));
  }

  #valuesOf(field: FieldDescription, { options }: FieldMetadata): Imported | undefined {
    if (options === undefined) return undefined;
    const definition = definitionsOf(this.#form, field.nodes).find((node) => fieldMetadata(this.#form, { ...field, nodes: [node] }).options === options);
    return definition === undefined ? undefined : this.#import(definition, "values");
  }

  #import(definition: NodeIr, kind: SharedKind): Imported {
    const files = kind === "values" ? valueFiles(this.#form, [definition]) : fieldFiles(this.#form, [definition]);
    for (const file of files) this.#files.set(file.path, file);
    const path = files.at(-1)?.path.slice("shared/".length) ?? "";
    const known = this.#imported.get(path)?.names;
    if (known !== undefined) return known;
    const it = this.#names.take(nameOf(definition));
    const names = { it, vi: this.#names.take(`${it}$vi`), en: this.#names.take(`${it}$en`) };
    this.#imported.set(path, { kind, names });
    return names;
  }
}

const RESERVED: ReadonlySet<string> = new Set(["fieldsOf", "inWords", "fields", "sections", "values", ...LANGUAGES]);

/** The file of the values that a definition offers. */
const valueFiles = once((form, nodes): readonly GeneratedFile[] => {
  const [definition] = nodes;
  const { options = [] } = fieldMetadata(form, { pointer: "", type: "", required: true, nodes });
  const words = LANGUAGES.map((language) => `export const ${language} = ${printValue(options.map(({ label }) => said(label, language)))};`);
  const text = [`// ${nameOf(definition)}: values and what people see of them.`, SHARED, `export const values = ${printValue(options.map(({ value }) => value))};`, ...words, ""].join("\n");
  return [sharedFile(nameOf(definition), text)];
});

/** The file of the fields inside a definition, after those it imports. */
const fieldFiles = once((form, nodes): readonly GeneratedFile[] => {
  const [definition] = nodes;
  const printer = new FieldPrinter(form, "./");
  const { shapes, words } = printer.print(describeInside(form, nodes), "  ");
  const exports = [`export const fields = [\n${shapes.join("\n")}\n];`, ...LANGUAGES.map((language) => `export const ${language} = [\n${words[language].join("\n")}\n];`)];
  return [...printer.files(), sharedFile(nameOf(definition), [`// ${nameOf(definition)}: its fields.`, SHARED, ...printer.imports(), ...exports, ""].join("\n"))];
});

/** Name of a definition: the last part of its pointer. */
function nameOf(definition: NodeIr | undefined): string {
  return definition?.pointer.split("/").at(-1) ?? "";
}

/** All that is said of the fields inside a place. */
const toldInside = once((form, nodes) => JSON.stringify(describeInside(form, nodes).map((field) => [field.pointer, fieldMetadata(form, field)])));

/** The definitions that describe a place. */
function definitionsOf(form: FormIr, nodes: readonly NodeIr[]): readonly NodeIr[] {
  return layers(form, nodes).flatMap(({ ref }) => (ref === undefined ? [] : (form.definitions[ref] ?? [])));
}
