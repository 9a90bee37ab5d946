import type { Definition } from "./definition.ts";

/** Where a table of states can be entered: the state of each step and, for a fork, its branches in the machine's order. */
export type Places = Readonly<Record<string, { readonly state: string; readonly branches?: readonly { readonly name: string; readonly places: Places }[] }>>;

/**
 * A workflow as a state machine: the definition, which many procedures may share, and what one procedure's own names are
 * called in it.
 */
export interface StateMachine {
  /** Content hash of the definition: 16 hexadecimal digits. */
  readonly shape: string;
  /** Amazon States Language; ARNs of functions are the substitutions `RegisterTaskFunctionArn` and `ConnectFunctionArn`. */
  readonly definition: Definition;
  /** Step by waiting state. A step entered both inside and outside a fork has a state in each place. */
  readonly steps: Readonly<Record<string, string>>;
  /** Name in the machine by step and outcome. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Fact in the machine by fact of the workflow (`when_<step>`). */
  readonly facts: Readonly<Record<string, string>>;
  readonly places: Places;
}
