import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { CalendarYear } from "@motcua/calendar";
import { calendarImpact } from "./calendar-impact.ts";

const folder = mkdtempSync(join(tmpdir(), "motcua-impact-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const year = JSON.parse(readFileSync(fileURLToPath(new URL("../../../../schemas/calendars/2026.json", import.meta.url)), "utf8")) as CalendarYear;
const swap = { name: { vi: "Hoán đổi" }, status: "OFFICIAL" as const, source: "Thông báo thử" };
const change = file("2026.json", JSON.stringify({
  ...year,
  $schema: "../contract/calendar.schema.json",
  days: [...year.days, { date: "2026-11-23", kind: "SWAP_OFF", ...swap }, { date: "2026-11-28", kind: "SWAP_WORK", ...swap }],
}));
const line = (given: object) => JSON.stringify({ limit: "3wd", unit: "H20.001", ...given });
const touched = line({ code: "H20.001-261118-0001", start: "2026-11-18T09:15:00+07:00", due: "2026-11-23T17:00:00+07:00" });
const before = line({ code: "H20.001-261110-0001", start: "2026-11-10T09:15:00+07:00", due: "2026-11-13T17:00:00+07:00" });
const unknown = line({ code: "H20.001-261110-0002", start: "2026-11-10T09:15:00+07:00", due: "2026-11-20T17:00:00+07:00" });
const ended = line({ code: "H20.001-261118-0002", start: "2026-11-18T09:15:00+07:00", due: "2026-11-23T17:00:00+07:00", endedAt: "2026-11-19T10:00:00+07:00" });
const numbered = JSON.stringify({ code: "H20.001-261119-0001", start: "2026-11-19T09:15:00+07:00", limit: 5, unit: "wd", due: "2026-11-27T17:00:00+07:00" });

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(options: Partial<Parameters<typeof calendarImpact>[0]>): Promise<string> {
  const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    await calendarImpact({ change, ...options });
    return print.mock.calls.map(([text]) => String(text)).join("\n");
  } finally {
    print.mockRestore();
  }
}

describe("motcua calendar impact", () => {
  const dossiers = file("open.jsonl", [touched, before, unknown, ended, numbered, ""].join("\n"));

  it("lists open dossiers whose due date would differ, and those it cannot explain", async () => {
    const answer = JSON.parse(await run({ dossiers, json: true })) as unknown;
    expect(answer).toEqual({
      year: 2026,
      dossiers: 4,
      affected: [
        { code: "H20.001-261118-0001", due: "2026-11-23T17:00:00+07:00", wouldBe: "2026-11-25T17:00:00+07:00", provisional: true },
        { code: "H20.001-261119-0001", due: "2026-11-27T17:00:00+07:00", wouldBe: "2026-11-28T17:00:00+07:00", provisional: true },
      ],
      unexplained: ["H20.001-261110-0002"],
    });
  });

  it("says to people that nothing has moved", async () => {
    const text = await run({ dossiers });
    expect(text).toContain("H20.001-261118-0001  17:00 thứ Hai 23/11/2026 → 17:00 thứ Tư 25/11/2026");
    expect(text).toContain("4 hồ sơ đang giải quyết, 2 hồ sơ sẽ có ngày hẹn khác. Chưa dời ngày nào");
  });

  it("finds nothing where the calendar stays as it is", async () => {
    const same = file("same.json", JSON.stringify({ $schema: "../contract/calendar.schema.json", ...year }));
    expect(JSON.parse(await run({ change: same, dossiers, json: true }))).toMatchObject({ affected: [] });
  });

  it.each<[string, Partial<Parameters<typeof calendarImpact>[0]>, RegExp]>([
    ["to work without a list, and says what one looks like", {}, /"code":"…"/],
    ["a change that is not there", { change: "khong-co.json", dossiers: "x" }, /Không có tệp/],
    ["a list that is not there", { dossiers: join(folder, "khong-co.jsonl") }, /Không đọc được/],
    ["a change that breaks the contract", { change: file("broken.json", JSON.stringify({ ...year, days: [{ date: "2026-13-01", kind: "FESTIVAL" }] })), dossiers: "x" }, /FESTIVAL|kind/],
    ["every line it cannot read, by its number and without its content", { dossiers: file("bad.jsonl", `${touched}\nNguyễn Văn A\n${line({ code: "X", start: "hôm qua" })}`) }, /bad\.jsonl:2: không phải.*\n.*bad\.jsonl:3: "start"/],
  ])("refuses %s", async (_, options, says) => {
    const refused = run(options);
    await expect(refused).rejects.toMatchObject({ name: "CommandFailure", message: expect.stringMatching(says) as string });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining("Nguyễn") as string });
  });
});
