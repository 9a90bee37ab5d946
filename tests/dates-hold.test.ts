import { spawnSync } from "node:child_process";
import { driveSample, officerFor, type OpenShop } from "@motcua/cli";
import type { EventBatch, EventBody } from "@motcua/dossier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshShop, procedureOf, sampleOf } from "./shop.ts";

const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;
const DAY_MS = 24 * 3_600_000;

/** Thrown to leave a dossier where it is. */
class Enough extends Error {}

/** A date as papers print it. */
function printed(instant: string): string {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(new Date(Date.parse(instant) + 7 * 3_600_000).toISOString()) ?? [];
  return `${hour} giờ ${minute} phút, ngày ${day} tháng ${month} năm ${year}`;
}

describe("no date is ever rewritten", () => {
  let shop: OpenShop;
  let code = "";
  /** The log as exact bytes, each time it was looked at. */
  const seen: (readonly string[])[] = [];
  const papersThen = new Map<string, string>();

  beforeAll(async () => {
    shop = await freshShop();
  });
  afterAll(() => shop.close());

  const desk = () => shop.client("motcua");
  async function stateOf() {
    const found = await (await desk()).dossier(code);
    return found.ok ? found.value : expect.fail("not seen");
  }
  /** Looks at the log: what was seen before must still stand there, byte for byte. */
  async function look(): Promise<readonly EventBody[]> {
    const found = await (await desk()).proof(code);
    const log = found.ok ? found.value.log : expect.fail("no log");
    for (const before of seen) expect(log.slice(0, before.length)).toEqual(before);
    seen.push(log);
    return log.flatMap((body) => (JSON.parse(body) as EventBatch).events);
  }
  async function act(role: string, what: (task: string) => object, step: string): Promise<void> {
    const { state } = await stateOf();
    const task = Object.values(state.tasks).find((open) => open.step === step)?.id ?? "";
    const done = await (await shop.client(officerFor(shop, role))).act(code, what(task) as never);
    expect(done.ok ? "" : done.problems.map((problem) => `${problem.code} ${problem.pointer}`).join()).toBe("");
  }
  const textOf = (pdf: Uint8Array) => spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" }).stdout.normalize("NFC").replace(/\s+/gu, " ");
  async function paper(id: string): Promise<string> {
    const found = await (await desk()).paper(code, id);
    return hasPoppler ? textOf(found.ok ? found.value : expect.fail(`no paper ${id}`)) : "";
  }

  it("through a supplement, more time, a decision of the province and lateness: every move is an event from the date that was to the date that is", { timeout: 300_000 }, async () => {
    const procedure = procedureOf(shop, "1.013225");
    const { acceptedAt: _, ...sample } = sampleOf(procedure, "07-b");
    const driven = driveSample({ shop, procedure, sample, beforeAct: async (of, { step }) => {
      code = of;
      await look();
      if (step === "du_thao") throw new Enough();
    } });
    await expect(driven).rejects.toBeInstanceOf(Enough);
    const { state: supplemented } = await stateOf();
    const { firstDue = "" } = supplemented;
    expect(Date.parse(supplemented.due ?? "")).toBeGreaterThan(Date.parse(firstDue));
    papersThen.set("02-1", await paper("02-1"));

    const until = new Date(Date.parse(supplemented.due ?? "") + 5 * DAY_MS).toISOString().slice(0, 10);
    await act("cong_chuc_thu_ly", (task) => ({ act: "request-extension", task, until, reason: "Chờ ý kiến chuyên môn" }), "du_thao");
    expect((await stateOf()).state.due).toBe(supplemented.due);
    await act("lanh_dao_ubnd", (task) => ({ act: "approve-extension", task }), "@extension");
    const { state: extended } = await stateOf();
    papersThen.set("04", await paper("04"));
    await look();

    const decided = `${new Date(Date.parse(extended.due ?? "") + DAY_MS).toISOString().slice(0, 10)}T17:00:00+07:00`;
    await act("lanh_dao_ubnd", () => ({ act: "recompute-due", decision: "QĐ 12/QĐ-UBND", due: decided }), "du_thao");
    const { state: moved } = await stateOf();
    expect(Date.parse(moved.due ?? "")).toBe(Date.parse(decided));

    await shop.local.clock.set(new Date(Date.parse(decided) + 3 * DAY_MS).toISOString());
    await shop.local.runSchedules();
    await shop.local.idle();
    const { state: late } = await stateOf();
    expect([late.firstDue, late.due]).toEqual([firstDue, moved.due]);
    const events = await look();
    expect(events.some((event) => event.type === "lateness-recorded" && event.mark === "late" && event.held.length > 0)).toBe(true);

    const moves = events.flatMap((event) => ("due" in event && typeof event.due === "object" && event.due !== undefined ? [{ type: event.type, ...event.due }] : []));
    expect(moves.map(({ type }) => type)).toEqual(["accepted", "resumed", "extended", "redated"]);
    for (const [index, { before, after }] of moves.entries()) {
      if (index > 0) expect(before).toBe(moves[index - 1]?.after);
      if (index === 0) expect([before, after]).toEqual([undefined, firstDue]);
    }
    expect(moves.at(-1)?.after).toBe(late.due);
    expect(seen.length).toBeGreaterThan(5);
  });

  it.skipIf(!hasPoppler)("papers issued earlier say what they said, and a receipt printed now shows the first date beside the valid one", async () => {
    const { state } = await stateOf();
    for (const [id, text] of papersThen) expect(await paper(id)).toBe(text);
    const receipt = await (await desk()).receipt(code);
    const text = textOf(receipt.ok ? receipt.value : expect.fail("no receipt"));
    expect(text).toContain(printed(state.firstDue ?? ""));
    expect(text).toContain(printed(state.due ?? ""));
    const sheet = await paper("06");
    expect(sheet).toContain(printed(state.firstDue ?? ""));
    expect(sheet).toContain(printed(state.due ?? ""));
  });
});
