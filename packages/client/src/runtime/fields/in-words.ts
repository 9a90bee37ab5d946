import type { FieldShape, SectionShape } from "./field-shape.ts";

/** A field and what people read of it, in one language. */
export interface FieldInWords extends FieldShape {
  readonly label?: string;
  readonly hint?: string;
  /** The values it may be chosen from, and what people see of each. */
  readonly options?: readonly { readonly value: unknown; readonly label: string }[];
}

/** A page of the form and what people read on it, in one language. */
export interface SectionInWords extends SectionShape {
  readonly title: string;
  readonly hint?: string;
}

/** A form in one language, for renderers. */
export interface FormInWords<Field extends string = string> {
  /** By JSON Pointer; entries of a list stand under `*`. */
  readonly fields: { readonly [field in Field]: FieldInWords };
  /** Pages in order. */
  readonly sections: readonly SectionInWords[];
}

/** What is read of a field: its label, or more than that; what a definition gives to the fields inside it follows as a list. */
export type FieldWords = string | { readonly label?: string; readonly hint?: string; readonly options?: readonly string[] } | readonly FieldWords[];

/** The words of a form in one language: of its fields in their order, and of its pages. */
export interface FormWords {
  readonly fields: readonly FieldWords[];
  readonly sections: readonly (string | { readonly title: string; readonly hint: string })[];
}

/** A form without words. */
export interface FormShape {
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly sections: readonly SectionShape[];
}

/** A form with its words, which stand in the order of what they are of. */
export function inWords({ fields, sections }: FormShape, words: FormWords): FormInWords {
  const said = flat(words.fields);
  const entries = Object.entries(fields).map(([pointer, shape], index) => {
    const { options, ...rest } = said[index] ?? {};
    return [pointer, { ...shape, ...rest, ...(options === undefined ? {} : { options: options.map((label, nth) => ({ value: shape.values?.[nth], label })) }) }] as const;
  });
  return {
    fields: Object.fromEntries(entries),
    sections: sections.map((section, index) => {
      const of = words.sections[index] ?? "";
      return { ...section, ...(typeof of === "string" ? { title: of } : of) };
    }),
  };
}

type Said = Exclude<FieldWords, string | readonly FieldWords[]>;

function flat(words: readonly FieldWords[]): readonly Said[] {
  return words.flatMap((word): readonly Said[] => (typeof word === "string" ? [{ label: word }] : isList(word) ? flat(word) : [word]));
}

function isList(word: FieldWords): word is readonly FieldWords[] {
  return Array.isArray(word);
}
