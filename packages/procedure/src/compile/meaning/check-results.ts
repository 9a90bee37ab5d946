import type { Problem } from "../../problem.ts";
import { madeResults } from "../../made-results.ts";
import type { Step } from "../../workflow.ts";
import { type Definition, problemIn } from "../references/definition.ts";

/** What a workflow does not bring about: results signed and sealed as they must be, an intake, a return, outcomes that lead somewhere. */
export function checkResults(definition: Definition): readonly Problem[] {
  const { procedure, workflow } = definition;
  const steps = Object.entries(workflow.steps);
  const kinds = new Set(steps.map(([, { kind }]) => kind));
  return [
    ...procedure.results.flatMap(({ id, signed, sealed }, index) => [
      ...(signed && !concerns(steps, "sign", id) ? [problemIn(definition, "procedure", ["results", index, "signed"], { code: "result-never-signed", given: { name: id } })] : []),
      ...(sealed && !concerns(steps, "seal", id) ? [problemIn(definition, "procedure", ["results", index, "sealed"], { code: "result-never-sealed", given: { name: id } })] : []),
    ]),
    ...(kinds.has("intake") ? [] : [problemIn(definition, "workflow", ["steps"], { code: "workflow-without-intake", spot: "key" })]),
    ...(kinds.has("return") ? [] : [problemIn(definition, "workflow", ["steps"], { code: "workflow-without-return", spot: "key" })]),
    ...steps.flatMap(([id, step]) => answersLead(definition, id, step)),
  ];
}

/** Whether a step of the kind concerns a result; one that names none concerns them all. */
function concerns(steps: readonly (readonly [string, Step])[], kind: "sign" | "seal", result: string): boolean {
  return steps.some(([, step]) => {
    if (step.kind !== kind) return false;
    const named = madeResults(step);
    return named.length === 0 || named.includes(result);
  });
}

/** Whoever is consulted may object, and may keep silent where silence is no consent. */
function answersLead(definition: Definition, id: string, step: Step): readonly Problem[] {
  if (step.kind !== "consult" || step.join === "settled") return [];
  const given = (name: string) => ({ name, step: id });
  const asksSilence = step.silence === "not-answered";
  return [
    ...(step.next["objected"] === undefined ? [problemIn(definition, "workflow", ["steps", id, "next"], { code: "outcome-not-handled", spot: "key", given: given("objected") })] : []),
    ...(asksSilence && step.next["silent"] === undefined ? [problemIn(definition, "workflow", ["steps", id, "next"], { code: "outcome-not-handled", spot: "key", given: given("silent") })] : []),
    ...(!asksSilence && step.next["silent"] !== undefined ? [problemIn(definition, "workflow", ["steps", id, "next", "silent"], { code: "outcome-never-comes", spot: "key", given: given("silent") })] : []),
  ];
}
