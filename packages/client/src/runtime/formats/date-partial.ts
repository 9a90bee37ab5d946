import { parsePartialDay } from "../day.ts";
import type { Format } from "./format.ts";

/** `date-partial`: a year, a month or a day that exists, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Civil status knows birth dates without a day. */
export const datePartial: Format = {
  name: "date-partial",
  test: isPartialDate,
  phrase: { vi: "là ngày, tháng hoặc năm có thật, ví dụ 05/09/2026, 09/2026 hoặc 2026", en: "as a day, month or year that exists, for example 05/09/2026, 09/2026 or 2026" },
};

function isPartialDate(text: string): boolean {
  return parsePartialDay(text) !== undefined;
}
