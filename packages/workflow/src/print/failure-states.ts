import type { State } from "../definition.ts";
import { jsonata } from "./expressions.ts";

/** Where a state leads whose function failed for good. */
export const FAILED: State = {
  Type: "Fail",
  Error: jsonata("$states.input.error"),
  Cause: jsonata("'The function of ' & $states.input.state & ' failed for good: its log says why'"),
};

/** Where a Choice leads that does not know what it was given: the definition and the answer are not of one version. */
export const LOST: State = {
  Type: "Fail",
  Error: "Workflow.UnknownWay",
  Cause: "No way leads on from this outcome or position: the answer is not of this state machine",
};
