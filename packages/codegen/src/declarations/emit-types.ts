import { DEFAULT_OPTIONS } from "json-schema-to-typescript";
import { generate } from "json-schema-to-typescript/dist/src/generator.js";
import { link } from "json-schema-to-typescript/dist/src/linker.js";
import { normalize } from "json-schema-to-typescript/dist/src/normalizer.js";
import { optimize } from "json-schema-to-typescript/dist/src/optimizer.js";
import { parse } from "json-schema-to-typescript/dist/src/parser.js";
import type { FormIr } from "../form/form-ir.ts";
import { Names } from "../print/names.ts";
import { formatTypes } from "./format-types.ts";
import { TypeSchemas, type TypeSchema } from "./type-schema.ts";

/** Types of a form and of the record forms steps have. */
export interface EmittedTypes {
  readonly text: string;
  /** Names of the types that are declared, by definition. */
  readonly typeNames: Readonly<Record<string, string>>;
}

const OPTIONS = { ...DEFAULT_OPTIONS, additionalProperties: false, bannerComment: "", format: false, ignoreMinAndMaxItems: true, unknownAny: true };

/**
 * Interfaces by json-schema-to-typescript. Its phases are called one by one, for two reasons: references are resolved here
 * (so none can reach for the network), and what is left is synchronous and pure.
 */
export function emitTypes(form: FormIr, options: { readonly records: readonly string[]; readonly reserved: readonly string[] }): EmittedTypes {
  const names = new Names(options.reserved);
  const typeNames = Object.fromEntries(Object.keys(form.definitions).map((name) => [name, names.take(name)]));
  const schemas = new TypeSchemas(form, typeNames);
  const recordTypes = [...new Set(options.records)].map((name) => schemas.definition(name));
  const whole: TypeSchema = {
    title: WRAPPER,
    type: "object",
    properties: Object.fromEntries([schemas.root("Form"), ...recordTypes].map((schema, index) => [`part${index}`, schema])),
    additionalProperties: false,
  };
  return { text: formatTypes(withoutWrapper(printed(whole))), typeNames: schemas.declared() };
}

/** Holds form and record forms together, so that what they share is printed once. */
const WRAPPER = "EverythingOfTheForm";

function printed(schema: TypeSchema): string {
  const normalized = normalize(link(schema), new WeakMap(), WRAPPER, OPTIONS);
  return generate(optimize(parse(normalized, OPTIONS), OPTIONS), OPTIONS);
}

function withoutWrapper(text: string): string {
  const start = text.indexOf(`export interface ${WRAPPER} {`);
  const end = text.indexOf("\n}", start) + 2;
  return (text.slice(0, start) + text.slice(end)).replace(/\n{3,}/g, "\n\n").trim();
}
