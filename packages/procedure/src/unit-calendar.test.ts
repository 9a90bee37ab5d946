import { dueDate, resumeDue } from "@motcua/calendar";
import { describe, expect, it } from "vitest";
import { unitCalendar } from "./unit-calendar.ts";

const day = [{ from: "07:00", to: "11:30" }, { from: "13:30", to: "17:00" }];
const sessions = { 1: day, 2: day, 3: day, 4: day, 5: day };
const units = [{ code: "H20.001", name: { vi: "Một" }, level: "commune" as const }, { code: "H20.002", name: { vi: "Hai" }, level: "commune" as const, sessions: { ...sessions, 6: [{ from: "07:00", to: "11:00" }] } }];
const years = [{ year: 2026, days: [], provisional: [] }];
const province = { sessions, units };
const source = "Quyết định thử";

describe("the calendar of a unit", () => {
  it("has the unit's own sessions, else the province's", () => {
    expect(unitCalendar(province, "H20.002", years).sessions).toBe(units[1]?.sessions);
    for (const unit of ["H20.001", "H20.999", undefined]) expect(unitCalendar(province, unit, years)).toEqual({ years, sessions });
  });

  it("counts as the province has decided: a pause by minutes, another cut-off, a shorter day", () => {
    const decided = unitCalendar({ ...province, counting: { extend: "MINUTES", sameDayCutOff: "10:00", hoursPerDay: 7, source } }, "H20.001", years);
    const common = unitCalendar(province, "H20.001", years);
    expect(decided.policy).toEqual({ extend: "MINUTES", sameDayCutOff: "10:00", hoursPerDay: 7 });
    const pause = { policy: "EXTEND", due: "2026-10-09T17:00:00+07:00", pausedAt: "2026-10-06T10:00:00+07:00", resumedAt: "2026-10-08T14:30:00+07:00", limit: { value: 5, unit: "wd" } } as const;
    expect(resumeDue({ ...pause, calendar: decided }).due).not.toBe(resumeDue({ ...pause, calendar: common }).due);
    const sameDay = { start: "2026-10-05T11:00:00+07:00", limit: { value: 1, unit: "same-day" } } as const;
    expect([dueDate({ ...sameDay, calendar: common }).due, dueDate({ ...sameDay, calendar: decided }).due]).toEqual(["2026-10-05T17:00:00+07:00", "2026-10-06T17:00:00+07:00"]);
  });
});
