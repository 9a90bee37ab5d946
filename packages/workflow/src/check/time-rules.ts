import type { Problem } from "@motcua/procedure";
import type { Found, FoundState } from "./found-table.ts";
import { machineProblem } from "./machine-problem.ts";

const TIMERS = ["TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"] as const;

/** No legal time lives in a state machine: neither a timeout of it or of a state, nor a Wait. */
export function timeProblems(machine: Found, states: readonly FoundState[]): readonly Problem[] {
  const everywhere = [{ name: "", pointer: "", state: machine }, ...states];
  return everywhere.flatMap(({ name, pointer, state }) => [
    ...TIMERS.filter((member) => state[member] !== undefined).map((member) => machineProblem("machine-timer", `${pointer}/${member}`, member)),
    ...(state["Type"] === "Wait" ? [machineProblem("machine-timer", pointer, name)] : []),
  ]);
}
