import { StateError } from "../run/state-error.ts";
import type { StateKind } from "./state-kind.ts";

/** Choice: goes the way of the first rule that is met, else the default's. */
export const choice: StateKind = async (visit, language) => {
  const way = await language.choose(visit);
  if (way.next === undefined) throw new StateError("States.NoChoiceMatched", "Failed to transition out of the state. The state's choices do not match its input and there is no Default.");
  return { do: "leave", way };
};
