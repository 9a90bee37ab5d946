import { advance, canonicalJson, joinFacts, madeResults, refused, ok, type Arrival, type Facts, type Fee, type Position, type Result, type Step } from "@motcua/procedure";
import { agreedDay, type AgreedTime, agreeLimit } from "./agree-limit.ts";
import { limitDue, relimitedDue } from "./deadlines.ts";
import { endDossier } from "./end-dossier.ts";
import type { DueChange } from "./event.ts";
import { issuedResult } from "./issued-results.ts";
import { leaveHold } from "./hold-clock.ts";
import { limitFinding } from "./limit-finding.ts";
import { legalOf, type LimitChanges, limitOf } from "./limit-of.ts";
import { loopCount } from "./loop-bound.ts";
import { moveForks } from "./move-forks.ts";
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

/** Moves a dossier on from a completed step: opens what follows, or ends it. Refused where a result would be returned that nobody has signed, or a day is recorded as agreed that nobody may agree on. */
export function completeStep(story: Unfolding, done: CompletedStep): Result<null> {
  const step = story.procedure.workflow.steps[done.step];
  const { position } = story.state;
  if (step === undefined || position === undefined) throw new RangeError(`step ${done.step} is not open`);
  const accepted = step.kind === "intake" && done.outcome === "accept" ? accept(story) : ok(null);
  if (!accepted.ok) return accepted;
  leaveHold(story, done.step);
  const drawn = step.next[done.outcome] !== undefined;
  const { arrival, facts } = drawn ? moveOn(story, position, done) : { arrival: { entered: [], ended: "refused" } as const, facts: story.routeFacts() };
  const at = arrival.position === undefined ? {} : { position: arrival.position };
  const told = { ...facts, ...joinFacts(story.procedure.workflow.steps, arrival.forks) };
  story.add({ type: "step-done", step: done.step, wait: done.wait, outcome: done.outcome, facts: told, ...loopCount(step, story.state, done), ...at });
  moveForks(story, arrival.forks);
  if (unsigned(story, arrival)) return refused(refusal("result-not-signed", "/outcome"));
  const limited = limitByRecords(story, done.step);
  if (!limited.ok) return limited;
  assessFees(story);
  for (const id of arrival.entered) openStep(story, id);
  if (arrival.ended !== undefined) endDossier(story, arrival.ended, done.reason ?? step.outcomes?.[done.outcome]?.vi ?? step.name.vi);
  projectStatus(story);
  return ok(null);
}

/** Where the outcome leads. What comes after a fork may ask what became of its branches, the last of which ends with this very step. */
function moveOn(story: Unfolding, position: Position, done: CompletedStep): { readonly arrival: Arrival; readonly facts: Readonly<Record<string, boolean>> } {
  const { workflow } = story.procedure;
  const before = story.routeFacts();
  const arrival = advance(workflow, position, done, before);
  if (arrival.forks === undefined) return { arrival, facts: before };
  const facts = story.routeFacts(arrival.forks);
  return { arrival: advance(workflow, position, done, facts), facts };
}

/** The main clock starts at acceptance, not at submission; the receipt printed then shows the fees by all the answers. */
function accept(story: Unfolding): Result<null> {
  if (story.state.acceptedAt !== undefined) return ok(null);
  const { module, calendar } = story.context;
  const facts = story.facts();
  const finding = limitFinding(module, story.state.case, facts);
  const agreed = agreement(story, { finding, facts, start: story.at });
  if (!agreed.ok) return agreed;
  const { due, provisional } = limitDue(story.at, limitOf(story, { finding, agreed: agreed.value }, story.at), calendar);
  // By the day of submission: answers and a mended form change fees, a day that has passed does not.
  const fees = settledFees(story.context, { ...facts, today: facts.submittedOn }, { case: story.state.case });
  const changed = canonicalJson(fees) !== canonicalJson(story.state.fees);
  story.add({
    type: "accepted", due: { after: due, provisional },
    ...(changed ? { fees } : {}), ...(finding === undefined ? {} : { finding }), ...(agreed.value === undefined ? {} : { agreed: agreed.value }),
  });
  projectStatus(story, 2);
  return ok(null);
}

