import { localDate } from "@motcua/calendar";
import { describe, expect, it } from "vitest";
import type { ProcedureModule } from "@motcua/procedure";
import { agreeLimit } from "./agree-limit.ts";
import { limitDue } from "./deadlines.ts";
import { must, type Life } from "./testing/life.ts";
import { redrawn } from "./testing/redrawn.ts";

/** Three working days, or longer as agreed; the day is read from what the examination records. */
const agreeing = (atMost?: string) => ({ procedure, expressions }: ProcedureModule): Partial<ProcedureModule> => {
  const [id = "", found] = Object.entries(procedure.cases).find(([name]) => name.includes("ham")) ?? Object.entries(procedure.cases)[0] ?? [];
  const cases = Object.fromEntries(Object.entries(procedure.cases).map(([name, one]) => [name, { ...one, limit: { ...one.limit, time: "3wd", agreed: { day: "steps.tham_dinh.ngay_hen", source: "Giả định", ...(atMost === undefined ? {} : { atMost }) } } }]));
  expect([id, found]).not.toContain(undefined);
  const read = Object.fromEntries(Object.keys(cases).map((name) => [`/procedure/cases/${name}/limit/agreed/day`, ({ steps }: { readonly steps?: Readonly<Record<string, unknown>> }) => (steps?.["tham_dinh"] as { readonly ngay_hen?: string } | undefined)?.ngay_hen]));
  return { procedure: { ...procedure, cases }, expressions: { ...expressions, ...read }, checkRecord: (_, value) => ({ ok: true, value }) };
};

const started = async (atMost?: string): Promise<Life> => {
  const life = await redrawn({}, agreeing(atMost));
  must(life.submit());
  life.at = "2026-10-05T09:00:00+07:00";
  must(life.complete("tiep_nhan"));
  must(life.complete("phan_cong"));
  return life;
};
const recorded = (life: Life, ngay_hen: string) => life.complete("tham_dinh", undefined, { record: { ngay_hen } });

describe("a limit by agreement", () => {
  it("ends with the agreed day, by an event that says so", async () => {
    const life = await started();
    expect(life.state.due).toBe("2026-10-08T17:00:00+07:00");
    must(recorded(life, "2026-10-14"));
    expect(life.state).toMatchObject({ due: "2026-10-14T17:00:00+07:00", firstDue: "2026-10-08T17:00:00+07:00", agreed: { day: "2026-10-14", limit: "7wd" } });
    expect(life.events).toContainEqual({
      type: "agreed", agreed: { day: "2026-10-14", limit: "7wd" }, step: "tham_dinh",
      due: { before: "2026-10-08T17:00:00+07:00", after: "2026-10-14T17:00:00+07:00", provisional: false },
    });
  });

  it("on a day off ends with the next working day", async () => {
    const life = await started();
    must(recorded(life, "2026-10-11"));
    expect(life.state.due).toBe("2026-10-12T17:00:00+07:00");
  });

  it("keeps what a pause has moved before", async () => {
    const life = await started();
    const task = life.task("tham_dinh");
    must(life.do({ type: "request-supplement", actor: life.actorOf(task), at: life.at, task: task.id, defects: [{ text: "Thiếu bản vẽ" }] }));
    life.at = "2026-10-07T09:00:00+07:00";
    must(life.do({ type: "supplement", actor: { kind: "applicant", id: "citizen" }, at: life.at, documents: [] }));
    const moved = life.state.due;
    must(recorded(life, "2026-10-14"));
    expect(Date.parse(life.state.due ?? "")).toBeGreaterThan(Date.parse(moved ?? ""));
  });

  it("is none where the day is the law's own", async () => {
    const life = await started();
    must(recorded(life, "2026-10-08"));
    expect(life.state.agreed).toBeUndefined();
    expect(life.events.filter(({ type }) => type === "agreed")).toEqual([]);
  });

  it.each([
    ["before the legal time ends", undefined, "2026-10-07", "agreed-too-early"],
    ["beyond what may be agreed", "5wd", "2026-10-13", "agreed-too-late"],
    ["years away", undefined, "2036-10-13", "agreed-too-late"],
  ])("refuses a day %s, at the field of the record", async (_, atMost, day, code) => {
    const life = await started(atMost);
    const before = life.state;
    expect(recorded(life, day)).toMatchObject({ ok: false, problems: [{ code, pointer: "/record/ngay_hen" }] });
    expect(life.state).toBe(before);
    must(recorded(life, "2026-10-12"));
  });
});

describe("the working days an agreed day is", () => {
  const week = (to: string) => Object.fromEntries(["1", "2", "3", "4", "5"].map((day) => [day, [{ from: "07:30", to: "11:30" }, { from: "13:30", to }]]));
  const starts = ["2026-10-05T09:00:00+07:00", "2026-10-05T16:30:00+07:00", "2026-10-09T23:30:00+07:00", "2026-10-10T10:00:00+07:00"];
  const module = { procedure: { cases: { thuong: { limit: { time: "1wd", agreed: { day: "steps.tham_dinh.ngay_hen", source: "Giả định", atMost: "2mo" } } } } } } as unknown as ProcedureModule;

  it.each(["17:00", "24:00"])("are the fewest that reach it, wherever the limit begins; work ends at %s", (to) => {
    const calendar = { years: [], sessions: week(to) };
    for (const start of starts) {
      for (const cutOff of [undefined, "15:00"]) {
        const legal = { limit: { value: 1, unit: "wd" as const }, ...(cutOff === undefined ? {} : { cutOff }) };
        const reached = (days: number) => localDate(limitDue(start, { ...legal, limit: { value: days, unit: "wd" } }, calendar).due);
        const days = Array.from({ length: 18 }, (_, index) => `2026-10-${index + 14}`).filter((day) => day > reached(1));
        expect(days.length).toBeGreaterThan(15);
        for (const day of days) {
          const agreed = agreeLimit(module, { case: "thuong", day }, { start, legal, calendar });
          const fewest = Array.from({ length: 40 }, (_, index) => index + 1).find((days) => reached(days) >= day);
          expect(agreed, `${start} ${cutOff} ${day}`).toEqual({ ok: true, value: { day, limit: `${fewest}wd` } });
        }
      }
    }
  });
});
