import type { Catcher } from "../definition/definition.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Visit } from "./visit.ts";

/** What a state leaves behind. */
export interface Outcome {
  readonly output: Json;
  /** Variables it assigns. */
  readonly variables: JsonObject;
}

/** A way out of a Choice. */
export interface Way extends Outcome {
  /** Absent when no rule matched and there is no default. */
  readonly next?: string;
}

/** The error as a catcher sees it. */
export type ErrorOutput = { readonly Error?: string; readonly Cause?: string };

/** A language for a state's expressions. Everything here throws `StateError` with the names AWS gives. */
export interface QueryLanguage {
  /** What the state hands on: to its integration, its branches, its result. */
  readonly payload: (visit: Visit) => Promise<Json>;
  readonly finish: (visit: Visit, result: Json) => Promise<Outcome>;
  readonly caught: (visit: Visit, catcher: Catcher, error: ErrorOutput) => Promise<Outcome>;
  readonly choose: (visit: Visit) => Promise<Way>;
  /** A field that may be computed, by its plain name (`Seconds`); undefined where the state does not have it. */
  readonly field: (visit: Visit, name: string) => Promise<Computed | undefined>;
  /** The items of a Map. */
  readonly items: (visit: Visit, payload: Json) => Promise<readonly Json[]>;
  /** The input of one iteration; the visit's context has `Map.Item`. */
  readonly itemInput: (visit: Visit, payload: Json, item: Json) => Promise<Json>;
}

/** A computed field and how it was written, for messages. */
export interface Computed {
  readonly value: Json;
  /** `SecondsPath` or `Seconds`. */
  readonly field: string;
  /** The path or expression; empty for a literal. */
  readonly written: string;
}
