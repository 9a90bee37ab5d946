import { expect, test } from "vitest";
import { parseSchedule } from "./schedule-expression.ts";

const after = Date.parse("2026-10-05T08:07:30.000Z"); // a Monday

test.each([
  ["rate(1 minute)", "2026-10-05T08:08:30.000Z"],
  ["rate(2 hours)", "2026-10-05T10:07:30.000Z"],
  ["at(2026-10-06T00:00:00)", "2026-10-06T00:00:00.000Z"],
  ["cron(0 9 * * ? *)", "2026-10-05T09:00:00.000Z"],
  ["cron(0/15 * * * ? *)", "2026-10-05T08:15:00.000Z"],
  ["cron(30 1 ? * MON-FRI *)", "2026-10-06T01:30:00.000Z"],
  ["cron(0 0 1 JAN,JUL ? *)", "2027-01-01T00:00:00.000Z"],
])("%s is next due at %s", (expression, due) => {
  expect(new Date(parseSchedule(expression)(after) ?? 0).toISOString()).toBe(due);
});

test("an instant that has passed is never due again", () => {
  expect(parseSchedule("at(2026-01-01T00:00:00)")(after)).toBeUndefined();
});

test.each(["every minute", "cron(0 0 L * ? *)", "rate(5 fortnights)"])("refuses %s", (expression) => {
  expect(() => parseSchedule(expression)).toThrow("not known");
});
