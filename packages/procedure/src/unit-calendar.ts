import type { CalendarYear, WorkCalendar } from "@motcua/calendar";
import type { Province } from "./province.ts";

/** The calendar of a unit: its own sessions, else the province's, and how the province reads what the law leaves open. */
export function unitCalendar(province: Pick<Province, "sessions" | "counting" | "units">, unit: string | undefined, years: readonly CalendarYear[]): WorkCalendar {
  const sessions = province.units.find(({ code }) => code === unit)?.sessions ?? province.sessions;
  if (province.counting === undefined) return { years, sessions };
  const { source: _, ...policy } = province.counting;
  return { years, sessions, policy };
}
