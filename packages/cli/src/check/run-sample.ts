import type { CalendarYear, WorkCalendar } from "@motcua/calendar";
import { localDate } from "@motcua/calendar";
import { applicableCase, applicableDocuments, documentProblems, factsAt, feesDue, gateProblem, legalLimit, limitDue, limitFinding } from "@motcua/dossier";
import type { Facts, Problem, ProcedureModule, Province, Sample } from "@motcua/procedure";
import { sameInstant } from "../drive/same-instant.ts";
import { expectedProblems } from "./expected-problems.ts";
import { sampleProblem } from "./sample-problem.ts";

/** What a sample is run against. */
export interface SampleContext {
  readonly module: ProcedureModule;
  readonly province: Province;
  readonly calendars: readonly CalendarYear[];
}

/** Runs a sample through its procedure's own code, without a shop: where it does not give what it says it should. Pointers are into the sample. */
export function runSample(sample: Sample, context: SampleContext): readonly Problem[] {
  const { module } = context;
  const facts = factsAt(module, { form: sample.form, channel: sample.channel, submittedAt: sample.submittedAt, answers: sample.answers ?? {}, records: {} }, sample.submittedAt);
  const gate = gateProblem(module, facts);
  if (sample.expected.outcome === "gate") {
    const wanted = `gate-${(sample.expected.gate ?? "").replaceAll("_", "-")}`;
    return differs("gate", { pointer: "/expected/gate", got: gate?.code, wanted });
  }
  if (gate !== undefined) return [sampleProblem("sample-problem-unexpected", "/form", { code: gate.code })];
  const today = localDate(sample.submittedAt);
  const form = module.problems(sample.form, { today, channel: sample.channel, submittedOn: today }).map((problem) => ({ ...problem, pointer: `/form${problem.pointer}` }));
  const found = [...form, ...documentProblems(module, facts, sample.documents)];
  return [...expectedProblems(sample, found), ...(sample.expected.outcome === "accepted" ? quoteDiffers(sample, facts, context) : [])];
}

function quoteDiffers(sample: Sample, facts: Facts, context: SampleContext): readonly Problem[] {
  const { module, province } = context;
  const { expected } = sample;
  const found = applicableCase(module, facts);
  const atAcceptance = { ...facts, steps: { ...facts.steps, ...intakeRecord(sample, module) } };
  const local = province.procedures[module.procedure.code];
  const fees = feesDue(module, { ...facts, steps: { ...facts.steps, ...scriptedRecords(sample) } }, { case: found ?? "", localFees: Object.fromEntries(Object.entries(local?.fees ?? {}).map(([id, { vnd }]) => [id, vnd])) });
  return [
    ...differs("case", { pointer: "/expected/case", got: found, wanted: expected.case }),
    ...differs("documents", {
      pointer: "/expected/documents",
      got: applicableDocuments(module, facts).map(({ definition }) => definition.id).join(", "),
      wanted: expected.documents?.join(", "),
    }),
    ...differs("fees", { pointer: "/expected/fees", got: feeLine(Object.fromEntries(fees.map(({ id, vnd }) => [id, vnd]))), wanted: feeLine(expected.fees) }),
    ...dueDiffers(sample, { case: found, facts: atAcceptance }, context),
  ];
}

/** All the sample's script records: in the end the fees are those. */
function scriptedRecords({ script = [] }: Sample): Readonly<Record<string, unknown>> {
  return Object.fromEntries(script.flatMap(({ step, record }) => (step === undefined || record === undefined ? [] : [[step, record] as const])));
}

/** What the sample's script records at intake: it is there when the dossier is accepted. */
function intakeRecord({ script = [] }: Sample, { procedure }: ProcedureModule): Readonly<Record<string, unknown>> {
  const intake = Object.entries(procedure.workflow.steps).find(([, { kind }]) => kind === "intake")?.[0];
  const record = script.find(({ step }) => step === intake)?.record;
  return intake === undefined || record === undefined ? {} : { [intake]: record };
}

/** The due date printed at acceptance; units that keep hours of their own count by them. */
function dueDiffers(sample: Sample, { case: found, facts }: { readonly case: string | undefined; readonly facts: Facts }, { module, province, calendars }: SampleContext): readonly Problem[] {
  const wanted = sample.expected.due;
  if (found === undefined || wanted === undefined || sample.acceptedAt === undefined) return [];
  const finding = limitFinding(module, found, facts);
  const limit = legalLimit(module.procedure, { case: found, channel: sample.channel, ...(finding === undefined ? {} : { finding }) }, province.procedures[module.procedure.code]?.limits);
  const sessions = province.units.find(({ code }) => code === sample.receivingUnit)?.sessions ?? province.sessions;
  const calendar: WorkCalendar = { years: calendars, sessions };
  const { due } = limitDue(sample.acceptedAt, limit, calendar);
  return sameInstant(due, wanted) ? [] : differs("due", { pointer: "/expected/due", got: due, wanted });
}

function differs(what: string, { pointer, got, wanted }: { readonly pointer: string; readonly got: string | undefined; readonly wanted: string | undefined }): readonly Problem[] {
  return wanted === undefined || got === wanted ? [] : [sampleProblem("sample-differs", pointer, { what, got: got ?? "–", wanted })];
}

function feeLine(fees: Readonly<Record<string, number | null>> | undefined): string | undefined {
  if (fees === undefined) return undefined;
  return Object.entries(fees)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, vnd]) => `${id} ${vnd ?? "–"}`)
    .join(", ");
}
