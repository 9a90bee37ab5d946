import { machineFacts } from "./machine-facts.ts";
import type { StateMachine } from "./state-machine.ts";

/** A completed step in the workflow's own names. */
export interface StepDone {
  readonly step: string;
  readonly outcome: string;
  readonly facts: Readonly<Record<string, boolean>>;
  /** Sequence number of the batch that completed the step and opened what follows. */
  readonly after: number;
}

/** Output of a waiting state, in the machine's names. */
export interface TaskAnswer {
  readonly outcome: string;
  readonly facts: Readonly<Record<string, boolean>>;
  readonly after: number;
}

/**
 * What answers the token of a step's waiting state.
 * @throws RangeError when the step has no such outcome
 */
export function taskAnswer(machine: StateMachine, { step, outcome, facts, after }: StepDone): TaskAnswer {
  const name = machine.outcomes[step]?.[outcome];
  if (name === undefined) throw new RangeError(`step ${step} has no outcome ${outcome}`);
  return { outcome: name, facts: machineFacts(machine, facts), after };
}
