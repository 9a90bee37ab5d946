import { scopeOf } from "../definition/machine.ts";
import type { StateKind } from "./state-kind.ts";

/** Parallel: every branch begins with the same input; the result is the list of their outputs. */
export const parallel: StateKind = async (visit, language) => {
  const input = await language.payload(visit);
  const children = (visit.state.Branches ?? []).map((_, branch) => ({ scope: scopeOf(visit.scope, visit.name, branch), input }));
  return { do: "branch", children, concurrency: children.length };
};
