import type { Problem } from "../../problem.ts";
import type { Step } from "../../workflow.ts";
import { windowSteps } from "../../window-steps.ts";
import { type Definition, problemIn, unknownName } from "./definition.ts";

/** Bounds on loops: of outcomes that are there and lead back, that a person chooses, and never of all a step has. */
export function checkLoops(definition: Definition): readonly Problem[] {
  return Object.entries(definition.workflow.steps).flatMap(([id, step]) => ("atMost" in step && step.atMost !== undefined ? boundsHold(definition, { id, step, bounded: Object.keys(step.atMost) }) : []));
}

function boundsHold(definition: Definition, { id, step, bounded }: { readonly id: string; readonly step: Step; readonly bounded: readonly string[] }): readonly Problem[] {
  const { workflow } = definition;
  const at = ["steps", id, "atMost"];
  const outcomes = Object.keys(step.next);
  const each = bounded.flatMap((name) => {
    const target = Object.entries(step.next).find(([outcome]) => outcome === name)?.[1];
    if (target === undefined) return unknownName(definition, { part: "workflow", path: [...at, name], name, known: outcomes, code: "unknown-outcome", spot: "key", given: { step: id } });
    const told = (code: "bound-without-loop" | "bound-on-time") => [problemIn(definition, "workflow", [...at, name], { code, spot: "key", given: { name, step: id } })];
    if (step.kind === "attend" && step.within !== undefined && name === "absent") return told("bound-on-time");
    return windowSteps(workflow, { from: target, to: id }).size > 0 ? [] : told("bound-without-loop");
  });
  const free = outcomes.some((name) => !bounded.includes(name));
  return [...each, ...(free ? [] : [problemIn(definition, "workflow", at, { code: "bound-on-every-outcome", spot: "key", given: { step: id } })])];
}
