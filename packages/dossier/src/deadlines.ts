import { dueAt, dueDate, parseDuration, resumeDue, workingDaysBetween, type Duration, type DueDate, type WorkCalendar, addDays, addMonths } from "@motcua/calendar";
import type { Channel, DurationText, PausePolicy, Procedure } from "@motcua/procedure";
import type { DueChange } from "./event.ts";

/** A day so many civil months or days later, or earlier (`way` -1): no holiday moves it, and a month that has no such day ends it. */
export function civilDay(day: string, time: DurationText, way: 1 | -1 = 1): string {
  const { value, unit } = durationOf(time);
  return unit === "mo" ? addMonths(day, way * value) : addDays(day, way * value);
}

/** What the legal limit of a dossier depends on. */
export interface LimitedDossier {
  readonly case: string;
  readonly channel: Channel;
  /** Number of the finding in the case's `then` that holds. */
  readonly finding?: number;
  /** A longer time the applicant has agreed to. */
  readonly agreed?: DurationText;
}

/** A legal limit with its cut-off. */
export interface LegalLimit {
  readonly limit: Duration;
  /** Local time `HH:mm`. */
  readonly cutOff?: string;
}

/** The legal limit of a case: what was agreed, else what a finding brings, else the province's own, else the channel's, else the case's. */
export function legalLimit(procedure: Procedure, dossier: LimitedDossier, localLimits: Readonly<Record<string, DurationText>> = {}): LegalLimit {
  const limit = procedure.cases[dossier.case]?.limit;
  if (limit === undefined) throw new RangeError(`the procedure has no case ${dossier.case}`);
  const found = dossier.finding === undefined ? undefined : limit.then?.[dossier.finding]?.limit;
  const time = dossier.agreed ?? found ?? localLimits[dossier.case] ?? limit.byChannel?.[dossier.channel] ?? limit.time;
  return { limit: durationOf(time), ...(limit.cutOff === undefined ? {} : { cutOff: limit.cutOff }) };
}

/** When a limit that starts now runs out. */
export function limitDue(at: string, { limit, cutOff }: LegalLimit, calendar: WorkCalendar): DueDate {
  return dueDate({ start: at, limit, calendar, ...(cutOff === undefined ? {} : { cutOff }) });
}

/** When a time that starts now runs out; `undefined` where there is none. */
export function dueAfter(at: string, time: DurationText | undefined, calendar: WorkCalendar): string | undefined {
  return time === undefined ? undefined : dueAt({ start: at, limit: durationOf(time), calendar });
}

/** A due date moved by a further time, counted from the later of the due date and now. */
export function extendedDue(due: string, by: { readonly time: DurationText; readonly at: string }, calendar: WorkCalendar): DueChange {
  const limit = durationOf(by.time);
  const later = Date.parse(by.at) > Date.parse(due);
  return changeOf(due, dueDate({ start: later ? by.at : due, limit, calendar, follows: !later }));
}

/** What a pause that ends now does to a due date; `undefined` where its policy moves nothing. */
export function resumedDue(due: string, pause: { readonly policy: PausePolicy; readonly since: string; readonly at: string }, clock: { readonly limit: LegalLimit; readonly calendar: WorkCalendar }): DueChange | undefined {
  if (pause.policy === "NONE" || pause.policy === "SUBTRACT") return undefined;
  const { limit, calendar } = clock;
  return changeOf(due, resumeDue({ policy: pause.policy, due, pausedAt: pause.since, resumedAt: pause.at, calendar, ...limit }));
}

/** A due date under another limit from the same start, moved by as many working days as pauses have moved it so far. */
export function relimitedDue(due: string, limits: { readonly start: string; readonly before: LegalLimit; readonly after: LegalLimit }, calendar: WorkCalendar): DueChange {
  const moved = workingDaysBetween(limitDue(limits.start, limits.before, calendar).due, due, calendar);
  const next = limitDue(limits.start, limits.after, calendar);
  return moved === 0 ? changeOf(due, next) : { ...extendedDue(next.due, { time: `${moved}wd`, at: next.due }, calendar), before: due };
}

/** A duration of a definition, whose grammar the compiler has checked. @throws RangeError when it is none */
export function durationOf(text: DurationText): Duration {
  const duration = parseDuration(text);
  if (duration === undefined) throw new RangeError(`${text} is not a duration`);
  return duration;
}

function changeOf(before: string, { due, provisional }: DueDate): DueChange {
  return { before, after: due, provisional };
}
