import type { FormSchema, Text } from "@motcua/procedure";
import type { Schema } from "../standard/schema.ts";

/** How a schema is read: as a form of the profile, or as any schema of JSON Schema 2020-12. */
export type Dialect = "form" | "standard";

/** Types a form may give a value, null apart. */
export type ValueType = "string" | "integer" | "number" | "boolean" | "object" | "array";

/**
 * A schema as every emitter reads it: each keyword of the profile in its place, nothing else left. Types, checks, zod
 * schemas and metadata are printed from this alone, so that they cannot disagree. Every key is there, `undefined` where the
 * schema does not say it: nodes of one shape are read and made faster.
 */
export interface NodeIr {
  /** JSON Pointer in the procedure: `/form/properties/tre`. */
  readonly pointer: string;
  /** Name of a definition the value must also meet. */
  readonly ref: string | undefined;
  readonly type: ValueType | undefined;
  readonly nullable: boolean;
  readonly properties: readonly PropertyIr[];
  readonly required: readonly string[];
  /** Keys others demand: `dependentRequired`. */
  readonly dependent: readonly { readonly key: string; readonly requires: readonly string[] }[];
  /** No keys but those of `properties`. */
  readonly closed: boolean;
  readonly items: NodeIr | undefined;
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
  /** What is said of texts. */
  readonly text: TextIr | undefined;
  /** What is said of numbers. */
  readonly number: NumberIr | undefined;
  readonly values: readonly unknown[] | undefined;
  readonly constant: { readonly value: unknown } | undefined;
  readonly conditions: readonly ConditionIr[];
  readonly all: readonly NodeIr[];
  readonly any: readonly NodeIr[];
  readonly one: ChoiceIr | undefined;
  readonly not: NodeIr | undefined;
  /** The schema says more than stands here: only the predicate of the whole schema can tell. No form of the profile has any. */
  readonly rest: true | undefined;
  readonly display: DisplayIr;
  /** What was found of it, by the number of the question: see `once`. It says nothing of the schema itself. */
  readonly answers: unknown[];
}

/** A field of an object. */
export interface PropertyIr {
  readonly key: string;
  readonly node: NodeIr;
}

/** `if`, `then`, `else`. */
export interface ConditionIr {
  readonly when: NodeIr;
  /** What holds where the condition is met. */
  readonly yes: NodeIr | undefined;
  /** What holds where it is not. */
  readonly no: NodeIr | undefined;
}

/** `oneOf` whose alternatives a constant under `key` tells apart. */
export interface ChoiceIr {
  readonly key: string;
  readonly branches: readonly { readonly tag: unknown; readonly node: NodeIr }[];
}

/** Limits of texts; lengths in code points. */
export interface TextIr {
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly pattern: string | undefined;
  readonly format: string | undefined;
}

/** Limits of numbers. */
export interface NumberIr {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMinimum: number | undefined;
  readonly exclusiveMaximum: number | undefined;
  readonly multipleOf: number | undefined;
}

/** What people see of a field; says nothing about validity. */
export interface DisplayIr {
  readonly label: Text | undefined;
  readonly hint: Text | undefined;
  readonly control: string | undefined;
  readonly options: Readonly<Record<string, Text>> | undefined;
  readonly codeList: string | undefined;
  readonly prefill: readonly string[] | undefined;
  readonly data: string | undefined;
  readonly default: { readonly value: unknown } | undefined;
}

/** Nothing that people see. */
export const SILENT: DisplayIr = { label: undefined, hint: undefined, control: undefined, options: undefined, codeList: undefined, prefill: undefined, data: undefined, default: undefined };

/** A form and the definitions it refers to. */
export interface FormIr {
  readonly root: NodeIr;
  readonly definitions: Readonly<Record<string, NodeIr>>;
  /** The schema as it was given, for predicates. */
  readonly schema: FormSchema;
  /** `form`: formats refuse. `standard`: they are annotations, as JSON Schema has them. */
  readonly dialect: Dialect;
  /** Documents that references may reach, by URI. A form has none: its references were resolved when it was compiled. */
  readonly documents?: Readonly<Record<string, Schema>>;
}
