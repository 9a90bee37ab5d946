import { describe, expect, it, vi } from "vitest";
import { due } from "./due.ts";

/** Runs the command and gives what it printed. */
async function run(options: Parameters<typeof due>[0]): Promise<string> {
  const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    await due(options);
    return print.mock.calls.map(([line]) => String(line)).join("\n");
  } finally {
    print.mockRestore();
  }
}

const json = async (options: Parameters<typeof due>[0]) => JSON.parse(await run({ ...options, json: true })) as Record<string, unknown>;

describe("motcua due", () => {
  it.each([
    ["2026-11-18T09:15", "3wd", "2026-11-23T17:00:00+07:00"],
    ["2026-08-21T18:10", "8wh", "2026-08-22T17:00:00+07:00"],
    ["2026-11-12T09:00", "10d", "2026-11-23T17:00:00+07:00"],
    ["2026-03-09T08:00", "2mo", "2026-05-11T17:00:00+07:00"],
    ["2026-02-13T15:20", "same-day", "2026-02-23T17:00:00+07:00"],
  ])("%s and %s are due %s", async (received, limit, expected) => {
    expect((await json({ received, limit }))["due"]).toBe(expected);
  });

  it("answers in the keys that are documented, and with segments when asked to explain", async () => {
    const asked = { received: "2026-11-18T09:15", limit: "3wd" };
    const answer = await json(asked);
    expect(Object.keys(answer)).toEqual(["due", "start", "provisional", "days", "pauses"]);
    expect(answer).toMatchObject({ start: "2026-11-18T09:15:00+07:00", provisional: true, pauses: [] });
    expect((answer["days"] as object[])[0]).toEqual({ date: "2026-11-18", kind: "WORKING", counted: false, why: "ngày tiếp nhận, không tính" });
    expect(await json({ ...asked, explain: true })).toHaveProperty("segments");
  });

  it("takes times of another zone, and sessions of another week", async () => {
    expect((await json({ received: "2026-11-18T02:15:00Z", limit: "3wd", mode: "SAME_TIME" }))["due"]).toBe("2026-11-23T09:15:00+07:00");
    const saturdays = "1-5=07:00-11:30,13:30-17:00;6=07:00–11:30";
    expect((await json({ received: "2026-03-12T09:00", limit: "2wd", sessions: saturdays }))["due"]).toBe("2026-03-14T11:30:00+07:00");
    expect((await json({ received: "2026-03-12T09:00", limit: "2wd", sessions: "08:00-16:00" }))["due"]).toBe("2026-03-16T16:00:00+07:00");
  });

  it("reads EXTEND to the minute unless told otherwise, and tells both dates", async () => {
    const asked = { received: "2026-03-02T08:00", limit: "5wd" };
    const pause = (policy: string) => [`2026-03-03T10:00/2026-03-05T14:30:${policy}`];
    const extended = await json({ ...asked, pause: pause("EXTEND") });
    expect(extended["due"]).toBe("2026-03-12T09:30:00+07:00");
    expect(extended["pauses"]).toEqual([{ from: "2026-03-03T10:00:00+07:00", to: "2026-03-05T14:30:00+07:00", policy: "EXTEND", before: "2026-03-09T17:00:00+07:00", after: "2026-03-12T09:30:00+07:00" }]);
    expect((await json({ ...asked, pause: pause("EXTEND"), extend: "days" }))["due"]).toBe("2026-03-11T17:00:00+07:00");
    expect((await json({ ...asked, pause: pause("RESTART") }))["due"]).toBe("2026-03-12T17:00:00+07:00");
  });

  it("explains to people, and warns of days that are not announced", async () => {
    const text = await run({ received: "2026-11-20T14:00", limit: "2wd", explain: true });
    expect(text).toContain("Hẹn trả       17:00 thứ Tư 25/11/2026");
    expect(text).toContain("Cảnh báo: ");
    expect(text).toContain("Đề nghị hoán đổi ngày làm việc 23/11/2026");
    expect(text).toMatch(/^ {8}thứ Ba 24\/11\/2026 +Ngày Văn hóa Việt Nam$/m);
    expect(await run({ received: "2026-03-09T08:00", limit: "2wd" })).not.toContain("Cảnh báo");
  });

  it("explains an interrupted limit both ways, so that the parts can be added up", async () => {
    const asked = { received: "2026-03-02T08:00", limit: "5wd", explain: true };
    const extended = await run({ ...asked, pause: ["2026-03-03T10:00/2026-03-05T14:30:EXTEND"] });
    expect(extended).toContain("17:00 thứ Hai 09/03/2026 → 09:30 thứ Năm 12/03/2026");
    expect(extended).toMatch(/^ {2}tính {2}thứ Ba 03\/03\/2026 .*tạm dừng từ 10:00: 3 giờ$/m);
    expect(extended).toMatch(/^ {2}tính {2}thứ Năm 05\/03\/2026 .*tạm dừng đến 14:30: 2 giờ 30 phút$/m);
    expect(extended).toMatch(/^ {2}tính {2}thứ Năm 12\/03\/2026 .*: 2 giờ 30 phút$/m);
    expect(extended).toContain("  Thời hạn: 3 giờ, từ 08:00 thứ Hai 02/03/2026 đến 10:00 thứ Ba 03/03/2026\n  Phần còn lại: 37 giờ, từ 14:30 thứ Năm 05/03/2026 đến 09:30 thứ Năm 12/03/2026");
    const restarted = await run({ ...asked, pause: ["2026-03-03T10:00/2026-03-05T14:30:RESTART"] });
    expect(restarted).toContain("17:00 thứ Hai 09/03/2026 → 17:00 thứ Năm 12/03/2026");
    expect(restarted).toContain("  Thời hạn: 1 ngày, từ 08:00 thứ Hai 02/03/2026 đến 10:00 thứ Ba 03/03/2026 (không được tính nữa)\n  Tính lại từ đầu: 5 ngày, từ 14:30 thứ Năm 05/03/2026 đến 17:00 thứ Năm 12/03/2026");
  });

  it("says why a pause moved nothing", async () => {
    const asked = { received: "2026-03-02T08:00", limit: "5wd" };
    expect(await run({ ...asked, pause: ["2026-02-05T10:00/2026-02-06T14:30:EXTEND"] })).toContain("ngày hẹn không đổi (thời hạn chưa bắt đầu tính)");
    expect(await run({ ...asked, pause: ["2026-04-03T10:00/2026-04-05T14:30:EXTEND"] })).toContain("ngày hẹn không đổi (thời hạn đã hết trước khi tạm dừng)");
  });

  it("names years without a calendar in one line", async () => {
    expect(await run({ received: "2031-05-01T09:00", limit: "800wd" })).toContain("Chưa có lịch năm 2031–2034");
  });

  it("says all options that are wrong at once", async () => {
    const wrong = { received: "2026-13-01T09:00", limit: "5xx", pause: ["foo", "2026-03-05T10:00/2026-03-03T14:30:EXTEND"], sessions: "08:00-07:00", mode: "NOON", cutOff: "3pm", extend: "weeks" };
    const said = await run(wrong).catch((error: Error) => error.message.split("\n").map((line) => line.split(" ")[0]));
    expect(said).toEqual(["--received", "--limit", "--mode", "--pause", "--pause", "--cut-off", "--sessions", "--extend"]);
  });

  it.each<[string, Partial<Parameters<typeof due>[0]>, RegExp]>([
    ["a date that does not exist", { received: "2026-02-30T09:00" }, /--received 2026-02-30T09:00/],
    ["a time without a clock", { received: "2026-02-20" }, /--received/],
    ["a limit without a unit", { limit: "3" }, /--limit 3: cần/],
    ["a third of a month", { limit: "1.3mo" }, /--limit/],
    ["a limit of centuries", { limit: "99999wd" }, /không quá 10000wd/],
    ["a limit of centuries in months", { limit: "9999mo" }, /không quá 480mo/],
    ["no limit at all", { limit: "0wd" }, /lớn hơn 0/],
    ["a year whose clocks nobody knows", { received: "9999-12-30T09:00" }, /1976–2199/],
    ["sessions that overlap", { sessions: "07:00-12:00,11:00-17:00" }, /không chồng nhau/],
    ["sessions that end before they begin", { sessions: "17:00-07:00" }, /--sessions/],
    ["an eighth day", { sessions: "8=07:00-11:30" }, /--sessions/],
    ["a mode it does not know", { mode: "NOON" }, /END_OF_DAY hoặc SAME_TIME/],
    ["a pause of an unknown policy", { pause: ["2026-03-03T10:00/2026-03-05T14:30:STOP"] }, /RESTART, EXTEND/],
    ["a pause that ends before it begins", { pause: ["2026-03-05T10:00/2026-03-03T14:30:EXTEND"] }, /phải sau/],
    ["a cut-off that is no time", { cutOff: "3pm" }, /--cut-off/],
    ["a reading of EXTEND it does not know", { extend: "weeks" }, /--extend/],
  ])("refuses %s", async (_, options, says) => {
    await expect(run({ received: "2026-03-02T08:00", limit: "5wd", ...options })).rejects.toMatchObject({ name: "CommandFailure", exitCode: 2, message: expect.stringMatching(says) as string });
  });
});
