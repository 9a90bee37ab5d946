import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { driveSample, main, type OpenShop } from "@motcua/cli";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { PortalDossier } from "../packages/local/src/connector/national-portal.ts";
import { MODULES, SAMPLES } from "../packages/portal/src/testing/real-shop.ts";
import { KillableShop } from "./killable-shop.ts";
import { freshShop, procedureOf, sampleOf } from "./shop.ts";

const folder = mkdtempSync(join(tmpdir(), "motcua-portal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Statuses of a log, in order: what the portal has to have been told. */
async function statusesOf(shop: Pick<OpenShop, "client">, code: string): Promise<readonly string[]> {
  const log = await (await shop.client("motcua")).log(code);
  return log.ok ? log.value.flatMap(({ events }) => events).flatMap((event) => (event.type === "status-changed" ? [String(event.to)] : [])) : expect.fail("no log");
}

describe("the national portal", () => {
  let shop: OpenShop;
  const data = join(folder, "whole");
  beforeAll(async () => {
    shop = await freshShop({ data });
  }, 120_000);
  afterAll(() => shop.close());

  async function sync(...args: readonly string[]): Promise<string> {
    const lines: string[] = [];
    const spy = vi.spyOn(console, "log").mockImplementation((...parts: unknown[]) => void lines.push(parts.join(" ")));
    try {
      expect(await main(["sync", ...args, "--data", data])).toBe(0);
    } finally {
      spy.mockRestore();
    }
    return lines.join("\n");
  }

  it.each([["1.013225", "07-a"], ["2.000635", "04-a"], ["1.001193", "01-b"]] as const)("is told every status of %s %s in order, in messages its schema takes", async (code, prefix) => {
    const procedure = procedureOf(shop, code);
    const driven = await driveSample({ shop, procedure, sample: sampleOf(procedure, prefix) });
    if (driven.kind !== "dossier") expect.fail("not taken");
    await shop.local.idle();
    await shop.local.runSchedules();
    await shop.local.idle();
    const told = shop.local.connectors.portal().find((dossier) => dossier.code === driven.state.code);
    expect(told?.statuses).toEqual(await statusesOf(shop, driven.state.code));
    expect(JSON.parse(await sync("list", "--refused", "--json"))).toEqual({ state: "refused", items: [] });
    const after = await (await shop.client("motcua")).dossier(driven.state.code);
    expect(after.ok ? after.value.state.unsynced : undefined).toEqual([]);
  }, 120_000);

  it("waits while the platform is down, is listed meanwhile, and is told when it is back", async () => {
    const procedure = procedureOf(shop, "2.000635");
    shop.local.connectors.unavailableFor(1_000_000);
    const driven = await driveSample({ shop, procedure, sample: sampleOf(procedure, "04-a") });
    if (driven.kind !== "dossier") expect.fail("not taken");
    const { code } = driven.state;
    await shop.local.idle();
    await shop.local.runSchedules();
    const listed = JSON.parse(await sync("list", "--json")) as { items: { code: string; attempts: number }[] };
    expect(listed.items.find((item) => item.code === code)?.attempts).toBeGreaterThan(0);
    expect(await sync("list")).toContain(code);
    shop.local.connectors.unavailableFor(0);
    expect(await sync("retry", code)).toContain("gửi lại");
    await shop.local.runSchedules();
    await shop.local.idle();
    expect(shop.local.connectors.portal().find((dossier) => dossier.code === code)?.statuses).toEqual(await statusesOf(shop, code));
  }, 120_000);
});

describe("a shop that is killed while it tells the portal", () => {
  const KILLS = 8;
  const shop = new KillableShop(join(folder, "killed"));
  afterAll(() => shop.kill());

  it(`loses nothing and tells nothing twice, killed ${KILLS} times`, { timeout: 300_000 }, async () => {
    const module = MODULES.find(({ procedure }) => procedure.code === "2.000635");
    const sample = SAMPLES.find(({ id, sample: { expected } }) => id.startsWith("04-a") && expected.outcome === "accepted")?.sample;
    if (module === undefined || sample === undefined) throw new Error("no sample");
    await shop.start();
    const codes: string[] = [];
    for (let nth = 0; nth < 30; nth += 1) {
      const clerk = await shop.client("motcua");
      const receipt = await clerk.submit(module, { channel: "counter", receivingUnit: sample.receivingUnit ?? "", form: sample.form, answers: sample.answers ?? {}, documents: sample.documents, resultBy: "counter" });
      if (!receipt.ok) throw new Error("refused");
      const view = await clerk.dossier(receipt.value.code);
      const task = view.ok ? view.value.tasks[0] : undefined;
      expect((await clerk.act(receipt.value.code, { act: "complete", task: task?.id ?? "", outcome: task?.outcomes[0]?.id ?? "" })).ok).toBe(true);
      codes.push(receipt.value.code);
    }
    for (let kills = 0; kills < KILLS; kills += 1) {
      shop.ask("runSchedules").catch(() => undefined);
      await pause(40 + kills * 60);
      await shop.kill();
      await shop.start();
    }
    let told: readonly PortalDossier[] = [];
    for (let tries = 0; tries < 20; tries += 1) {
      await shop.ask("runSchedules");
      await shop.ask("idle");
      told = await shop.ask<readonly PortalDossier[]>("portal");
      const waiting = await (await shop.client("quantri")).unsent({ state: "waiting" });
      if (waiting.ok && waiting.value.items.length === 0) break;
    }
    const clerk = { client: (login?: string) => shop.client(login ?? "motcua") };
    for (const code of codes) expect(told.find((dossier) => dossier.code === code)?.statuses, code).toEqual(await statusesOf(clerk, code));
  });
});
