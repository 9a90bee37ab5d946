import type { Problem } from "../../problem.ts";
import { type Definition, problemIn } from "../references/definition.ts";

/** Amounts that contradict themselves. */
export function checkAmounts(definition: Definition): readonly Problem[] {
  return definition.procedure.fees.flatMap(({ amount }, index) => {
    if (amount.state !== "set-locally" || amount.atMost === undefined || amount.typical === undefined || amount.typical <= amount.atMost) return [];
    return [problemIn(definition, "procedure", ["fees", index, "amount", "typical"], { code: "fee-typical-above-cap", given: { limit: String(amount.atMost) } })];
  });
}
