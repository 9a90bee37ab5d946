import type { Channel, NationalStatus } from "@motcua/procedure";
import type { EventBatch, EventBody } from "../event.ts";
import type { Holder } from "../mark-lateness.ts";
import type { UnitHolder } from "../unit-holder.ts";
import { heldTimes, type HeldTime } from "./held-time.ts";

/** How a dossier stands against its valid due date. `not-judged`: withdrawn or refused before any time was promised. */
export type Verdict = "early" | "on-time" | "late" | "running" | "not-judged";

/** What one dossier's log says of it, as the quality indicators count it. */
export interface DossierMeasure {
  readonly code: string;
  readonly procedure: string;
  readonly receivingUnit: string;
  readonly competentUnit: string;
  readonly channel: Channel;
  readonly verdict: Verdict;
  readonly acceptedAt?: string;
  /** End of processing as the indicator counts it, and the national status that is this end. */
  readonly end?: { readonly at: string; readonly status: NationalStatus };
  /** The valid due date it was held to; `firstDue` was printed at acceptance. */
  readonly due?: string;
  readonly firstDue?: string;
  /** Supplement requests. */
  readonly supplements: number;
  readonly withdrawn?: "before-acceptance" | "after-acceptance";
  readonly held: readonly HeldTime[];
  /** The applicant's, from 1 to 5. */
  readonly rating?: number;
  /** Who held it when it became late, acceptance clock included. */
  readonly lateWith: readonly Holder[];
  /** Parts that have ended: branches that are a procedure of their own or have a legal time or a unit of their own. */
  readonly parts: readonly EndedPart[];
}

/** A part of a dossier that has ended. */
export interface EndedPart extends Partial<Pick<UnitHolder, "unit" | "of">> {
  /** National code of the procedure it is. */
  readonly procedure?: string;
  readonly late: boolean;
}

/** Elapsed time a local day begins after a UTC day: Asia/Ho_Chi_Minh has no summer time. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Measures a dossier by its log, up to an instant that ends the period.
 * On time is an end not after the valid due date; the end is the first of 9, 10, or 8, 3, 7 (7 only where it was accepted);
 * where nothing followed a supplement request, or only an end, it counts at the request; more than one request counts as
 * late; the time a supplement took is subtracted where its policy has not moved the due date already.
 * @see Decision 766/QĐ-TTg
 * @throws RangeError for a log that does not begin with a submission
 */
