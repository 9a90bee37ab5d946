import { advance, refused, ok, type Arrival, type Result } from "@motcua/procedure";
import { canonicalJson } from "./canonical-json.ts";
import { durationOf, legalLimit, limitDue, resumedDue } from "./deadlines.ts";
import { endDossier } from "./end-dossier.ts";
import type { DueChange } from "./event.ts";
import { projectStatus } from "./national-status.ts";
import { openStep } from "./open-step.ts";
import { refusal } from "./problems.ts";
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
  const facts = story.routeFacts();
  const drawn = (step.next as Readonly<Record<string, string>>)[done.outcome] !== undefined;
  const arrival: Arrival = drawn ? advance(story.procedure.workflow, position, done, facts) : { entered: [], ended: "refused" };
  if (unsigned(story, arrival)) return refused(refusal("result-not-signed", "/outcome"));
  const at = arrival.position === undefined ? {} : { position: arrival.position };
  story.add({ type: "step-done", step: done.step, wait: done.wait, outcome: done.outcome, facts, ...at });
  for (const id of arrival.entered) openStep(story, id);
  if (arrival.ended !== undefined) endDossier(story, arrival.ended, done.reason ?? step.outcomes?.[done.outcome]?.vi ?? step.name.vi);
  projectStatus(story);
  return ok(null);
}

/** The main clock starts at acceptance, not at submission; the receipt printed then shows the fees by all the answers. */
function accept(story: Unfolding): void {
  if (story.state.acceptedAt !== undefined) return;
  const { due, provisional } = limitDue(story.at, limitOf(story), story.context.calendar);
  const facts = story.facts();
  // By the day of submission: answers and a mended form change fees, a day that has passed does not.
  const fees = settledFees(story.context, { ...facts, today: facts.submittedOn }, story.state.case);
  const changed = canonicalJson(fees) !== canonicalJson(story.state.fees);
  story.add({ type: "accepted", due: { after: due, provisional }, ...(changed ? { fees } : {}) });
  projectStatus(story, 2);
}

/** Ends a pause, with what its policy does to the clock that stood still: the main one, or the acceptance clock before. */
export function resume(story: Unfolding, why: "supplement" | "payment"): void {
  const { pausedSince } = story.state;
  if (pausedSince === undefined) return;
  const due = movedDue(story, why, pausedSince);
  story.add({ type: "resumed", why, ...(due === undefined ? {} : { due }) });
}

function movedDue(story: Unfolding, why: "supplement" | "payment", since: string): DueChange | undefined {
  const { acceptedAt, due, acceptanceDue } = story.state;
  const { clock } = story.procedure;
  const running = acceptedAt === undefined ? acceptanceDue : due;
  const policy = clock[why] ?? "NONE";
  if (running === undefined) return undefined;
  const limit = acceptedAt === undefined ? acceptanceLimit(story) : limitOf(story);
  return resumedDue(running, { policy, since, at: story.at }, { limit, calendar: story.context.calendar });
}

function acceptanceLimit(story: Unfolding): ReturnType<typeof limitOf> {
  const { acceptance } = story.procedure.clock;
  if (acceptance === undefined) throw new RangeError("there is no acceptance limit to count again");
  return { limit: durationOf(acceptance) };
}

function limitOf({ procedure, state, context }: Unfolding): ReturnType<typeof legalLimit> {
  return legalLimit(procedure, { case: state.case, channel: state.channel }, context.localLimits);
}

/** Whether a dossier would arrive where results are handed out without one that every way signs or seals. */
function unsigned(story: Unfolding, { entered }: Arrival): boolean {
  const steps = story.procedure.workflow.steps;
  if (!entered.some((id) => steps[id]?.kind === "return")) return false;
  const always = Object.values(steps).filter((step) => step.when === undefined);
  const made = (kind: "sign" | "seal", result: string) => always.some((step) => step.kind === kind && step.result === result);
  return story.procedure.results.some(({ id, signed, sealed }) => {
    const has = story.state.results[id];
    return (signed && made("sign", id) && has?.signedAt === undefined) || (sealed && made("seal", id) && has?.number === undefined);
  });
}
