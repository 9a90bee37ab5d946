import { scopeOf } from "../definition/machine.ts";
import type { ChildPlan } from "../execution/frame.ts";
import { StateError } from "../run/state-error.ts";
import type { StateKind } from "./state-kind.ts";

/** How many iterations an inline Map runs at once. @see Step Functions quotas */
const MOST = 40;

/** Map (inline): its processor runs for every item; the result is the list of their outputs. */
export const map: StateKind = async (visit, language) => {
  const payload = await language.payload(visit);
  const items = await language.items(visit, payload);
  const scope = scopeOf(visit.scope, visit.name, 0);
  const children: ChildPlan[] = [];
  for (const [index, value] of items.entries()) {
    const context = { ...visit.context, Map: { Item: { Index: index, Value: value } } };
    children.push({ scope, input: await language.itemInput({ ...visit, context }, payload, value), item: { index, value } });
  }
  const found = await language.field(visit, "MaxConcurrency");
  const limit = Number(found?.value ?? 0);
  if (!(limit >= 0)) throw new StateError("States.Runtime", `The ${found?.field ?? "MaxConcurrency"} field must be a number that is not negative but was: ${JSON.stringify(found?.value)}`);
  return { do: "branch", children, concurrency: limit === 0 ? MOST : Math.min(limit, MOST) };
};
