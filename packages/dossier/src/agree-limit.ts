import { isIsoDay, localDate, type WorkCalendar, workingDaysBetween } from "@motcua/calendar";
import { evaluate, ok, refused, type DurationText, type Facts, type ProcedureModule, type Result } from "@motcua/procedure";
import { durationOf, limitDue, type LegalLimit } from "./deadlines.ts";
import { refusal } from "./problems.ts";

/** A longer limit than the statutory one, to which the applicant has agreed. */
export interface AgreedTime {
  /** ISO date: the limit ends with it. */
  readonly day: string;
  /** The same in working days from the acceptance, as the clock counts it. */
  readonly limit: DurationText;
}

/** What an agreement is counted from and held to. */
export interface AgreementTerms {
  /** When the case was accepted, ISO 8601. */
  readonly start: string;
  /** The limit without an agreement. */
  readonly legal: LegalLimit;
  readonly calendar: WorkCalendar;
}

/** The day on which a case is recorded to be due by agreement; `undefined` where none is. */
export function agreedDay(module: ProcedureModule, id: string, facts: Facts): string | undefined {
  if (module.procedure.cases[id]?.limit.agreed === undefined) return undefined;
  const day = evaluate<unknown>(module, `/procedure/cases/${id}/limit/agreed/day`, facts, undefined);
  return typeof day === "string" && day !== "" ? day : undefined;
}

/**
 * The limit that ends with an agreed day. An agreement lengthens: the day the law names anyway is none, an earlier one is
 * refused, and so is one that the law lets nobody agree to. Pointers are those of the place where the day is recorded.
 */
export function agreeLimit(module: ProcedureModule, { case: id, day }: { readonly case: string; readonly day: string }, terms: AgreementTerms): Result<AgreedTime | undefined> {
  const agreed = module.procedure.cases[id]?.limit.agreed;
  const { start, legal, calendar } = terms;
  const first = localDate(limitDue(start, legal, calendar).due);
  if (agreed === undefined || day === first) return ok(undefined);
  const pointer = recordedAt(agreed.day);
  if (day < first) return refused(refusal("agreed-too-early", pointer));
  const last = limitDue(start, { ...legal, limit: durationOf(agreed.atMost ?? ANY_BOUND) }, calendar).due;
  if (day > localDate(last)) return refused(refusal("agreed-too-late", pointer));
  return ok({ day, limit: workingDaysTo(day, terms) });
}

/** Where the law sets no bound, a day more than two years away is a slip of the pen. */
const ANY_BOUND: DurationText = "24mo";

/** As many working days as end with a day, or with the next working day where it is none. */
function workingDaysTo(day: string, { start, legal, calendar }: AgreementTerms): DurationText {
  // The limit may begin with the next working day, and a session that ends at midnight ends on the next one.
  const fewest = isIsoDay(day) ? workingDaysBetween(start, `${day}T00:00:00+07:00`, calendar) - 2 : 1;
  for (let days = Math.max(1, fewest); ; days += 1) {
    if (localDate(limitDue(start, { ...legal, limit: { value: days, unit: "wd" } }, calendar).due) >= day) return `${days}wd`;
  }
}

/** Where the day was given: in the record of the command, or in the form. */
function recordedAt(path: string): string {
  const [variable, ...rest] = path.split(".");
  return variable === "form" ? `/form/${rest.join("/")}` : `/record/${rest.slice(1).join("/")}`;
}
