import type { State } from "../definition.ts";
import type { Ending } from "../plan/arrivals.ts";

/** Error by which a branch says that the whole way has ended: it ends the branches beside it, and the fork catches it. */
export function endingError(ending: Exclude<Ending, "joined">): string {
  return `Workflow.${ending.charAt(0).toUpperCase()}${ending.slice(1)}`;
}

/** The state in which a way ends. In a branch only joining is a success. */
export function endingState(ending: Ending, prefix: string): State {
  if (prefix === "" || ending === "joined") return { Type: "Succeed" };
  return { Type: "Fail", Error: endingError(ending), Cause: `The dossier's way has ended in a branch: ${ending}` };
}
