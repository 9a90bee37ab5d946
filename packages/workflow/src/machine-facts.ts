import type { StateMachine } from "./state-machine.ts";

/** A workflow's facts by the names the machine knows, each of them present: what is not said does not hold. */
export function machineFacts({ facts: names }: StateMachine, facts: Readonly<Record<string, boolean>>): Readonly<Record<string, boolean>> {
  return Object.fromEntries(Object.entries(names).map(([fact, name]) => [name, facts[fact] === true]));
}
