import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CalendarYear } from "@motcua/calendar";
import { driveSample, main, type OpenShop } from "@motcua/cli";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freshShop, procedureOf, root, sampleOf } from "./shop.ts";

const DAY_MS = 24 * 3_600_000;
const DECISION = "QĐ 12/QĐ-UBND ngày 02/11/2026";
const folder = mkdtempSync(join(tmpdir(), "motcua-calendar-"));
const data = join(folder, "data");
const list = join(folder, "open.jsonl");
const change = join(folder, "2026.json");
const impact = join(folder, "impact.json");
let shop: OpenShop;
let past: string;
let touched: string;

/** Thrown to leave a dossier where it is. */
class Enough extends Error {}

/** A building permit at its appraisal, submitted some weeks after its sample's day. */
async function permit(weeks: number): Promise<string> {
  const procedure = procedureOf(shop, "1.013225");
  const { acceptedAt: _, ...sample } = sampleOf(procedure, "07-b");
  const submittedAt = new Date(Date.parse(sample.submittedAt) + weeks * 7 * DAY_MS).toISOString();
  let open = "";
  const driven = driveSample({ shop, procedure, sample: { ...sample, submittedAt }, beforeAct: async (code, { step }) => {
    open = code;
    if (step === "tham_dinh") throw new Enough();
  } });
  await expect(driven).rejects.toBeInstanceOf(Enough);
  await shop.local.idle();
  return open;
}

/** Runs `motcua calendar …` and gives its exit code and what it said. */
async function calendar(...args: readonly string[]): Promise<{ readonly exit: number; readonly said: string }> {
  const lines: string[] = [];
  const spy = vi.spyOn(console, "log").mockImplementation((...parts: unknown[]) => void lines.push(parts.join(" ")));
  try {
    return { exit: await main(["calendar", ...args]), said: lines.join("\n") };
  } finally {
    spy.mockRestore();
  }
}

async function logOf(code: string) {
  const found = await (await shop.client("motcua")).log(code);
  return found.ok ? found.value.flatMap(({ events }) => events) : expect.fail("no log");
}

/** The dates alone: the shop's own sweep may meanwhile mark a dossier late or end a consultation. */
async function datesOf(code: string) {
  const { due, firstDue } = await stateOf(code);
  return { due, firstDue };
}

async function stateOf(code: string) {
  const found = await (await shop.client("motcua")).dossier(code);
  return found.ok ? found.value.state : expect.fail("not seen");
}

beforeAll(async () => {
  const year = JSON.parse(readFileSync(join(root, "schemas", "calendars", "2026.json"), "utf8")) as CalendarYear;
  const swap = { name: { vi: "Hoán đổi" }, status: "OFFICIAL" as const, source: "Thông báo thử" };
  const days = [...year.days, { date: "2026-11-05", kind: "SWAP_OFF", ...swap }, { date: "2026-11-14", kind: "SWAP_WORK", ...swap }];
  writeFileSync(change, JSON.stringify({ ...year, $schema: "../contract/calendar.schema.json", days }));
  shop = await freshShop({ data });
  past = await permit(0);
  touched = await permit(4);
}, 120_000);
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a calendar that is changed late", () => {
  it("moves nothing before a decision, then exactly the dossier it touches, with both dates in the event", async () => {
    const before = await datesOf(touched);
    const untouched = await datesOf(past);
    expect((await calendar("export", "--data", data, "--out", list)).exit).toBe(0);
    const codes = readFileSync(list, "utf8").trim().split("\n").map((line) => (JSON.parse(line) as { code: string }).code);
    expect(codes).toEqual([past, touched].toSorted());
    const { said } = await calendar("impact", "--change", change, "--dossiers", list, "--json");
    const found = JSON.parse(said) as { affected: { code: string; due: string; wouldBe: string }[]; unexplained: string[] };
    expect(found).toMatchObject({ affected: [{ code: touched, due: before.due }], unexplained: [] });
    expect(await datesOf(touched)).toEqual(before);
    expect((await logOf(touched)).map(({ type }) => type)).not.toContain("redated");
    writeFileSync(impact, said);
    const applied = await calendar("apply", "--impact", impact, "--decision", DECISION, "--data", data);
    expect(applied.said).toContain("Đã dời 1 trên 1 hồ sơ.");
    expect(applied.exit).toBe(0);
    const wouldBe = found.affected[0]?.wouldBe;
    expect(await datesOf(touched)).toEqual({ due: wouldBe, firstDue: before.due });
    expect((await logOf(touched)).filter(({ type }) => type === "redated")).toMatchObject([{ due: { before: before.due, after: wouldBe } }]);
    expect(await datesOf(past)).toEqual(untouched);
    expect((await logOf(past)).map(({ type }) => type)).not.toContain("redated");
  });

  it("moves nothing twice", async () => {
    expect((await calendar("apply", "--impact", impact, "--decision", DECISION, "--data", data)).exit).toBe(0);
    expect((await logOf(touched)).filter(({ type }) => type === "redated")).toHaveLength(1);
  });

  it("reads a move that was decided: what has moved is neither affected again nor unexplained", async () => {
    expect((await calendar("export", "--data", data, "--out", list)).exit).toBe(0);
    const lines = readFileSync(list, "utf8").trim().split("\n").map((line) => JSON.parse(line) as { code: string; moved?: { after: string } });
    expect(lines.filter(({ moved }) => moved !== undefined)).toMatchObject([{ code: touched }]);
    const { said } = await calendar("impact", "--change", change, "--dossiers", list, "--json");
    expect(JSON.parse(said)).toMatchObject({ affected: [], unexplained: [] });
  });

  it.each([
    ["a decision that says nothing", ["--impact", impact, "--decision", " "], 2],
    ["a file that is no impact", ["--impact", list, "--decision", DECISION], 2],
    ["whoever does not sign", ["--impact", join(folder, "again.json"), "--decision", DECISION, "--as", "vanthu"], 1],
  ] as const)("refuses %s, and moves nothing", async (_, args, exit) => {
    const { due } = await stateOf(touched);
    writeFileSync(join(folder, "again.json"), JSON.stringify({ affected: [{ code: touched, due, wouldBe: "2026-11-20T17:00:00+07:00" }] }));
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect((await calendar("apply", ...args, "--data", data)).exit).toBe(exit);
    error.mockRestore();
    expect((await stateOf(touched)).due).toBe(due);
  });
});
