import { parseDuration, type PausePolicy, type WorkCalendar } from "@motcua/calendar";
import { oracleClock, oracleMeasure, oracleMoved } from "@motcua/calendar/testing";
import type { ClockPolicy, Procedure } from "@motcua/procedure";
import { legalLimit, type LegalLimit } from "../../deadlines.ts";
import type { EventBody } from "../../event.ts";
import type { DossierState } from "../../state.ts";

/** A dossier before a command, and what the command was decided with. */
export interface Timed {
  readonly before: DossierState | undefined;
  readonly procedure: Procedure;
  readonly calendar: WorkCalendar;
  readonly localLimits: Readonly<Record<string, string>>;
  readonly at: string;
}

/**
 * The dates that the events of one command should carry, worked out by the clock's oracle alone: the acceptance clock, the
 * main clock from acceptance, what each pause does by its policy, form 04, response windows and the time of each task. One line a
 * date, as `what: date`; `undefined` where a person named the date.
 */
export function duesForetold(timed: Timed, events: readonly EventBody[]): readonly string[] {
  const clock = new ShadowClock(timed);
  return events.flatMap((event) => clock.foretell(event));
}

/** The same lines, as the events have them. */
export function duesTold(events: readonly EventBody[]): readonly string[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case "submitted":
        return event.acceptanceDue === undefined ? [] : [`submitted: ${event.acceptanceDue}`];
      case "accepted":
      case "limited":
        return [`${event.type}: ${event.due.after}`];
      case "resumed":
        return [`resumed: ${event.due?.after ?? "where it was"}`];
      case "extended":
        return [`extended: ${event.due.after}`];
      case "extension-requested":
        return [`proposed: ${event.proposed.after}`];
      case "supplement-requested":
        return event.respondBy === undefined ? [] : [`respond by: ${event.respondBy}`];
      case "task-opened":
        return event.task.step === "@extension" ? [] : [`${event.task.step}: ${event.task.due ?? "open"}`];
      default:
        return [];
    }
  });
}

class ShadowClock {
  readonly #timed: Timed;
  #due: string | undefined;
  #accepted: string | undefined;
  #finding: number | undefined;
  #revoked = false;

  constructor(timed: Timed) {
    this.#timed = timed;
    const { before } = timed;
    this.#accepted = before?.acceptedAt;
    this.#due = before?.acceptedAt === undefined ? before?.acceptanceDue : before.due;
    this.#finding = before?.finding;
  }

  foretell(event: EventBody): readonly string[] {
    const { at, procedure: { clock } } = this.#timed;
    switch (event.type) {
      case "submitted":
        this.#due = this.#after(clock.acceptance);
        return this.#due === undefined ? [] : [`submitted: ${this.#due}`];
      case "accepted":
        this.#accepted = at;
        this.#finding = event.finding;
        this.#due = this.#counted(at, this.#limit(event.finding));
        return [`accepted: ${this.#due}`];
      case "withdrawal-revoked":
        this.#revoked = true;
        return [];
      case "resumed":
        return [`resumed: ${this.#resumed(event.why) ?? "where it was"}`];
      case "extended":
        return [`extended: ${(this.#due = event.why === "apology" ? this.#timed.before?.extension?.proposed.after : this.#extended(event.step))}`];
      case "limited":
        return [`limited: ${(this.#due = this.#limited(event.finding))}`];
      case "extension-requested":
        // A person named the day: it ends with the working day it is, or the next.
        return [`proposed: ${oracleClock({ start: `${event.proposed.after.slice(0, 10)}T12:00:00+07:00`, limit: { value: 0, unit: "wd" }, calendar: this.#timed.calendar }).due}`];
      case "supplement-requested":
        return event.respondBy === undefined && clock.responseWindow === undefined ? [] : [`respond by: ${this.#after(clock.responseWindow)}`];
      case "task-opened":
        return event.task.step === "@extension" ? [] : [`${event.task.step}: ${this.#taskDue(event.task.step) ?? "open"}`];
      default:
        return [];
    }
  }

  #resumed(why: string): string | undefined {
    const { before, at, procedure: { clock }, calendar } = this.#timed;
    const policy = policyOf(clock, why, this.#accepted !== undefined);
    // The law's clock does not run twice: once there was a result, corrected or not, no pause moves its date.
    const over = before?.finishedAt !== undefined || before?.corrections !== undefined;
    if (this.#due === undefined || over || policy === "NONE" || policy === "SUBTRACT") return undefined;
    const asked = this.#accepted === undefined ? { limit: durationOf(clock.acceptance ?? "") } : this.#limit(this.#finding);
    this.#due = oracleMoved(this.#due, { from: (why === "withdrawn" ? before?.endedAt : before?.pausedSince) ?? at, to: at, policy }, { ...asked, calendar });
    return this.#due;
  }

  #extended(step: string): string | undefined {
    const { procedure, at, calendar } = this.#timed;
    const drawn = procedure.workflow.steps[step];
    if (this.#due === undefined || drawn?.kind !== "consult") return undefined;
    const later = Date.parse(at) > Date.parse(this.#due);
    return oracleClock({ start: later ? at : this.#due, limit: durationOf(drawn.within), calendar, follows: !later }).due;
  }

  /** Another limit from the same start, and as many working days more as the date has been moved by so far. */
  #limited(finding: number): string | undefined {
    const { calendar } = this.#timed;
    const start = this.#accepted ?? "";
    const first = this.#counted(start, this.#limit(this.#finding));
    const days = oracleMeasure({ from: first, to: this.#due ?? first, unit: "wd" }, calendar);
    this.#finding = finding;
    const next = this.#counted(start, this.#limit(finding));
    return days === 0 ? next : oracleClock({ start: next, limit: { value: days, unit: "wd" }, calendar, follows: true }).due;
  }

  /** When the time of a step runs out: what the law gives whoever is asked, else the office's own allocation. */
  #taskDue(id: string): string | undefined {
    const { procedure } = this.#timed;
    // A supplement asked for before a withdrawal that is taken back is awaited until its first day.
    if (id === "@supplement") return this.#revoked ? this.#timed.before?.supplements.at(-1)?.respondBy : this.#after(procedure.clock.responseWindow);
    const step = procedure.workflow.steps[id];
    if (step === undefined || step.kind === "fork") return undefined;
    return this.#after("within" in step && step.within !== undefined ? step.within : step.kind === "wait" ? step.duration : "time" in step ? step.time : undefined);
  }

  #after(time: string | undefined): string | undefined {
    return time === undefined ? undefined : this.#counted(this.#timed.at, { limit: durationOf(time) });
  }

  #counted(start: string, { limit, cutOff }: LegalLimit): string {
    return oracleClock({ start, limit, calendar: this.#timed.calendar, ...(cutOff === undefined ? {} : { cutOff }) }).due;
  }

  #limit(finding: number | undefined): LegalLimit {
    const { before, procedure, localLimits } = this.#timed;
    if (before === undefined) throw new RangeError("nothing is accepted before it is submitted");
    return legalLimit(procedure, { case: before.case, channel: before.channel, ...(finding === undefined ? {} : { finding }) }, localLimits);
  }
}

/** What is waited for decides: decisions 7 and 10. */
function policyOf(clock: ClockPolicy, why: string, accepted: boolean): PausePolicy {
  if (why === "waiting" || why === "withdrawn") return "EXTEND";
  if (why === "payment") return accepted ? (clock.payment ?? "NONE") : "RESTART";
  return clock.supplement;
}

function durationOf(text: string) {
  const duration = parseDuration(text);
  if (duration === undefined) throw new RangeError(`${text} is not a duration`);
  return duration;
}
