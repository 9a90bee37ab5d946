import type { Command } from "../../command.ts";
import { issuedResult } from "../../issued-results.ts";
import type { Shadow } from "./shadow.ts";
import { goTo } from "./shadow-route.ts";

/** Whether a completion leads to where a result is handed over that is due by now and that nobody has signed or sealed. */
export function handsOverUnsigned(shadow: Shadow, { at, outcome, record }: Extract<Command, { type: "complete-task" }>, { step, target }: { readonly step: string; readonly target: string }): boolean {
  const { records } = shadow;
  const definition = shadow.step(step);
  if (definition !== undefined && "record" in definition && definition.record !== undefined && record !== undefined) shadow.records = { ...records, [step]: record };
  const token = shadow.tokens.find((each) => each.step === step);
  const trial = new Map(shadow.branches);
  const { opened } = goTo(shadow.ground(Date.parse(at)), target, { path: token?.path ?? [], others: shadow.tokens.filter((each) => each !== token) });
  const { results, workflow } = shadow.module.procedure;
  const steps = Object.values(workflow.steps);
  const made = (kind: "sign" | "seal", id: string) => steps.some((each) => each.kind === kind && each.when === undefined && each.result === id);
  const now = (kind: "sign" | "seal", id: string) => definition?.kind === kind && definition.result === id && outcome === (kind === "sign" ? "signed" : "sealed");
  const unsigned = opened.some((each) => {
    const entered = shadow.step(each.step);
    if (entered?.kind !== "return") return false;
    return results.some(({ id, signed, sealed }) => {
      if (!(entered.results ?? results.map((result) => result.id)).includes(id) || !issuedResult(shadow.module, id, shadow.facts(Date.parse(at))).issued) return false;
      return (signed && made("sign", id) && !shadow.signed.has(id) && !now("sign", id)) || (sealed && made("seal", id) && !shadow.sealed.has(id) && !now("seal", id));
    });
  });
  shadow.records = records;
  for (const [place, status] of trial) shadow.branches.set(place, status);
  for (const place of shadow.branches.keys()) if (!trial.has(place)) shadow.branches.delete(place);
  return unsigned;
}
