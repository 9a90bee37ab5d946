import { CommandFailure, EXIT } from "../exit.ts";

const GRAMMAR = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?$/;

/** Years in which Viet Nam's clocks are known: since the zone was fixed in 1975, and as far as anybody makes plans. */
const [FIRST, LAST] = ["1976", "2199"];

/** An instant as typed: ISO 8601, Asia/Ho_Chi_Minh where no offset is given. @throws CommandFailure when it is none */
export function parseInstant(text: string, option: string): string {
  const match = GRAMMAR.exec(text);
  const [, date = "", hours = "", minutes = "", seconds = ":00", offset = "+07:00"] = match ?? [];
  const midnight = new Date(`${date}T00:00:00Z`);
  if (match === null || Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) {
    throw new CommandFailure(`${option} ${text}: cần một thời điểm như 2026-11-18T09:15 (giờ Việt Nam) hoặc 2026-11-18T09:15:00+07:00.`, EXIT.usage);
  }
  if (date.slice(0, 4) < FIRST || date.slice(0, 4) > LAST) throw new CommandFailure(`${option} ${text}: chỉ nhận các năm ${FIRST}–${LAST}.`, EXIT.usage);
  return `${date}T${hours}:${minutes}${seconds}${offset}`;
}
