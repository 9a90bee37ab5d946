import type { FieldDescription, FieldInWords, FieldShape, FormInWords, Section, SectionShape } from "@motcua/client/runtime";
import { describe, expect, test } from "vitest";
import { SDKS } from "./samples.ts";

interface FieldsModule {
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly sections: readonly SectionShape[];
  readonly vi: FormInWords;
  readonly en: FormInWords;
}

/** The same form as servers have it: every text in every language. */
interface WholeModule {
  readonly fields: Readonly<Record<string, FieldDescription>>;
  readonly sections: readonly Section[];
}

/** A field of the whole module as a page in one language has it. */
function inOneLanguage({ label, hint, options, ...shape }: FieldDescription, language: "vi" | "en"): FieldInWords {
  return {
    ...shape,
    ...(label === undefined ? {} : { label: label[language] ?? label.vi }),
    ...(hint === undefined ? {} : { hint: hint[language] ?? hint.vi }),
    ...(options === undefined ? {} : { values: options.map(({ value }) => value), options: options.map(({ value, label: of }) => ({ value, label: of[language] ?? of.vi })) }),
  };
}

function entriesOf<T>(fields: Readonly<Record<string, T>>, of: (field: T) => unknown): readonly unknown[] {
  return Object.entries(fields).map(([pointer, field]) => [pointer, of(field)]);
}

describe.each(SDKS)("$code", ({ code }) => {
  test.each(["vi", "en"] as const)("has in %s the fields, the words and the pages of its definition, in their order", async (language) => {
    const [parts, whole] = [(await import(`../${code}/fields.js`)) as FieldsModule, (await import(`../${code}.js`)) as WholeModule];
    expect(entriesOf(parts[language].fields, (field) => field)).toEqual(entriesOf(whole.fields, (field) => inOneLanguage(field, language)));
    expect(parts[language].sections).toEqual(whole.sections.map(({ title, hint, ...shape }) => ({ ...shape, title: title[language] ?? title.vi, ...(hint === undefined ? {} : { hint: hint[language] ?? hint.vi }) })));
  });

  test("says the same without words", async () => {
    const { fields, sections, vi } = (await import(`../${code}/fields.js`)) as FieldsModule;
    expect(fields).toEqual(Object.fromEntries(Object.entries(vi.fields).map(([pointer, { label: _label, hint: _hint, options: _options, ...shape }]) => [pointer, shape])));
    expect(sections).toEqual(vi.sections.map(({ title: _title, hint: _hint, ...shape }) => shape));
    expect(JSON.stringify([fields, sections])).not.toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệ]/);
  });
});
