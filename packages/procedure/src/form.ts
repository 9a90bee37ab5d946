import type { Cel } from "./definition.ts";
import type { Text } from "./text.ts";

/** JSON Schema 2020-12 with the form vocabulary; after compilation every `$ref` is local to `$defs`. */
export interface FormSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, FormSchema>>;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | FormSchema;
  readonly items?: FormSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly if?: FormSchema;
  readonly then?: FormSchema;
  readonly else?: FormSchema;
  readonly allOf?: readonly FormSchema[];
  readonly anyOf?: readonly FormSchema[];
  readonly oneOf?: readonly FormSchema[];
  readonly not?: FormSchema;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly default?: unknown;
  readonly "x-label"?: Text;
  readonly "x-hint"?: Text;
  /** Labels of `enum` values, in the order of `enum`. */
  readonly "x-enum"?: Readonly<Record<string, Text>>;
  /** A code list of `schemas/shared/code-lists` that gives the values; expanded at compile time for short lists. */
  readonly "x-code-list"?: string;
  /** Where a value can be prefilled from. */
  readonly "x-prefill"?: readonly string[];
  /** Personal-data class of Law 91/2025/QH15. */
  readonly "x-data"?: "personal" | "sensitive" | "none";
  /** `date`, `money`, `textarea`, `radio`, `checkbox`, `address`… when the default control does not serve. */
  readonly "x-control"?: string;
  readonly "x-sections"?: readonly Section[];
  /** Of the form at its root; of a step's record in its definition. */
  readonly "x-rules"?: readonly Rule[];
  readonly [other: string]: unknown;
}

/** One page of the form. */
export interface Section {
  readonly id: string;
  readonly title: Text;
  /** JSON Pointers of the fields (or objects of fields) shown, in order. */
  readonly fields: readonly string[];
  readonly when?: Cel;
  readonly hint?: Text;
}

/** A cross-field rule. It applies only when its operands exist. */
export interface Rule {
  readonly id: string;
  /** JSON Pointer of a list: read once for each of its entries, `item` in the expressions, the `nth` of them. */
  readonly each?: string;
  readonly when?: Cel;
  readonly assert: Cel;
  /** JSON Pointer of the field the message belongs to, inside the entry where there is one. */
  readonly at: string;
  readonly effect?: "block" | "warn" | "supplement" | "refuse";
  readonly message: Text;
  readonly source?: string;
}
