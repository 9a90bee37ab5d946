import type { Problem } from "@motcua/procedure";
import type { Child } from "hono/jsx";
import type { CodeLists } from "../form/code-list.ts";
import type { Field } from "../form/field.ts";
import type { FormBody } from "../form/form-body.ts";

/** What controls are drawn with. */
export interface Drawing {
  readonly lists: CodeLists;
  /** The whole form as filled in so far: fields that do not apply are judged by it. */
  readonly form: unknown;
  /** Problems to show, pointers into the form. */
  readonly problems: readonly Problem[];
  /** Code of the province the shop belongs to: addresses start there. */
  readonly province: string;
  /** Communes to choose from, instead of all of the country's, by place. */
  readonly communesAt?: Readonly<Record<string, readonly string[]>>;
  /** Whether a rule of the procedure requires what the schema leaves optional. */
  readonly requiredByRule: (at: string) => boolean;
  /** Draws what is inside a group or a list. */
  readonly controlFor: ControlFor;
}

/** The control of a field. Handed down rather than imported, so that a group's file need not know every kind's. */
export type ControlFor = (field: Field) => Control;

/** A field to draw, with its value. */
export interface DrawnField {
  readonly field: Field;
  /** JSON Pointer into the form. */
  readonly at: string;
  readonly value: unknown;
  readonly drawing: Drawing;
}

/** What a control reads. */
export interface ReadField {
  readonly field: Field;
  readonly at: string;
  readonly body: FormBody;
  readonly controlFor: ControlFor;
}

/** What words are looked up with. */
export interface Wording {
  readonly lists: CodeLists;
  readonly controlFor: ControlFor;
}

/** One way of filling in a field: how it is drawn, read back, and told in words. */
export interface Control {
  readonly Input: (of: DrawnField) => Child;
  /** The value as typed JSON; what cannot be one stays as the text typed, for the check to refuse. `undefined`: nothing given. */
  readonly read: (of: ReadField) => unknown;
  /** The value in words; `undefined` where there is nothing to tell. Groups and lists are told by their fields. */
  readonly words: (field: Field, value: unknown, wording: Wording) => string | undefined;
}
