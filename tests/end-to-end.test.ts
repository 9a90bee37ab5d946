import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driveSample, meetsExpectation, type OpenShop } from "@motcua/cli";
import { verifyChain } from "@motcua/dossier";
import { isError } from "@motcua/procedure";
import { freshShop, procedureOf } from "./shop.ts";

const CODES = ["1.001193", "2.000635", "1.004873", "1.013225"];

describe("every sample of the four procedures on the running assembly", () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await freshShop();
  });
  afterAll(() => shop.close());

  it.each(CODES)("%s has a valid, an unusual and an invalid sample", (code) => {
    const outcomes = procedureOf(shop, code).samples.map(({ sample }) => sample.expected.outcome);
    expect(outcomes.filter((outcome) => outcome === "accepted").length).toBeGreaterThanOrEqual(2);
    expect(outcomes).toContain("invalid");
  });

  it.each(CODES)("%s: each sample ends as it says it should", { timeout: 300_000 }, async (code) => {
    const procedure = procedureOf(shop, code);
    for (const { sample } of procedure.samples) {
      const driven = await driveSample({ shop, procedure, sample });
      expect(meetsExpectation(sample, driven), sample.id).toEqual([]);
      if (driven.kind === "refused") {
        const texts = driven.problems.filter(isError).map((problem) => problem.message.vi);
        expect(texts.every((text) => text.length > 0)).toBe(true);
        continue;
      }
      expect(driven.state.running).toBe(false);
      expect(driven.papers).toBe(1);
    }
  });

  it("leaves every execution closed, as many as there were generations", async () => {
    await shop.local.idle();
    const executions = shop.local.executions();
    expect(executions.filter(({ status }) => status === "RUNNING")).toEqual([]);
    expect(executions.filter(({ status }) => status === "FAILED")).toEqual([]);
    expect(executions.length).toBeGreaterThan(0);
  });

  it("needed no grant it does not have", () => {
    expect(shop.local.failures()).toEqual([]);
  });

  it("keeps a chain for each dossier that verifies, and refuses a planted change", async () => {
    const reader = await shop.client("motcua");
    const code = shop.local.executions()[0]?.name.replace(/-\d+$/, "").replaceAll("_", ".") ?? "";
    const log = await reader.rawLog(code);
    if (!log.ok) throw new Error(JSON.stringify(log.problems));
    expect(verifyChain(log.value)).toEqual({ ok: true });
    const planted = log.value.map((body, index) => (index === 1 ? body.replace('"at":"2', '"at":"3') : body));
    expect(planted).not.toEqual(log.value);
    expect(verifyChain(planted)).toMatchObject({ ok: false });
  });
});
