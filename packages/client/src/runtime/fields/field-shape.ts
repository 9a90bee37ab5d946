import type { Section } from "@motcua/procedure";
import type { FieldControl } from "../problems/form-field.ts";

/** What a renderer needs to know of a field, without words. */
export interface FieldShape {
  readonly control: FieldControl;
  readonly type: "string" | "integer" | "number" | "boolean" | "object" | "array" | "any";
  /** Must always be present inside the object it belongs to; conditions of the form may ask for more. */
  readonly required: boolean;
  readonly format?: string;
  /** In code points. */
  readonly maxLength?: number;
  /** The values it may be chosen from, in order. */
  readonly values?: readonly unknown[];
  /** A list too long to be shown as choices. */
  readonly codeList?: string;
  /** Where its value may come from, best first. */
  readonly prefill?: readonly string[];
  /** Personal-data class of Law 91/2025/QH15. */
  readonly data?: "personal" | "sensitive" | "none";
  readonly default?: unknown;
}

/** A page of the form, without words. */
export type SectionShape = Omit<Section, "title" | "hint">;
