import type { EventBatch } from "../event.ts";
import type { Holder } from "../mark-lateness.ts";
import { measureDossier, type DossierMeasure, type EndedPart, type Verdict } from "./dossier-measure.ts";

/** How long a unit, a role or the applicant held dossiers. */
export interface HeldTotal {
  readonly who: DossierMeasure["held"][number]["who"];
  readonly unit?: string;
  /** Whose part it was, where the unit entered it for another one. */
  readonly of?: string;
  readonly role?: string;
  readonly tasks: number;
  /** Tasks done after the step's own due time. */
  readonly late: number;
  /** Dossiers that became late while they were held here, each as often as it did. */
  readonly becameLate: readonly string[];
  /** As the caller counts time. */
  readonly minutes: number;
}

/** Indicators of a period. Where dossiers are counted, their codes are listed: whoever doubts a figure looks at them. */
export interface Indicators {
  readonly dossiers: readonly string[];
  readonly verdicts: Readonly<Record<Verdict, readonly string[]>>;
  /** Supplement requests, all together. */
  readonly supplements: number;
  readonly supplementedMoreThanOnce: readonly string[];
  readonly withdrawnBeforeAcceptance: readonly string[];
  readonly withdrawnAfterAcceptance: readonly string[];
  /** Dossiers by the national status that is their end. */
  readonly ends: Readonly<Record<string, readonly string[]>>;
  /** Dossiers by the rating their applicant gave. */
  readonly ratings: Readonly<Record<string, readonly string[]>>;
  /** Indicator 2.1: on time or early, of those judged; absent where none is. */
  readonly onTimeRatio?: number;
  /** Indicator 2.2: minutes from acceptance to the end, of finished dossiers; absent where there are none. */
  readonly averageMinutes?: number;
  readonly held: readonly HeldTotal[];
  /** Parts that have ended, by the procedure they are and whose they are: what is late there counts there. */
  readonly parts: readonly PartTotal[];
}

/** Parts of dossiers that have ended, each within its own legal time or late. */
export interface PartTotal extends Omit<EndedPart, "late"> {
  readonly ended: number;
  /** Dossiers in which it was late. */
  readonly late: readonly string[];
}

/** What a period is counted with. */
export interface Period {
  /** ISO 8601 instant that ends it. */
  readonly until: string;
  /** Minutes between two instants: working minutes of a calendar, or elapsed ones. */
  readonly minutes: (from: string, until: string) => number;
}

/** Indicators of the dossiers whose logs these are, computed from the logs alone. @see Decision 766/QĐ-TTg */
export function indicators(batches: readonly EventBatch[], { until, minutes }: Period): Indicators {
  const all = logsOf(batches).map((log) => measureDossier(log, until));
  const codes = (which: (measure: DossierMeasure) => boolean) => all.filter(which).map(({ code }) => code);
  const judgedAs = (verdict: Verdict) => codes((measure) => measure.verdict === verdict);
  const verdicts = { early: judgedAs("early"), "on-time": judgedAs("on-time"), late: judgedAs("late"), running: judgedAs("running"), "not-judged": judgedAs("not-judged") };
  const judged = verdicts.early.length + verdicts["on-time"].length + verdicts.late.length;
  const finished = all.flatMap(({ acceptedAt, end }) => (acceptedAt !== undefined && end !== undefined && end.status >= 9 ? [minutes(acceptedAt, end.at)] : []));
  return {
    dossiers: codes(() => true),
    verdicts,
    supplements: all.reduce((sum, { supplements }) => sum + supplements, 0),
    supplementedMoreThanOnce: codes(({ supplements }) => supplements > 1),
    withdrawnBeforeAcceptance: codes(({ withdrawn }) => withdrawn === "before-acceptance"),
    withdrawnAfterAcceptance: codes(({ withdrawn }) => withdrawn === "after-acceptance"),
    ends: grouped(all, ({ end }) => end?.status),
    ratings: grouped(all, ({ rating }) => rating),
    ...(judged === 0 ? {} : { onTimeRatio: (judged - verdicts.late.length) / judged }),
    ...(finished.length === 0 ? {} : { averageMinutes: finished.reduce((sum, each) => sum + each, 0) / finished.length }),
    held: heldTotals(all, minutes),
    parts: partTotals(all),
  };
}

/** Batches of each dossier by itself, in the order they came. */
function logsOf(batches: readonly EventBatch[]): readonly (readonly EventBatch[])[] {
  const logs = new Map<string, EventBatch[]>();
  for (const batch of batches) {
    const log = logs.get(batch.code);
    if (log === undefined) logs.set(batch.code, [batch]);
    else log.push(batch);
  }
  return [...logs.values()];
}

/** Codes by a number the dossiers have; those without it are left out. */
function grouped(all: readonly DossierMeasure[], by: (measure: DossierMeasure) => number | undefined): Readonly<Record<string, readonly string[]>> {
  const groups: Record<string, string[]> = {};
  for (const measure of all) {
    const key = by(measure);
    if (key !== undefined) (groups[key] ??= []).push(measure.code);
  }
  return groups;
}

function partTotals(all: readonly DossierMeasure[]): readonly PartTotal[] {
  const totals = new Map<string, PartTotal>();
  for (const { code, parts } of all) {
    for (const { late, ...part } of parts) {
      const key = `${part.procedure ?? ""}/${part.unit ?? ""}/${part.of ?? ""}`;
      const before = totals.get(key) ?? { ...part, ended: 0, late: [] };
      totals.set(key, { ...before, ended: before.ended + 1, late: late ? [...before.late, code] : before.late });
    }
  }
  return [...totals.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}

function heldTotals(all: readonly DossierMeasure[], minutes: Period["minutes"]): readonly HeldTotal[] {
  const totals = new Map<string, HeldTotal>();
  const add = ({ who, unit, of, role }: Holder, change: (total: HeldTotal) => Partial<HeldTotal>) => {
    const key = `${who}/${unit ?? ""}/${role ?? ""}/${of ?? ""}`;
    const before = totals.get(key) ?? { who, ...(unit === undefined ? {} : { unit }), ...(of === undefined ? {} : { of }), ...(role === undefined ? {} : { role }), tasks: 0, late: 0, becameLate: [], minutes: 0 };
    totals.set(key, { ...before, ...change(before) });
  };
  for (const { code, held, lateWith } of all) {
    for (const time of held) add(time, (total) => ({ tasks: total.tasks + 1, late: total.late + Number(time.late), minutes: total.minutes + minutes(time.from, time.until) }));
    for (const holder of lateWith) add(holder, ({ becameLate }) => ({ becameLate: [...becameLate, code] }));
  }
  return [...totals.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}
