import type { State } from "../definition/definition.ts";
import type { Json, JsonObject } from "../json.ts";

/** Where expressions take time, chance and identity from. */
export interface Ambient {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly uuid: () => string;
}

/** A state being run by a frame: everything its expressions may see. */
export interface Visit {
  readonly name: string;
  readonly scope: string;
  readonly state: State;
  readonly input: Json;
  /** Variables in sight: of this scope and of those around it. */
  readonly variables: JsonObject;
  /** The context object, `$$` and `$states.context`. */
  readonly context: JsonObject;
  readonly ambient: Ambient;
}
