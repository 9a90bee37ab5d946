import type { Problem } from "../../problem.ts";
import type { Step } from "../../workflow.ts";
import { type Definition, type Path, problemIn, unknownName } from "./definition.ts";
import { fieldAt } from "../form/object-shape.ts";
import { segmentsOf } from "../../json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import { lasts } from "./check-procedure.ts";
import { unknownField } from "./unknown-field.ts";

/** Targets that are no steps. */
const ENDS: readonly string[] = ["@stop", "@refuse", "@join", "@fail", "@end"];

/** Outcomes every office knows: their names are built in. */
const NAMED_OUTCOMES: readonly string[] = [
  "accept", "attended", "absent", "paid", "waived", "signed", "returned", "sealed", "confirmed", "corrected", "answered", "objected", "silent",
  "done", "rejected", "unavailable", "elapsed", "joined", "failed", "all", "some", "none",
];

/** What `workflow.json` names that is not there: steps, roles, results, records, outcomes; roles without a step. */
export function checkWorkflowNames(definition: Definition): readonly Problem[] {
  const { workflow, procedure } = definition;
  const steps = Object.entries(workflow.steps);
  const held = new Set(steps.flatMap(([, step]) => ("role" in step ? [step.role] : [])));
  return [
    ...unknownName(definition, { part: "workflow", path: ["start"], name: workflow.start, known: Object.keys(workflow.steps), code: "unknown-step" }),
    ...steps.flatMap(([id, step]) => [...stepNames(definition, id, step), ...outcomesHaveNames(definition, id, step), ...stepDurations(definition, id, step)]),
    ...Object.keys(procedure.roles)
      .filter((name) => !held.has(name))
      .map((name) => problemIn(definition, "procedure", ["roles", name], { code: "role-unused", spot: "key", given: { name } })),
  ];
}

const DEFS = "#/$defs/";

/** The name probably meant is looked for among names alone: what they all begin with says nothing. */
function isRecord(definition: Definition, path: Path, record: string | undefined): readonly Problem[] {
  const records = Object.keys(definition.form.$defs ?? {});
  const name = record?.slice(DEFS.length);
  if (record === undefined || name === undefined || records.includes(name)) return [];
  const near = nearestName(name, records);
  return [problemIn(definition, "workflow", path, { code: "unknown-record", given: { name: record }, near: near === undefined ? undefined : `${DEFS}${near}` })];
}

/** People are expected on a day of the form. */
function isDay(definition: Definition, path: Path, pointer: string): readonly Problem[] {
  const field = fieldAt(definition.form, segmentsOf(pointer));
  if (field === undefined) return unknownField(definition, { part: "workflow", path, pointer });
  return field.format === "date" ? [] : [problemIn(definition, "workflow", path, { code: "not-a-day", given: { name: pointer } })];
}

function stepNames(definition: Definition, id: string, step: Step): readonly Problem[] {
  const { procedure, workflow } = definition;
  const steps = Object.keys(workflow.steps);
  const at = (...path: Path): Path => ["steps", id, ...path];
  const check = (path: Path, name: string | undefined, known: readonly string[], code: Parameters<typeof unknownName>[1]["code"]) =>
    unknownName(definition, { part: "workflow", path, name, known, code });
  return [
    ...Object.entries(step.next).flatMap(([outcome, target]) => check(at("next", outcome), target, [...steps, ...ENDS], "unknown-step")),
    ...check(at("skip"), step.skip, [...steps, ...ENDS], "unknown-step"),
    ...("role" in step ? check(at("role"), step.role, Object.keys(procedure.roles), "unknown-role") : []),
    ...("silence" in step && step.kind !== "consult" ? unknownName(definition, { part: "workflow", path: at("silence"), name: step.silence, known: Object.keys(step.next), code: "unknown-outcome", given: { step: id } }) : []),
    ...("record" in step ? isRecord(definition, at("record"), step.record) : []),
    ...("notSameAs" in step ? check(at("notSameAs"), step.notSameAs, otherHumanSteps(workflow.steps, id), "unknown-step") : []),
    ...("result" in step ? check(at("result"), step.result, procedure.results.map((result) => result.id), "unknown-result") : []),
    ...("results" in step ? (step.results ?? []).flatMap((result, index) => check(at("results", index), result, procedure.results.map(({ id: known }) => known), "unknown-result")) : []),
    ...("who" in step && step.who === "signers" && procedure.parties.signers === undefined ? [problemIn(definition, "workflow", at("who"), { code: "no-signers" })] : []),
    ...("appointment" in step && step.appointment !== undefined ? isDay(definition, at("appointment"), step.appointment) : []),
    ...(step.kind === "consult" ? (step.agencies ?? []).flatMap(({ unit }, index) => check(at("agencies", index, "unit"), unit, Object.keys(procedure.units ?? {}), "unknown-part-unit")) : []),
    ...(step.kind === "fork" ? Object.entries(step.branches).flatMap(([branch, { start, unit, results = [] }]) => [
          ...check(at("branches", branch, "unit"), unit, Object.keys(procedure.units ?? {}), "unknown-part-unit"),
          ...check(at("branches", branch, "start"), start, steps, "unknown-step"),
          ...results.flatMap((result, index) => check(at("branches", branch, "results", index), result, procedure.results.map(({ id: known }) => known), "unknown-result")),
        ]) : []),
  ];
}

/** Steps a person does, apart from one. */
function otherHumanSteps(steps: Readonly<Record<string, Step>>, id: string): readonly string[] {
  return Object.entries(steps).flatMap(([other, step]) => (other !== id && "role" in step && step.kind !== "wait" ? [other] : []));
}

function outcomesHaveNames(definition: Definition, id: string, step: Step): readonly Problem[] {
  const outcomes = Object.keys(step.next);
  const named = Object.keys(step.outcomes ?? {});
  return [
    ...outcomes
      .filter((name) => !hasBuiltInName(step, name) && !named.includes(name))
      .map((name) => problemIn(definition, "workflow", ["steps", id, "next", name], { code: "outcome-without-name", spot: "key", given: { name } })),
    ...Object.keys("outcomeWhen" in step ? (step.outcomeWhen ?? {}) : {}).flatMap((name) => unknownName(definition, { part: "workflow", path: ["steps", id, "outcomeWhen", name], name, known: outcomes, code: "unknown-outcome", spot: "key", given: { step: id } })),
    ...named.flatMap((name) => unknownName(definition, { part: "workflow", path: ["steps", id, "outcomes", name], name, known: outcomes, code: "unknown-outcome", spot: "key", given: { step: id } })),
  ];
}

/** Whatever ends a wait for a reason of its own is no objection to a posting: only who draws it knows what it is called. */
function hasBuiltInName(step: Step, outcome: string): boolean {
  return NAMED_OUTCOMES.includes(outcome) && !(step.kind === "wait" && step.for !== "posting" && outcome === "objected");
}

function stepDurations(definition: Definition, id: string, step: Step): readonly Problem[] {
  const written: readonly (readonly [Path, string | undefined])[] = [
    [["time"], step.time],
    [["legalLimit", "time"], step.legalLimit?.time],
    [["within"], "within" in step ? step.within : undefined],
    [["duration"], "duration" in step ? step.duration : undefined],
    ...(step.kind === "fork" ? Object.entries(step.branches).map(([branch, { limit }]) => [["branches", branch, "limit", "time"], limit?.time] as const) : []),
  ];
  return written.flatMap(([path, time]) => (time === undefined || lasts(time) ? [] : [problemIn(definition, "workflow", ["steps", id, ...path], { code: "duration-zero" })]));
}
