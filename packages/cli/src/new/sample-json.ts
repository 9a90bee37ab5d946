import { type CalendarYear, dueDate, localDate, type WorkCalendar } from "@motcua/calendar";
import { applicableCase, applicableDocuments, factsAt, feesDue, legalLimit, limitDue } from "@motcua/dossier";
import { type Channel, localSettings, type ProcedureModule, type Province, type Sample, unitCalendar } from "@motcua/procedure";
import { exampleForm } from "./example-form.ts";

/** What a sample is made for. */
export interface SampleContext {
  readonly module: ProcedureModule;
  readonly province: Province;
  readonly calendars: readonly CalendarYear[];
}

const START = "T09:00:00+07:00";
const ACCEPTED = "T09:15:00+07:00";

/** A valid sample on the first working day of the procedure, with what must come of it computed by the procedure's own code. */
export function sampleJson({ module, province, calendars }: SampleContext): Sample & { readonly $schema: string } {
  const { procedure } = module;
  const calendar = unitCalendar(province, undefined, calendars);
  const day = firstWorkingDay(procedure.effective.from, calendar);
  const [submittedAt, acceptedAt] = [`${day}${START}`, `${day}${ACCEPTED}`];
  const channel: Channel = procedure.channels.find((one) => one === "counter") ?? procedure.channels[0] ?? "counter";
  const form = exampleForm(procedure.form, { root: procedure.form, province });
  const facts = factsAt(module, { form, channel, submittedAt, answers: {}, records: {} }, submittedAt);
  const found = applicableCase(module, facts) ?? "";
  const needed = applicableDocuments(module, facts).map(({ definition }) => definition);
  const local = localSettings(province, procedure);
  const localFees = local?.fees ?? {};
  const { due } = limitDue(acceptedAt, legalLimit(procedure, { case: found, channel }, local?.limits), calendar);
  const unit = province.units.find(({ level }) => procedure.levels.includes(level)) ?? province.units[0];
  return {
    $schema: "../../../../contract/sample.schema.json",
    id: "01-hop-le",
    submittedAt,
    acceptedAt,
    channel,
    ...(unit === undefined ? {} : { receivingUnit: unit.code }),
    form,
    documents: needed.map(({ id, copies = { original: 1 }, notOlderThan }) => ({ id, ...(channel === "online" ? { electronic: true } : copies), ...(notOlderThan === undefined ? {} : { issuedOn: day }) })),
    expected: {
      outcome: "accepted",
      case: found,
      documents: needed.map(({ id }) => id),
      fees: Object.fromEntries(feesDue(module, facts, { case: found, localFees }).map(({ id, vnd, foreign }) => [id, foreign ?? vnd])),
      due,
      nationalStatus: 10,
    },
    note: "Hồ sơ hợp lệ do motcua new sinh ra",
  };
}

/** The first day on or after `from` with a session that is still ahead at the hour a sample is handed in. */
function firstWorkingDay(from: string, calendar: WorkCalendar): string {
  // One working minute from midnight ends on the first day anybody works.
  return localDate(dueDate({ start: `${from}T00:00:00+07:00`, limit: { value: 1, unit: "min" }, calendar }).due);
}