/** The longer time that is recorded to be agreed on by now, if any. */
function agreement(story: Unfolding, { finding, facts, start }: { readonly finding: number | undefined; readonly facts: Facts; readonly start: string }): Result<AgreedTime | undefined> {
  const { module, calendar } = story.context;
  const day = agreedDay(module, story.state.case, facts);
  return day === undefined ? ok(undefined) : agreeLimit(module, { case: story.state.case, day }, { start, legal: legalOf(story, { finding }), calendar });
}

/** A finding that brings another legal limit moves the due date, and so does an agreement; a later record that no longer says so does not move it back. */
function limitByRecords(story: Unfolding, step: string): Result<null> {
  const { acceptedAt, due, finding: before } = story.state;
  if (acceptedAt === undefined || due === undefined || clockIsOver(story.state)) return ok(null);
  const facts = story.facts();
  const finding = limitFinding(story.context.module, story.state.case, facts) ?? before;
  if (finding !== undefined && finding !== before) {
    story.add({ type: "limited", due: relimited(story, { finding, agreed: story.state.agreed }), finding, step });
  }
  // The same day under the same limit is what has been agreed already.
  if (finding === before && agreedDay(story.context.module, story.state.case, facts) === story.state.agreed?.day) return ok(null);
  const agreed = agreement(story, { finding, facts, start: acceptedAt });
  if (!agreed.ok) return agreed;
  if (agreed.value === undefined || agreed.value.day === story.state.agreed?.day) return ok(null);
  story.add({ type: "agreed", due: relimited(story, { finding, agreed: agreed.value }), agreed: agreed.value, step });
  return ok(null);
}

/** The due date under changed limits: what pauses have moved it by so far stays moved. */
function relimited(story: Unfolding, changes: LimitChanges): DueChange {
  const { acceptedAt = story.at, due = story.at } = story.state;
  return relimitedDue(due, { start: acceptedAt, before: limitOf(story), after: limitOf(story, changes) }, story.context.calendar);
}

/** What depends on the records of steps is known once they are made: what another agency computes, a fee for each visit. The other fees stay as they were at acceptance. */
function assessFees(story: Unfolding): void {
  const { fees: defined } = story.procedure;
  const open = openFees(defined);
  if (story.state.acceptedAt === undefined || open.size === 0) return;
  const facts = story.facts();
  const assessed = settledFees(story.context, { ...facts, today: facts.submittedOn }, { case: story.state.case, among: ({ id }) => open.has(id) });
  const fees = defined.flatMap(({ id }) => (open.has(id) ? assessed : story.state.fees).filter((fee) => fee.id === id));
  if (canonicalJson(fees) !== canonicalJson(story.state.fees)) story.add({ type: "fees-assessed", fees });
}

/** Fees that may change with what officers record. */
function openFees(fees: readonly Fee[]): ReadonlySet<string> {
  const before = openOf.get(fees);
  if (before !== undefined) return before;
  const open = new Set(fees.filter(readsRecords).map(({ id }) => id));
  openOf.set(fees, open);
  return open;
}

const openOf = new WeakMap<readonly Fee[], ReadonlySet<string>>();

/** Whether a fee may change with what officers record. */
function readsRecords({ amount, when, quantity, times, waived = [], reduced = [] }: Fee): boolean {
  return amount.state === "assessed" || [when, quantity, times, ...[...waived, ...reduced].map((exception) => exception.when)].some((expression) => expression !== undefined && /\bsteps\b/.test(expression));
}

/** Whether a dossier would arrive where results are handed out without one that every way signs or seals. */
function unsigned(story: Unfolding, { entered }: Arrival): boolean {
  const steps = story.procedure.workflow.steps;
  const handed = new Set(entered.flatMap((id) => resultsOf(story, steps[id])));
  if (handed.size === 0) return false;
  const always = Object.values(steps).filter((step) => step.when === undefined);
  const made = (kind: "sign" | "seal", result: string) => always.some((step) => step.kind === kind && madeResults(step).includes(result));
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
