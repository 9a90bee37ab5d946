import type { Position } from "@motcua/procedure";
import { machineFacts } from "./machine-facts.ts";
import type { Places, StateMachine } from "./state-machine.ts";

/** What an execution starts with: where a dossier stands, in the workflow's own names. */
export interface Beginning {
  readonly dossier: string;
  readonly generation: number;
  /** Sequence number of the batch that opened the steps of the position. */
  readonly after: number;
  readonly facts: Readonly<Record<string, boolean>>;
  readonly position: Position;
}

/** Where an execution begins, in the machine's names; branches in the machine's order. */
export interface At {
  readonly state: string;
  readonly branches?: readonly At[];
}

/** Input of an execution. Nothing here is a citizen's data. */
export interface ExecutionInput {
  readonly dossier: string;
  readonly generation: number;
  readonly after: number;
  readonly facts: Readonly<Record<string, boolean>>;
  readonly at: At;
  /** Step by waiting state: what a state registers as. */
  readonly steps: Readonly<Record<string, string>>;
}

/**
 * The input of the execution that takes a dossier on from a position. The same beginning gives the same input.
 * @throws RangeError when the position is not one of the machine's
 */
export function executionInput(machine: StateMachine, beginning: Beginning): ExecutionInput {
  const { dossier, generation, after, facts, position } = beginning;
  return { dossier, generation, after, facts: machineFacts(machine, facts), at: atOf(machine.places, position), steps: machine.steps };
}

function atOf(places: Places, { step, branches: standing }: Position): At {
  const place = places[step];
  if (place === undefined) throw new RangeError(`no state stands for the step ${step} there`);
  const { state, branches } = place;
  if (branches === undefined) return { state };
  return {
    state,
    branches: branches.map(({ name, places: inside }) => {
      const branch = standing?.[name];
      if (branch === undefined) throw new RangeError(`the position does not say where the branch ${name} of ${step} stands`);
      return typeof branch === "string" ? { state: "done" } : atOf(inside, branch);
    }),
  };
}
