import { advance, canonicalJson, refused, ok, type Arrival, type Fee, type PausePolicy, type Result, type Step } from "@motcua/procedure";
import { durationOf, legalLimit, limitDue, relimitedDue, resumedDue } from "./deadlines.ts";
import { endDossier } from "./end-dossier.ts";
import type { DueChange, PauseReason } from "./event.ts";
import { issuedResult } from "./issued-results.ts";
import { limitFinding } from "./limit-finding.ts";
import { projectStatus } from "./national-status.ts";
import { openStep } from "./open-step.ts";
import { refusal } from "./problems.ts";
import { clockIsOver } from "./running-due.ts";
import { settledFees } from "./settled-fees.ts";
import type { Unfolding } from "./unfolding.ts";

/** A step that is complete. */
export interface CompletedStep {
  readonly step: string;
  readonly wait: string;
  readonly outcome: string;
  /** Why the dossier ends, where this outcome ends it. @default the outcome's name */
  readonly reason?: string | undefined;
}

/** Refusal at intake is part of every workflow without being drawn. */
export const REFUSE = "refuse";

/** Moves a dossier on from a completed step: opens what follows, or ends it. Refused where a result would be returned that nobody has signed. */
export function completeStep(story: Unfolding, done: CompletedStep): Result<null> {
  const step = story.procedure.workflow.steps[done.step];
  const { position } = story.state;
  if (step === undefined || position === undefined) throw new RangeError(`step ${done.step} is not open`);
  if (step.kind === "intake" && done.outcome === "accept") accept(story);
  if (step.kind === "pay") resume(story, "payment");
  if (step.offClock !== undefined) resume(story, "waiting");
  const facts = story.routeFacts();
  const drawn = (step.next as Readonly<Record<string, string>>)[done.outcome] !== undefined;
  const arrival: Arrival = drawn ? advance(story.procedure.workflow, position, done, facts) : { entered: [], ended: "refused" };
  if (unsigned(story, arrival)) return refused(refusal("result-not-signed", "/outcome"));
  const at = arrival.position === undefined ? {} : { position: arrival.position };
  story.add({ type: "step-done", step: done.step, wait: done.wait, outcome: done.outcome, facts, ...at });
  limitByFinding(story, done.step);
  assessFees(story);
  for (const id of arrival.entered) openStep(story, id);
  if (arrival.ended !== undefined) endDossier(story, arrival.ended, done.reason ?? step.outcomes?.[done.outcome]?.vi ?? step.name.vi);
  projectStatus(story);
  return ok(null);
}

/** The main clock starts at acceptance, not at submission; the receipt printed then shows the fees by all the answers. */
function accept(story: Unfolding): void {
  if (story.state.acceptedAt !== undefined) return;
  const facts = story.facts();
  const finding = limitFinding(story.context.module, story.state.case, facts);
  const { due, provisional } = limitDue(story.at, limitOf(story, finding), story.context.calendar);
  // By the day of submission: answers and a mended form change fees, a day that has passed does not.
  const fees = settledFees(story.context, { ...facts, today: facts.submittedOn }, story.state.case);
  const changed = canonicalJson(fees) !== canonicalJson(story.state.fees);
  story.add({ type: "accepted", due: { after: due, provisional }, ...(changed ? { fees } : {}), ...(finding === undefined ? {} : { finding }) });
  projectStatus(story, 2);
}

/** A finding that brings another legal limit moves the due date; a later record that no longer says so does not move it back. */
function limitByFinding(story: Unfolding, step: string): void {
  const { acceptedAt, due, finding: before } = story.state;
  if (acceptedAt === undefined || due === undefined || clockIsOver(story.state)) return;
  const finding = limitFinding(story.context.module, story.state.case, story.facts());
  if (finding === undefined || finding === before) return;
  const change = relimitedDue(due, { start: acceptedAt, before: limitOf(story, before), after: limitOf(story, finding) }, story.context.calendar);
  story.add({ type: "limited", due: change, finding, step });
}

