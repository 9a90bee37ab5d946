import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driveSample, meetsExpectation, type OpenShop, type ShopProcedure } from "@motcua/cli";
import { verifyChain } from "@motcua/dossier";
import { isError, type ProcedureFile } from "@motcua/procedure";
import { personalValues } from "./personal-values.ts";
import { of, read } from "./schema-files.ts";
import { freshShop } from "./shop.ts";

/** Every procedure of the repository; each version of one for itself. */
const VERSIONS = of("procedure").map((path) => read(path) as Pick<ProcedureFile, "code" | "effective">).map(({ code, effective: { from } }) => ({ code, from }));

describe("every sample of every procedure on the running assembly", () => {
  const data = mkdtempSync(join(tmpdir(), "motcua-end-"));
  let shop: OpenShop;
  const dossiers: string[] = [];
  beforeAll(async () => {
    shop = await freshShop({ data });
  });
  afterAll(async () => {
    await shop.close();
    rmSync(data, { recursive: true, force: true });
  });

  const offered = (code: string, from: string): ShopProcedure => {
    const found = shop.procedures.find(({ module: { procedure } }) => procedure.code === code && procedure.effective.from === from);
    if (found === undefined) throw new Error(`the shop does not offer ${code} from ${from}`);
    return found;
  };

  it.each(VERSIONS)("$code from $from has a valid, an unusual and an invalid sample", ({ code, from }) => {
    const outcomes = offered(code, from).samples.map(({ sample }) => sample.expected.outcome);
    expect(outcomes.filter((outcome) => outcome === "accepted").length).toBeGreaterThanOrEqual(2);
    expect(outcomes).toContain("invalid");
  });

  it.each(VERSIONS)("$code from $from: each sample ends as it says it should", { timeout: 300_000 }, async ({ code, from }) => {
    const procedure = offered(code, from);
    for (const { sample } of procedure.samples) {
      const driven = await driveSample({ shop, procedure, sample });
      expect(meetsExpectation(sample, driven), sample.id).toEqual([]);
      if (driven.kind === "refused") {
        const texts = driven.problems.filter(isError).map((problem) => problem.message.vi);
        expect(texts.every((text) => text.length > 0)).toBe(true);
        continue;
      }
      // The version in force on the day of receipt is pinned, whatever came into force since.
      expect(driven.state.version).toBe(procedure.module.procedure.version);
      dossiers.push(driven.state.code);
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

  it("keeps a chain for each dossier that verifies, every event once, and refuses a planted change", async () => {
    const reader = await shop.client("motcua");
    expect(dossiers.length).toBeGreaterThanOrEqual(10);
    for (const code of dossiers) {
      const log = await reader.rawLog(code);
      if (!log.ok) throw new Error(JSON.stringify(log.problems));
      expect(verifyChain(log.value), code).toEqual({ ok: true });
      const planted = log.value.map((body, index) => (index === 1 ? body.replace('"at":"2', '"at":"3') : body));
      expect(planted).not.toEqual(log.value);
      expect(verifyChain(planted), code).toMatchObject({ ok: false });
    }
  });

  it("leaks no personal value of any sample into executions, logs or queues", async () => {
    const values = shop.procedures.flatMap(({ samples }) => samples.flatMap(({ sample }) => personalValues(sample.form)));
    expect(new Set(values).size).toBeGreaterThan(60);
    const histories = shop.local.executions().map(({ executionArn }) => JSON.stringify(shop.local.executionHistory(executionArn)));
    const places = {
      executions: histories.join("\n"),
      logs: shop.local.logs().map(({ text }) => text).join("\n"),
      queues: JSON.stringify(shop.local.queues()),
      // What the runtime itself keeps of executions, queues and streams, byte for byte.
      traces: ["executions", "queues"].map((folder) => bytesBelow(join(data, folder))).join("\n"),
    };
    // A planted value is found where it would have leaked: the search itself is not blind.
    expect(leaks({ ...places, logs: `${places.logs}\n${values[0]}` }, values)).toEqual([`logs: ${values[0]}`]);
    expect(leaks(places, values)).toEqual([]);
    for (const text of Object.values(places)) expect(text.length).toBeGreaterThan(1);
  });
});

/** Every file below a folder as text. */
function bytesBelow(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
}

function leaks(places: Readonly<Record<string, string>>, values: readonly string[]): readonly string[] {
  const unique = [...new Set(values)];
  return Object.entries(places).flatMap(([place, text]) => unique.filter((value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1))).map((value) => `${place}: ${value}`));
}
