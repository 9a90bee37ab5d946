import { createHash } from "node:crypto";
import { layers } from "../form/describe.ts";
import type { FormIr, NodeIr } from "../form/form-ir.ts";
import type { GeneratedFile } from "../generate-sdk.ts";
import { printImport } from "../print/module-text.ts";
import { Names } from "../print/names.ts";
import { printValue } from "../print/print-value.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { describeFields, describeInside, type FieldDescription, fieldMetadata } from "./emit-fields.ts";
import { GENERATED, header } from "./header.ts";

/**
 * `<code>/fields`: metadata of the form for renderers. What a definition gives to every field that refers to it, the fields
 * of an address or the list of ethnic groups, stands in a file of its own under `shared/`, named by its content: a page that
 * has two procedures carries it once.
 */
export function emitFieldsModule(ir: ProcedureIr, name: string): readonly GeneratedFile[] {
  const shared = new SharedFiles(ir.form);
  const printer = new EntryPrinter(ir.form, { shared, from: "../shared/" });
  const entries = printer.entries(describeFields(ir.form));
  const js = [
    header(ir.procedure),
    printImport(["fieldsOf"], "@motcua/client/runtime"),
    ...printer.imports(),
    "",
    "/** What renderers need of each field, by JSON Pointer; entries of a list stand under `*`. */",
    `export const fields = /*@__PURE__*/ fieldsOf([${entries.length === 0 ? "" : `\n${entries.join("\n")}\n`}]);`,
    "",
    "/** Pages of the form in order. */",
    `export const sections = ${printValue(ir.procedure.form["x-sections"] ?? [])};`,
    "",
  ].join("\n");
  return [{ path: `${name}/fields.js`, text: js }, { path: `${name}/fields.d.ts`, text: declarations(ir, name) }, ...shared.files()];
}

function declarations({ procedure }: ProcedureIr, name: string): string {
  return [
    header(procedure),
    'import type { FieldDescription, Section } from "@motcua/client/runtime";',
    `import type { Field } from ${JSON.stringify(`../${name}.js`)};`,
    "",
    "/** What renderers need of each field. */",
    "export declare const fields: { readonly [field in Field]: FieldDescription };",
    "/** Pages of the form in order. */",
    "export declare const sections: readonly Section[];",
    "",
  ].join("\n");
}

/** Files that several procedures may have, each once. */
class SharedFiles {
  readonly #form: FormIr;
  readonly #files = new Map<string, GeneratedFile>();
  readonly #told = new Map<string, string>();

  constructor(form: FormIr) {
    this.#form = form;
  }

  /** Path inside `shared/` of what a definition gives: a list of choices, or the fields inside it. */
  of(definition: string, options: unknown): string {
    const known = this.#files.get(`${definition} ${options === undefined}`);
    if (known !== undefined) return known.path.slice("shared/".length);
    const text = options === undefined ? this.#fieldsOf(definition) : [`// ${definition}: values and what people see of them.`, SHARED, `export const shared = ${printValue(options)};`, ""].join("\n");
    const path = `shared/${definition}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.js`;
    this.#files.set(`${definition} ${options === undefined}`, { path, text });
    return path.slice("shared/".length);
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

  #fieldsOf(definition: string): string {
    const node = this.#form.definitions[definition];
    const printer = new EntryPrinter(this.#form, { shared: this, from: "./" });
    const entries = node === undefined ? [] : printer.entries(describeInside(this.#form, [node]));
    return [`// ${definition}: its fields.`, SHARED, ...printer.imports(), `export const shared = [\n${entries.join("\n")}\n];`, ""].join("\n");
  }
}

const SHARED = `// ${GENERATED} by @motcua/codegen; shared by every form that has a definition like this.`;

class EntryPrinter {
  readonly #form: FormIr;
  readonly #shared: SharedFiles;
  readonly #from: string;
  readonly #imported = new Map<string, string>();
  readonly #names = new Names(["fieldsOf", "fields", "sections", "shared"]);

  constructor(form: FormIr, { shared, from }: { readonly shared: SharedFiles; readonly from: string }) {
    this.#form = form;
    this.#shared = shared;
    this.#from = from;
  }

  imports(): readonly string[] {
    return [...this.#imported].map(([path, name]) => `import { shared as ${name} } from ${JSON.stringify(this.#from + path)};`);
  }

  /** `["/pointer", { … }, fields of a definition]`, the fields of a definition left out where they come from there. */
  entries(fields: readonly FieldDescription[]): readonly string[] {
    const lines: string[] = [];
    for (let at = 0; at < fields.length; at += 1) {
      const field = fields[at];
      if (field === undefined) break;
      const inside = fields.slice(at + 1).filter(({ pointer }) => pointer.startsWith(`${field.pointer}/`));
      const definition = this.#definitionOf(field, inside);
      lines.push(`  [${JSON.stringify(field.pointer)}, ${this.#description(field)}${definition === undefined ? "" : `, ${this.#import(definition, undefined)}`}],`);
      if (definition !== undefined) at += inside.length;
    }
    return lines;
  }

  /** The definition that gives a field all that is inside it. */
  #definitionOf(field: FieldDescription, inside: readonly FieldDescription[]): string | undefined {
    if (inside.length === 0) return undefined;
    const text = told(this.#form, inside, field.pointer);
    return refsOf(this.#form, field.nodes).find((name) => this.#shared.told(name) === text);
  }

  #description(field: FieldDescription): string {
    const { entries, options } = fieldMetadata(this.#form, field);
    if (options === undefined) return printValue(entries, "  ");
    const definition = refsOf(this.#form, field.nodes).find((name) => this.#form.definitions[name]?.values !== undefined);
    if (definition === undefined) return printValue({ ...entries, options }, "  ");
    return printValue({ ...entries, options: STAND_IN }, "  ").replace(JSON.stringify(STAND_IN), () => this.#import(definition, options));
  }

  #import(definition: string, options: unknown): string {
    const path = this.#shared.of(definition, options);
    const name = this.#imported.get(path) ?? this.#names.take(definition);
    this.#imported.set(path, name);
    return name;
  }
}

function told(form: FormIr, fields: readonly FieldDescription[], below: string): string {
  return JSON.stringify(fields.map((field) => [field.pointer.slice(below.length), fieldMetadata(form, field)]));
}

/** Names of the definitions that describe a place. */
function refsOf(form: FormIr, nodes: readonly NodeIr[]): readonly string[] {
  return layers(form, nodes).flatMap(({ ref }) => (ref === undefined ? [] : [ref]));
}

/** Stands for a constant while the rest is laid out. No text of a definition has it. */
const STAND_IN = "\u0000options";
