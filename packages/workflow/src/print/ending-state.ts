import type { RouteEnd } from "@motcua/procedure";
import type { State } from "../definition.ts";
import { endsBranch, type Ending } from "../plan/arrivals.ts";

/** Error by which a branch says that the whole way has ended: it ends the branches beside it, and the fork catches it. */
export function endingError(ending: RouteEnd): string {
  return `Workflow.${ending.charAt(0).toUpperCase()}${ending.slice(1)}`;
}

/** The state in which a way ends. In a branch only what ends the branch alone is a success: whether it has done well, the dossier knows. */
export function endingState(ending: Ending, prefix: string): State {
  if (prefix === "" || endsBranch(ending)) return { Type: "Succeed" };
  return { Type: "Fail", Error: endingError(ending), Cause: `The dossier's way has ended in a branch: ${ending}` };
}
