import type { Fee } from "../../definition.ts";
import type { Problem } from "../../problem.ts";
import { type Definition, problemIn } from "../references/definition.ts";

/** Amounts that contradict themselves. */
export function checkAmounts(definition: Definition): readonly Problem[] {
  return definition.procedure.fees.flatMap((fee, index) => [...typicalFits(definition, index, fee), ...reductionsFit(definition, index, fee)]);
}

function typicalFits(definition: Definition, index: number, { amount }: Fee): readonly Problem[] {
  if (amount.state !== "set-locally" || amount.atMost === undefined || amount.typical === undefined || amount.typical <= amount.atMost) return [];
  return [problemIn(definition, "procedure", ["fees", index, "amount", "typical"], { code: "fee-typical-above-cap", given: { limit: String(amount.atMost) } })];
}

/** There is something to reduce, an amount in đồng has one it stands in the place of, and is less. */
function reductionsFit(definition: Definition, index: number, { amount, reduced = [] }: Fee): readonly Problem[] {
  if (reduced.length > 0 && (amount.state === "free" || amount.state === "assessed")) {
    return [problemIn(definition, "procedure", ["fees", index, "reduced"], { code: "reduction-of-nothing", spot: "key" })];
  }
  return reduced.flatMap((reduction, nth) => {
    if (!("vnd" in reduction)) return [];
    const at = ["fees", index, "reduced", nth, "vnd"];
    if (!("vnd" in amount) || amount.tiers !== undefined) return [problemIn(definition, "procedure", at, { code: "reduction-without-amount" })];
    return reduction.vnd < amount.vnd ? [] : [problemIn(definition, "procedure", at, { code: "reduction-not-less", given: { limit: String(amount.vnd) } })];
  });
}
