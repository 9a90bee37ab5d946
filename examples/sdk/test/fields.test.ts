import type { FieldInWords, FieldShape, FormInWords, FormSchema, Procedure, SectionShape, Text } from "@motcua/client/runtime";
import { describe, expect, test } from "vitest";
import { SDKS } from "./samples.ts";

interface FieldsModule {
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly sections: readonly SectionShape[];
  readonly vi: FormInWords;
  readonly en: FormInWords;
}

interface WholeModule {
  readonly procedure: Procedure;
}

type Language = "vi" | "en";

/** The fields of a definition, read anew from its schemas: what the generator makes of them is not asked. */
class DefinedFields {
  readonly #form: FormSchema;
  readonly #language: Language;

  constructor(form: FormSchema, language: Language) {
    this.#form = form;
    this.#language = language;
  }

  all(): readonly (readonly [pointer: string, field: Partial<FieldInWords>])[] {
    return this.#inside([this.#form]);
  }

  #inside(schemas: readonly FormSchema[]): readonly (readonly [string, Partial<FieldInWords>])[] {
    const layers = this.#layers(schemas);
    const keys = new Set(layers.flatMap(({ properties = {} }) => Object.keys(properties).filter((key) => this.#isDescribed(properties[key]))));
    const items = layers.map((layer) => layer.items).filter((schema) => schema !== undefined);
    const below = (pointer: string, field: readonly FormSchema[], required: boolean) => [
      [pointer, this.#field(field, required)] as const,
      ...this.#inside(field).map(([inside, found]) => [pointer + inside, found] as const),
    ];
    return [
      ...[...keys].flatMap((key) => below(`/${key}`, layers.map((layer) => layer.properties?.[key]).filter((schema) => schema !== undefined), layers.some((layer) => layer.required?.includes(key)))),
      ...(items.length === 0 ? [] : below("/*", items, true)),
    ];
  }

  #field(schemas: readonly FormSchema[], required: boolean): Partial<FieldInWords> {
    const layers = this.#layers(schemas);
    const first = <K extends keyof FormSchema>(keyword: K): FormSchema[K] => layers.find((layer) => layer[keyword] !== undefined)?.[keyword];
    const values = first("enum");
    const said = {
      label: this.#said(first("x-label")),
      hint: this.#said(first("x-hint")),
      control: first("x-control"),
      required,
      format: first("format"),
      maxLength: first("maxLength"),
      codeList: values === undefined ? first("x-code-list") : undefined,
      prefill: first("x-prefill"),
      data: first("x-data"),
      default: first("default"),
      values,
      options: values?.map((value) => ({ value, label: this.#said(first("x-enum")?.[value as string]) ?? JSON.stringify(value) })),
    };
    return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  }

  #layers(schemas: readonly FormSchema[]): readonly FormSchema[] {
    return schemas.flatMap((schema) => [schema, ...(schema.$ref === undefined ? [] : this.#layers([this.#form.$defs?.[schema.$ref.slice("#/$defs/".length)] ?? {}])), ...this.#layers(schema.allOf ?? [])]);
  }

  /** Conditions repeat a key to say more of it; what describes a field has a type, values or a label. */
  #isDescribed(schema: FormSchema | undefined): boolean {
    return schema !== undefined && this.#layers([schema]).some((layer) => layer.type !== undefined || layer.enum !== undefined || layer.const !== undefined || layer["x-label"] !== undefined);
  }

  #said(text: Text | undefined): string | undefined {
    return text?.[this.#language] ?? text?.vi;
  }
}

describe.each(SDKS)("$code", ({ code }) => {
  test.each(["vi", "en"] as const)("has in %s the fields, the words and the pages of its definition, in their order", async (language) => {
    const [parts, { procedure }] = [(await import(`../${code}/fields.js`)) as FieldsModule, (await import(`../${code}.js`)) as WholeModule];
    const defined = new DefinedFields(procedure.form, language).all();
    expect(Object.keys(parts[language].fields)).toEqual(defined.map(([pointer]) => pointer));
    for (const [pointer, field] of defined) {
      const { type: _type, control, ...told } = parts[language].fields[pointer] as FieldInWords;
      expect({ ...told, ...(field.control === undefined ? {} : { control }) }, pointer).toEqual(field);
    }
    const pages = (procedure.form["x-sections"] ?? []).map(({ title, hint, ...shape }) => ({ ...shape, title: title[language] ?? title.vi, ...(hint === undefined ? {} : { hint: hint[language] ?? hint.vi }) }));
    expect(parts[language].sections).toEqual(pages);
  });

  test("says the same without words", async () => {
    const { fields, sections, vi } = (await import(`../${code}/fields.js`)) as FieldsModule;
    expect(fields).toEqual(Object.fromEntries(Object.entries(vi.fields).map(([pointer, { label: _label, hint: _hint, options: _options, ...shape }]) => [pointer, shape])));
    expect(sections).toEqual(vi.sections.map(({ title: _title, hint: _hint, ...shape }) => shape));
    expect(JSON.stringify([fields, sections])).not.toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệ]/);
  });
});
