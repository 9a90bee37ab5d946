import type { Section } from "@motcua/procedure";
import type { FieldDescription } from "../problems/field-description.ts";

/** What a renderer needs to know of a field, without words. */
export interface FieldShape extends Omit<FieldDescription, "label" | "hint" | "options"> {
  /** The values it may be chosen from, in order. */
  readonly values?: readonly unknown[];
}

/** A page of the form, without words. */
export type SectionShape = Omit<Section, "title" | "hint">;
