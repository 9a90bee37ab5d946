import { localDate } from "@motcua/calendar";
import { applicableCase, type ApplicableDocument, applicableDocuments, documentProblems, type DossierState, factsAt, gateProblem, handedResults } from "@motcua/dossier";
import type { Facts, Problem, Sample } from "@motcua/procedure";
import { sameInstant } from "../drive/same-instant.ts";
import { expectedProblems } from "./expected-problems.ts";
import { type Rehearsal, rehearseSample } from "./rehearse-sample.ts";
import type { RehearsalPlace } from "./rehearsal-place.ts";
import { sampleProblem } from "./sample-problem.ts";

/** National status of a dossier whose result was handed over: what a sample expects that says nothing else. */
const RETURNED = 10;

/**
 * Runs a sample through its procedure's own code, without a shop, to the end of its script: where it does not give what it
 * says it should. Pointers are into the sample.
 */
export function runSample(sample: Sample, place: RehearsalPlace): readonly Problem[] {
  const { module } = place;
  const facts = factsAt(module, { form: sample.form, channel: sample.channel, submittedAt: sample.submittedAt, answers: sample.answers ?? {}, records: {} }, sample.submittedAt);
  const gate = gateProblem(module, facts);
  if (sample.expected.outcome === "gate") {
    const wanted = `gate-${(sample.expected.gate ?? "").replaceAll("_", "-")}`;
    return differs("gate", { pointer: "/expected/gate", got: gate?.code, wanted });
  }
  if (gate !== undefined) return [sampleProblem("sample-problem-unexpected", "/form", { code: gate.code })];
  const today = localDate(sample.submittedAt);
  const form = module.problems(sample.form, { today, channel: sample.channel, submittedOn: today }).map((problem) => ({ ...problem, pointer: `/form${problem.pointer}` }));
  const applicable = applicableDocuments(module, facts);
  const unexpected = expectedProblems(sample, [...form, ...documentProblems(module, facts, sample.documents, applicable)]);
  if (sample.expected.outcome !== "accepted") return unexpected;
  const needs = needsDiffer(sample, { facts, applicable }, place);
  // A form that does not hold is never taken in: how it would go on says nothing.
  return unexpected.length > 0 ? [...unexpected, ...needs] : [...needs, ...lifeDiffers(sample, place)];
}

/** What is found of a sample before it is handed in. */
interface Needs {
  readonly facts: Facts;
  readonly applicable: readonly ApplicableDocument[];
}

function needsDiffer({ expected }: Sample, { facts, applicable }: Needs, { module }: RehearsalPlace): readonly Problem[] {
  return [
    ...(expected.case === undefined ? [] : differs("case", { pointer: "/expected/case", got: applicableCase(module, facts), wanted: expected.case })),
    ...(expected.documents === undefined ? [] : differs("documents", { pointer: "/expected/documents", got: applicable.map(({ definition }) => definition.id).join(", "), wanted: expected.documents.join(", ") })),
  ];
}

/** What comes of the dossier in the end. Where its way breaks off, what was known by then. */
function lifeDiffers(sample: Sample, place: RehearsalPlace): readonly Problem[] {
  const rehearsal = rehearseSample(sample, place);
  const { state, printedDue, problems } = rehearsal;
  const { expected } = sample;
  if (state === undefined) return problems;
  const due = dateDiffers("due", printedDue, expected.due);
  if (problems.length > 0) return [...due, ...problems];
  return [
    ...due,
    ...dateDiffers("finalDue", state.due, expected.finalDue),
    ...feesDiffer(state.fees, sample, place),
    ...differs("nationalStatus", { pointer: expected.nationalStatus === undefined ? "/expected" : "/expected/nationalStatus", got: String(state.nationalStatus), wanted: String(expected.nationalStatus ?? RETURNED) }),
    ...(expected.results === undefined ? [] : differs("results", { pointer: "/expected/results", got: resultLine(rehearsal, place), wanted: expected.results.join(", ") })),
  ];
}

/** What a province has not set says nothing of the definition. */
function feesDiffer(fees: DossierState["fees"], { expected }: Sample, { module, province }: RehearsalPlace): readonly Problem[] {
  if (expected.fees === undefined) return [];
  const open = new Set(module.procedure.fees.filter(({ amount }) => amount.state === "set-locally").map(({ id }) => id));
  const unset = fees.filter(({ id, vnd }) => vnd === null && open.has(id) && typeof expected.fees?.[id] === "number");
  if (unset.length > 0) return unset.map(({ id }) => sampleProblem("sample-fee-not-set", `/expected/fees/${id}`, { fee: id, province: province.name.vi, id: province.id }));
  return differs("fees", { pointer: "/expected/fees", got: feeLine(Object.fromEntries(fees.map(({ id, vnd, foreign }) => [id, foreign ?? vnd]))), wanted: feeLine(expected.fees) });
}

function resultLine({ state, personal }: Rehearsal, { module }: RehearsalPlace): string {
  if (state === undefined || personal === undefined) return "";
  const { form, answers, records } = personal;
  const facts = factsAt(module, { form, channel: state.channel, submittedAt: state.submittedAt, answers, records }, state.endedAt ?? state.submittedAt);
  return handedResults(module, state, facts).join(", ");
}

function dateDiffers(what: "due" | "finalDue", got: string | undefined, wanted: string | undefined): readonly Problem[] {
  return wanted === undefined || sameInstant(got, wanted) ? [] : differs(what, { pointer: `/expected/${what}`, got, wanted });
}

function differs(what: string, { pointer, got, wanted }: { readonly pointer: string; readonly got: string | undefined; readonly wanted: string | undefined }): readonly Problem[] {
  return wanted === undefined || got === wanted ? [] : [sampleProblem("sample-differs", pointer, { what, got: shown(got), wanted: shown(wanted) })];
}

function shown(value: string | undefined): string {
  return value === undefined || value === "" ? "–" : value;
}

function feeLine(fees: Sample["expected"]["fees"]): string | undefined {
  if (fees === undefined) return undefined;
  return Object.entries(fees)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, fee]) => `${id} ${typeof fee === "object" && fee !== null ? `${fee.amount} ${fee.currency}` : (fee ?? "–")}`)
    .join(", ");
}
