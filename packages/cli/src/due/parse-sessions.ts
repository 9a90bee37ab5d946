import type { Session, WorkCalendar } from "@motcua/calendar";
import { CommandFailure, EXIT } from "../exit.ts";

/** Sessions of an ordinary week in the civil service: Monday to Friday. */
export const DEFAULT_SESSIONS = "07:00-11:30,13:30-17:00";

const WORKWEEK = "1-5";
const DAYS = /^([1-7])(?:-([1-7]))?$/;
const SESSION = /^((?:[01]\d|2[0-3]):[0-5]\d)[-–]((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/**
 * Sessions as typed, by ISO weekday: `07:00-11:30,13:30-17:00` for Monday to Friday, or parts for days of their own:
 * `1-5=07:00-11:30,13:30-17:00;6=07:00-11:30`.
 * @throws CommandFailure when they are none, or overlap
 */
export function parseSessions(text: string): WorkCalendar["sessions"] {
  const week: Record<string, readonly Session[]> = {};
  for (const part of text.split(";")) {
    const [days, sessions] = part.includes("=") ? part.split("=") : [WORKWEEK, part];
    const match = DAYS.exec((days ?? "").trim());
    if (match === null) throw wrong(text);
    const first = Number(match[1]);
    for (let day = first; day <= Number(match[2] ?? first); day += 1) week[String(day)] = sessionsOf(sessions ?? "", text);
  }
  return week;
}

function sessionsOf(part: string, text: string): readonly Session[] {
  const sessions = part.split(",").map((session) => {
    const [, from, to] = SESSION.exec(session.trim()) ?? [];
    if (from === undefined || to === undefined || to <= from) throw wrong(text);
    return { from, to };
  });
  const sorted = sessions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (sorted.some(({ from }, index) => index > 0 && from < (sorted[index - 1]?.to ?? ""))) throw wrong(text);
  return sorted;
}

function wrong(text: string): CommandFailure {
  return new CommandFailure(`--sessions ${text}: cần các buổi không chồng nhau như ${DEFAULT_SESSIONS}, hoặc theo thứ như 1-5=${DEFAULT_SESSIONS};6=07:00-11:30 (1 là thứ Hai).`, EXIT.usage);
}
