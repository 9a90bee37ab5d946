import type { CalendarYear, WorkCalendar } from "@motcua/calendar";
import { type DecideContext, provinceContext } from "@motcua/dossier";
import { unitCalendar, type ProcedureModule, type Province } from "@motcua/procedure";

/** Where samples of a procedure are rehearsed: a province, with what its units decide by, found once for all of them. */
export class RehearsalPlace {
  readonly #contexts = new Map<string | undefined, DecideContext>();

  constructor(
    readonly module: ProcedureModule,
    readonly province: Province,
    readonly calendars: readonly CalendarYear[],
  ) {}

  /** What a decision reads of the province where a unit settles the dossier. */
  contextOf(unit: string | undefined): DecideContext {
    const known = this.#contexts.get(unit);
    if (known !== undefined) return known;
    const calendar = unitCalendar(this.province, unit, this.calendars);
    // Nothing of a rehearsal is kept: nothing personal needs a hash in its place.
    const context = { ...provinceContext(this.module, { province: this.province, calendar, machine: "" }), hash: () => "" };
    this.#contexts.set(unit, context);
    return context;
  }

  /** The calendar of a unit: those that keep hours of their own count by them. */
  calendarOf(unit: string | undefined): WorkCalendar {
    return this.contextOf(unit).calendar;
  }
}
