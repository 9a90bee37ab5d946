import type { GeneratedFile } from "../generate-sdk.ts";
import { printImport } from "../print/module-text.ts";
import { printValue } from "../print/print-value.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { describeFields } from "./emit-fields.ts";
import { FieldPrinter } from "./field-printer.ts";
import { LANGUAGES, type Language, said } from "./field-words.ts";
import { header } from "./header.ts";

/**
 * `<code>/fields`: the form for renderers. Fields and pages are told apart from what people read of them, one export a
 * language, so that a page carries the words it shows. What a definition gives to every field that refers to it, the fields
 * of an address or the list of ethnic groups, stands in a file of its own under `shared/`, named by its content: a page that
 * has two procedures carries it once.
 */
export function emitFieldsModule(ir: ProcedureIr, name: string): readonly GeneratedFile[] {
  const printer = new FieldPrinter(ir.form, "../shared/");
  const printed = printer.print(describeFields(ir.form), "    ");
  const sections = ir.procedure.form["x-sections"] ?? [];
  const js = [
    header(ir.procedure),
    printImport(["fieldsOf", "inWords"], "@motcua/client/runtime"),
    ...printer.imports(),
    "",
    "/** What is known of each field, by JSON Pointer; entries of a list stand under `*`. */",
    `export const fields = /*@__PURE__*/ fieldsOf([${lines(printed.shapes)}]);`,
    "",
    "/** Pages of the form in order. */",
    `export const sections = ${printValue(sections.map(({ title: _title, hint: _hint, ...shape }) => shape))};`,
    "",
    ...LANGUAGES.flatMap((language) => {
      const titles = sections.map(({ title, hint }) => (hint === undefined ? said(title, language) : { title: said(title, language), hint: said(hint, language) }));
      return [
        SPOKEN[language],
        `export const ${language} = /*@__PURE__*/ inWords({ fields, sections }, {`,
        `  fields: [${lines(printed.words[language], "  ")}],`,
        `  sections: ${printValue(titles, "  ")},`,
        "});",
        "",
      ];
    }),
  ].join("\n");
  return [{ path: `${name}/fields.js`, text: js }, { path: `${name}/fields.d.ts`, text: declarations(ir, name) }, ...printer.files()];
}

const SPOKEN: Readonly<Record<Language, string>> = {
  vi: "/** The form in Vietnamese. */",
  en: "/** The form in English, in Vietnamese where the definition has no English. */",
};

function lines(entries: readonly string[], indent = ""): string {
  return entries.length === 0 ? "" : `\n${entries.join("\n")}\n${indent}`;
}

function declarations({ procedure }: ProcedureIr, name: string): string {
  return [
    header(procedure),
    'import type { FieldShape, FormInWords, SectionShape } from "@motcua/client/runtime";',
    `import type { Field } from ${JSON.stringify(`../${name}.js`)};`,
    "",
    "/** What is known of each field, without words. */",
    "export declare const fields: { readonly [field in Field]: FieldShape };",
    "/** Pages of the form in order, without words. */",
    "export declare const sections: readonly SectionShape[];",
    ...LANGUAGES.flatMap((language) => [SPOKEN[language], `export declare const ${language}: FormInWords<Field>;`]),
    "",
  ].join("\n");
}
