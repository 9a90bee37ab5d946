import { type CalendarYear, durationText } from "@motcua/calendar";
import { applicableCase, applicableDocuments, documentTitle, factsAt, feesDue, gateProblem, legalLimit, limitDue } from "@motcua/dossier";
import { type Channel, conditionTexts, localSettings, moneyText, type ProcedureModule, type Province, unitCalendar } from "@motcua/procedure";

/** What a dossier is asked about. */
export interface NeedsRequest {
  readonly module: ProcedureModule;
  readonly province: Province;
  readonly calendars: readonly CalendarYear[];
  readonly channel: Channel;
  readonly form: unknown;
  readonly answers: Readonly<Record<string, boolean>>;
  /** ISO 8601 with offset: when it is received. */
  readonly now: string;
}

/** What a dossier with these answers would need, cost and take, if it were received now. */
export interface NeedsNow {
  /** Name of the case; none applies where absent. */
  readonly case?: string;
  /** Why it is not taken in at all. */
  readonly gate?: string;
  readonly documents: readonly { readonly name: string; readonly how: string; readonly needed: boolean }[];
  readonly fees: readonly { readonly name: string; readonly vnd: number | null; readonly foreign?: string; readonly waived?: string; readonly reduced?: string }[];
  readonly due?: { readonly at: string; readonly limit: string; readonly provisional: boolean };
}

const MODES = { submit: "nộp", present: "xuất trình", lookup: "cơ quan tự tra cứu" } as const;

/** Asks the procedure's own code. */
export function needsNow({ module, province, calendars, channel, form, answers, now }: NeedsRequest): NeedsNow {
  const { procedure } = module;
  const facts = factsAt(module, { form, channel, submittedAt: now, answers, records: {} }, now);
  const found = applicableCase(module, facts);
  const gate = gateProblem(module, facts)?.message.vi;
  const documents = applicableDocuments(module, facts).map((document) => ({
    name: documentTitle(document).vi,
    how: [MODES[document.definition.mode], ...conditionTexts(document.definition, document.requirements).map(({ vi }) => vi)].join("; "),
    needed: document.needed,
  }));
  if (found === undefined) return { documents, fees: [], ...(gate === undefined ? {} : { gate }) };
  const local = localSettings(province, procedure);
  const localFees = local?.fees ?? {};
  const limit = legalLimit(procedure, { case: found, channel }, local?.limits);
  const { due, provisional } = limitDue(now, limit, unitCalendar(province, undefined, calendars));
  return {
    case: procedure.cases[found]?.name.vi ?? found,
    ...(gate === undefined ? {} : { gate }),
    documents,
    fees: feesDue(module, facts, { case: found, localFees }).map(({ name, vnd, foreign, waived, reduced }) => ({
      name: name.vi, vnd,
      ...(foreign === undefined ? {} : { foreign: moneyText(foreign) }), ...(waived === undefined ? {} : { waived: waived.vi }), ...(reduced === undefined ? {} : { reduced: reduced.reason.vi }),
    })),
    due: { at: due, limit: durationText(limit.limit), provisional },
  };
}