export function measureDossier(batches: readonly EventBatch[], until: string): DossierMeasure {
  const [first] = batches;
  const submitted = first?.events.find((event): event is Extract<EventBody, { type: "submitted" }> => event.type === "submitted");
  if (first === undefined || submitted === undefined) throw new RangeError("a log begins with a submission");
  const { procedure, receivingUnit, competentUnit, channel, acceptanceDue } = submitted;
  const read = batches.reduce(readBatch, { supplements: 0, subtract: 0, lateWith: [], ...(acceptanceDue === undefined ? {} : { due: acceptanceDue }) } as Reading);
  const { acceptedAt, due, firstDue, end, supplements, withdrawn } = read;
  return {
    code: first.code, procedure, receivingUnit, competentUnit, channel, verdict: verdictOf(read, until), supplements,
    ...(acceptedAt === undefined ? {} : { acceptedAt }),
    ...(end === undefined ? {} : { end }),
    ...(due === undefined ? {} : { due }),
    ...(firstDue === undefined ? {} : { firstDue }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(read.rating === undefined ? {} : { rating: read.rating }),
    held: heldTimes(batches, until),
    lateWith: read.lateWith,
    parts: endedParts(batches),
  };
}

/** Each branch as it ended last in the fork it was entered with; whose part it is was told when it was opened. */
function endedParts(batches: readonly EventBatch[]): readonly EndedPart[] {
  const holders = new Map<string, UnitHolder>();
  return batches.flatMap(({ events }) => events.flatMap((event): readonly EndedPart[] => {
    if (event.type !== "branch-changed") return [];
    const key = `${event.fork}/${event.branch}`;
    if (event.to === "open") {
      if (event.holder !== undefined) holders.set(key, event.holder);
      return [];
    }
    const holder = holders.get(key);
    if (event.procedure === undefined && holder === undefined && event.late === undefined) return [];
    if (event.to === "left-out" || event.to === "cancelled") return [];
    const whose = holder === undefined ? {} : { unit: holder.unit, ...(holder.of === undefined ? {} : { of: holder.of }) };
    return [{ ...(event.procedure === undefined ? {} : { procedure: event.procedure }), ...whose, late: event.late === true }];
  }));
}

interface Reading {
  readonly acceptedAt?: string;
  readonly due?: string;
  readonly firstDue?: string;
  readonly end?: { readonly at: string; readonly status: NationalStatus };
  readonly supplements: number;
  /** Since when the clock stands still: for a supplement, a payment, somebody else's part. */
  readonly pausedAt?: string;
  /** Milliseconds that count for nobody. */
  readonly subtract: number;
  readonly withdrawn?: "before-acceptance" | "after-acceptance";
  readonly lateWith: readonly Holder[];
  readonly rating?: number;
}

function readBatch(read: Reading, { at, events }: EventBatch): Reading {
  return events.reduce((now, event) => readEvent(now, event, at), read);
}

/** What has ended stays as it was: an error that is corrected later moves no date and no end. */
function readEvent(read: Reading, event: EventBody, at: string): Reading {
  if (event.type === "supplement-requested") return { ...read, supplements: read.supplements + 1 };
  if (event.type === "rated") return { ...read, rating: event.score };
  if (event.type === "lateness-recorded" && event.mark === "late") return { ...read, lateWith: [...read.lateWith, ...event.held] };
  // A withdrawal taken back was no end.
  if (event.type === "withdrawal-revoked") return unended(read);
  return read.end === undefined ? readClock(read, event, at) : read;
}

function readClock(read: Reading, event: EventBody, at: string): Reading {
  switch (event.type) {
    case "accepted":
      return { ...read, acceptedAt: at, due: event.due.after, firstDue: event.due.after, subtract: 0 };
    case "extended":
    case "limited":
    case "agreed":
    case "redated":
      return { ...read, due: event.due.after };
    case "paused":
      return { ...read, pausedAt: read.pausedAt ?? at };
    case "resumed":
      return resumed(read, event, at);
    case "finished":
      return ended(read, at, 9);
    case "returned":
      return ended(read, at, 10);
    case "stopped":
      return ended(read, read.pausedAt ?? at, 8);
    case "refused":
      return ended(read, read.pausedAt ?? at, 3);
    case "withdrawn":
      return event.accepted ? { ...ended(read, read.pausedAt ?? at, 7), withdrawn: "after-acceptance" } : { ...read, withdrawn: "before-acceptance" };
    default:
      return read;
  }
}

function ended(read: Reading, at: string, status: NationalStatus): Reading {
  return { ...read, end: { at, status } };
}

function unended({ end: _, withdrawn: __, ...read }: Reading): Reading {
  return read;
}

function resumed(read: Reading, { due }: Extract<EventBody, { type: "resumed" }>, at: string): Reading {
  const { pausedAt, ...rest } = read;
  if (due !== undefined) return { ...rest, due: due.after };
  return { ...rest, subtract: read.subtract + (pausedAt === undefined ? 0 : Date.parse(at) - Date.parse(pausedAt)) };
}

function verdictOf({ due, end, supplements, subtract, pausedAt, withdrawn }: Reading, until: string): Verdict {
  if (withdrawn === "before-acceptance" || due === undefined) return end === undefined && withdrawn === undefined ? "running" : "not-judged";
  if (supplements > 1) return "late";
  const left = Date.parse(due) - (Date.parse(end?.at ?? pausedAt ?? until) - subtract);
  if (left < 0) return "late";
  if (end === undefined) return "running";
  return dayOf(Date.parse(due) - left) < dayOf(Date.parse(due)) ? "early" : "on-time";
}

function dayOf(time: number): number {
  return Math.floor((time + OFFSET_MS) / DAY_MS);
}
