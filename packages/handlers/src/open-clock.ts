import { durationText } from "@motcua/calendar";
import { clockIsOver, legalLimit, pausePolicy, type DossierState, type EventBatch, type PauseReason } from "@motcua/dossier";
import type { DurationText, PausePolicy, Procedure } from "@motcua/procedure";

/** The main clock of an open dossier, as whoever counts it again needs it. */
export interface OpenClock {
  /** The acceptance. */
  readonly start: string;
  /** `7wd`. */
  readonly limit: string;
  /** Local time `HH:mm`. */
  readonly cutOff?: string;
  /** The valid due date. */
  readonly due: string;
  readonly pauses?: readonly { readonly from: string; readonly to: string; readonly policy: PausePolicy }[];
  readonly extensions?: readonly { readonly at: string; readonly by: DurationText }[];
  /** The last decision on a changed calendar, where the valid date is the one it gave. */
  readonly moved?: { readonly at: string; readonly before: string; readonly after: string };
}

/** What a clock is read from. */
export interface ClockSource {
  readonly state: DossierState;
  readonly log: readonly EventBatch[];
  /** Definition of the version the dossier was filed under. */
  readonly procedure: Procedure;
  readonly localLimits?: Readonly<Record<string, DurationText>>;
}

/**
 * The clock of a dossier whose main clock runs; `undefined` for any other: before acceptance no date is printed, a pause
 * counts on the new calendar when it ends. An extension with an apology is to a day, not by a time: it is not listed, and
 * whoever counts again has to look at such a dossier by hand.
 */
export function openClock({ state, log, procedure, localLimits = {} }: ClockSource): OpenClock | undefined {
  const { acceptedAt, due, finding, agreed } = state;
  if (acceptedAt === undefined || due === undefined || state.pausedSince !== undefined || clockIsOver(state)) return undefined;
  const { limit, cutOff } = legalLimit(procedure, { case: state.case, channel: state.channel, ...(finding === undefined ? {} : { finding }), ...(agreed === undefined ? {} : { agreed: agreed.limit }) }, localLimits);
  const pauses = pausesOf(log, acceptedAt, procedure);
  const extensions = extensionsOf(log, procedure);
  const moved = moveOf(log, due);
  return {
    start: acceptedAt, limit: durationText(limit), due,
    ...(cutOff === undefined ? {} : { cutOff }), ...(pauses.length === 0 ? {} : { pauses }), ...(extensions.length === 0 ? {} : { extensions }), ...(moved === undefined ? {} : { moved }),
  };
}

/** Time in which the clock stood still: paused, for one reason or several at once, or withdrawn while it ran. */
function pausesOf(log: readonly EventBatch[], acceptedAt: string, procedure: Procedure): NonNullable<OpenClock["pauses"]> {
  let open: { readonly from: string; readonly reasons: readonly PauseReason[] } | undefined;
  return log.flatMap(({ at, events }) => events.flatMap((event) => {
    if (event.type === "withdrawn") open ??= { from: at, reasons: ["withdrawn"] };
    if (event.type === "paused") open = { from: open?.from ?? at, reasons: [...(open?.reasons ?? []), event.why] };
    if (event.type !== "resumed" || open === undefined) return [];
    const { from, reasons } = open;
    open = undefined;
    return Date.parse(from) < Date.parse(acceptedAt) ? [] : [{ from, to: at, policy: pausePolicy(procedure, [...reasons, event.why]) }];
  }));
}

/** More time a verification brings with it, as its step says. */
function extensionsOf(log: readonly EventBatch[], { workflow }: Procedure): NonNullable<OpenClock["extensions"]> {
  return log.flatMap(({ at, events }) => events.flatMap((event) => {
    const step = event.type === "extended" && event.why === "verification" ? workflow.steps[event.step] : undefined;
    return step?.kind === "consult" ? [{ at, by: step.within }] : [];
  }));
}

/** The last recorded move, where nothing has moved the date since. */
function moveOf(log: readonly EventBatch[], due: string): OpenClock["moved"] {
  const moves = log.flatMap(({ at, events }) => events.flatMap((event) => (event.type === "redated" ? [{ at, before: event.due.before ?? "", after: event.due.after }] : [])));
  const last = moves.at(-1);
  return last === undefined || Date.parse(last.after) !== Date.parse(due) ? undefined : last;
}