/** What depends on the records of steps is known once they are made: what another agency computes, a fee for each visit. The other fees stay as they were at acceptance. */
function assessFees(story: Unfolding): void {
  const { fees: defined } = story.procedure;
  const open = new Set(defined.filter(readsRecords).map(({ id }) => id));
  if (story.state.acceptedAt === undefined || open.size === 0) return;
  const facts = story.facts();
  const assessed = settledFees(story.context, { ...facts, today: facts.submittedOn }, story.state.case);
  const fees = defined.flatMap(({ id }) => (open.has(id) ? assessed : story.state.fees).filter((fee) => fee.id === id));
  if (canonicalJson(fees) !== canonicalJson(story.state.fees)) story.add({ type: "fees-assessed", fees });
}

/** Whether a fee may change with what officers record. */
function readsRecords({ amount, when, quantity, times, waived = [] }: Fee): boolean {
  return amount.state === "assessed" || [when, quantity, times, ...waived.map((waiver) => waiver.when)].some((expression) => expression !== undefined && /\bsteps\b/.test(expression));
}

/** Ends a pause, with what its policy does to the clock that stood still: the main one, or the acceptance clock before. */
export function resume(story: Unfolding, why: PauseReason): void {
  const { pausedSince } = story.state;
  if (pausedSince === undefined) return;
  const due = movedDue(story, why, pausedSince);
  story.add({ type: "resumed", why, ...(due === undefined ? {} : { due }) });
}

function movedDue(story: Unfolding, why: PauseReason, since: string): DueChange | undefined {
  return dueAfterPause(story, { policy: policyOf(story, why), since });
}

/** What is paid before anybody looks at the dossier starts the acceptance clock again. */
function policyOf({ procedure: { clock }, state }: Unfolding, why: PauseReason): PausePolicy {
  if (why === "payment" && state.acceptedAt === undefined) return "RESTART";
  return why === "waiting" || why === "withdrawn" ? "EXTEND" : (clock[why] ?? "NONE");
}

/** What a pause that ends now does to the clock that stood still; `undefined` where it moves nothing. */
export function dueAfterPause(story: Unfolding, { policy, since }: { readonly policy: PausePolicy; readonly since: string }): DueChange | undefined {
  const { acceptedAt, due, acceptanceDue } = story.state;
  const running = acceptedAt === undefined ? acceptanceDue : due;
  if (running === undefined || clockIsOver(story.state)) return undefined;
  const limit = acceptedAt === undefined ? acceptanceLimit(story) : limitOf(story);
  return resumedDue(running, { policy, since, at: story.at }, { limit, calendar: story.context.calendar });
}

function acceptanceLimit(story: Unfolding): ReturnType<typeof limitOf> {
  const { acceptance } = story.procedure.clock;
  if (acceptance === undefined) throw new RangeError("there is no acceptance limit to count again");
  return { limit: durationOf(acceptance) };
}

function limitOf({ procedure, state, context }: Unfolding, finding = state.finding): ReturnType<typeof legalLimit> {
  return legalLimit(procedure, { case: state.case, channel: state.channel, ...(finding === undefined ? {} : { finding }) }, context.localLimits);
}

/** Whether a dossier would arrive where results are handed out without one that every way signs or seals. */
function unsigned(story: Unfolding, { entered }: Arrival): boolean {
  const steps = story.procedure.workflow.steps;
  const handed = new Set(entered.flatMap((id) => resultsOf(story, steps[id])));
  const always = Object.values(steps).filter((step) => step.when === undefined);
  const made = (kind: "sign" | "seal", result: string) => always.some((step) => step.kind === kind && step.result === result);
  return story.procedure.results.some(({ id, signed, sealed }) => {
    const has = story.state.results[id];
    if (!handed.has(id) || !issuedResult(story.context.module, id, story.facts()).issued) return false;
    return (signed && made("sign", id) && has?.signedAt === undefined) || (sealed && made("seal", id) && has?.number === undefined);
  });
}

/** The results a step hands over. */
function resultsOf({ procedure }: Unfolding, step: Step | undefined): readonly string[] {
  return step?.kind === "return" ? (step.results ?? procedure.results.map(({ id }) => id)) : [];
}
