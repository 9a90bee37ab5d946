import { openSteps, type PausePolicy, type Procedure, type Step } from "@motcua/procedure";
import { resumedDue } from "./deadlines.ts";
import type { DueChange, PauseReason } from "./event.ts";
import { acceptanceLimit, limitOf } from "./limit-of.ts";
import { resumeWindows } from "./move-windows.ts";
import { clockIsOver } from "./running-due.ts";
import type { Unfolding } from "./unfolding.ts";

/** Why a step holds the clock while it is open: the main one where the applicant pays and the definition says so, and at a step off the clock; the acceptance clock whenever payment comes first. */
export function holdReason({ procedure, state: { acceptedAt, acceptanceDue } }: Pick<Unfolding, "procedure" | "state">, step: Step | undefined): PauseReason | undefined {
  if (step === undefined) return undefined;
  if (acceptedAt === undefined) return step.kind === "pay" && acceptanceDue !== undefined ? "payment" : undefined;
  if (step.kind === "pay" && (procedure.clock.payment ?? "NONE") !== "NONE") return "payment";
  return step.offClock === undefined ? undefined : "waiting";
}

/** A step is entered that may hold the clock: once that runs, it stands still. */
export function enterHold(story: Unfolding, step: Step): void {
  const why = holdReason(story, step);
  if (why !== undefined) pause(story, why);
}

/** The clock stands still, if it does not for this reason already. */
export function pause(story: Unfolding, why: PauseReason): void {
  if (story.state.pausedFor?.includes(why) !== true) story.add({ type: "paused", why });
}

/** A step is left that may hold the clock. It runs on when no other step side by side with it holds it still. */
export function leaveHold(story: Unfolding, id: string): void {
  const { steps } = story.procedure.workflow;
  const { position, phase } = story.state;
  const why = holdReason(story, steps[id]);
  if (why === undefined || phase === "supplement") return;
  const others = position === undefined ? [] : openSteps(position).filter((other) => other !== id);
  if (others.every((other) => holdReason(story, steps[other]) === undefined)) resume(story, why);
}

/** Ends a pause, with what its policy does to the clock that stood still: the main one, or the acceptance clock before. */
export function resume(story: Unfolding, why: PauseReason): void {
  const { pausedSince } = story.state;
  if (pausedSince === undefined) return;
  const pause = { policy: policyOf(story, why), since: pausedSince };
  const due = dueAfterPause(story, pause);
  story.add({ type: "resumed", why, ...(due === undefined ? {} : { due }) });
  resumeWindows(story, pause);
}

function policyOf({ procedure, state: { acceptedAt, pausedFor = [] } }: Unfolding, why: PauseReason): PausePolicy {
  // What is paid before anybody looks at the dossier starts the acceptance clock again.
  return why === "payment" && acceptedAt === undefined ? "RESTART" : pausePolicy(procedure, [...pausedFor, why]);
}

/** What a pause that ends now does to the clock that stood still; `undefined` where it moves nothing. */
export function dueAfterPause(story: Unfolding, { policy, since }: { readonly policy: PausePolicy; readonly since: string }): DueChange | undefined {
  const { acceptedAt, due, acceptanceDue } = story.state;
  const running = acceptedAt === undefined ? acceptanceDue : due;
  if (running === undefined || clockIsOver(story.state)) return undefined;
  const limit = acceptedAt === undefined ? acceptanceLimit(story) : limitOf(story);
  return resumedDue(running, { policy, since, at: story.at }, { limit, calendar: story.context.calendar });
}

/** What a stretch does to the due date during which the clock was held for these reasons, without a break. */
export function pausePolicy({ clock }: Pick<Procedure, "clock">, reasons: readonly PauseReason[]): PausePolicy {
  return reasons.map((why) => (why === "waiting" || why === "withdrawn" ? "EXTEND" : (clock[why] ?? "NONE"))).reduce(stronger, "NONE");
}

/** From what gives nothing back to what gives everything back. */
const STRENGTH: readonly PausePolicy[] = ["NONE", "SUBTRACT", "EXTEND", "RESTART"];

/** What gives back more holds for all of a stretch. */
function stronger(one: PausePolicy, other: PausePolicy): PausePolicy {
  return STRENGTH.indexOf(one) > STRENGTH.indexOf(other) ? one : other;
}
