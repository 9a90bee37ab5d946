import { parseDay } from "../day.ts";
import type { Format } from "./format.ts";

/** `date`: a day that exists, as `YYYY-MM-DD`. */
export const date: Format = {
  name: "date",
  test: isDate,
  phrase: { vi: "là một ngày có thật, ví dụ 05/09/2026", en: "as a day that exists, for example 05/09/2026" },
};

function isDate(text: string): boolean {
  return parseDay(text) !== undefined;
}
