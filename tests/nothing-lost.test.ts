import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { verifyChain } from "@motcua/dossier";
import type { Act, DossierView } from "@motcua/handlers";
import { KillableShop } from "./killable-shop.ts";
import { freshShop, procedureOf, sampleOf } from "./shop.ts";

const KILLS = 20;
const OFFICER_OF: Readonly<Record<string, string>> = {
  can_bo_tiep_nhan: "motcua",
  cong_chuc_thu_ly: "chuyenvien",
  lanh_dao_ubnd: "lanhdao",
  lanh_dao_phong: "truongphong",
  van_thu: "vanthu",
};

/** A seeded generator, so that a failing run can be repeated: the seed is in the test's name. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

describe("nothing lost", () => {
  const data = mkdtempSync(join(tmpdir(), "motcua-kill-"));
  const shop = new KillableShop(data);
  const seed = Number(process.env["MOTCUA_SEED"] ?? Date.now() % 1_000_000);
  afterAll(async () => {
    await shop.kill();
    rmSync(data, { recursive: true, force: true });
  });

  it(`a dossier reaches its result although the runtime is killed ${KILLS} times (seed ${seed})`, { timeout: 600_000 }, async () => {
    const { module, sample } = await definition();
    await shop.start();
    const dice = random(seed);
    let kills = 0;
    const killer = (async () => {
      while (kills < KILLS) {
        await pause(40 + dice() * 700);
        await shop.kill();
        kills += 1;
        await shop.start();
      }
    })();

    const key = randomUUID();
    const receipt = await insist(async () => {
      const client = await shop.client("motcua");
      return client.submit(module, {
        channel: "counter",
        receivingUnit: sample.receivingUnit ?? "",
        form: sample.form,
        answers: sample.answers ?? {},
        documents: sample.documents,
        resultBy: "counter",
        draft: "",
        idempotencyKey: key,
      });
    });
    const { code } = receipt;
    let view = await see(code);
    while (view.state.endedAt === undefined) {
      view = await actOnce(code, view, kills < KILLS ? dice : undefined);
    }
    await killer;
    await shop.ask("idle");

    const reader = await shop.client("motcua");
    const log = await reader.rawLog(code);
    if (!log.ok) throw new Error(JSON.stringify(log.problems));
    const batches = log.value.map((body) => JSON.parse(body) as { seq: number; events: { type: string; task?: unknown }[] });
    expect(batches.map(({ seq }) => seq)).toEqual(batches.map((_, index) => index + 1));
    expect(verifyChain(log.value)).toEqual({ ok: true });
    const done = batches.flatMap(({ events }) => events.filter(({ type }) => type === "task-done").map(({ task }) => String(task)));
    expect(new Set(done).size).toBe(done.length);
    expect(batches.flatMap(({ events }) => events).filter(({ type }) => type === "returned")).toHaveLength(1);
    const last = await see(code);
    expect(last.state.nationalStatus).toBe(10);
    const executions = await shop.ask<readonly { name: string; status: string }[]>("executions");
    expect(executions.filter(({ status }) => status !== "SUCCEEDED")).toEqual([]);
  });

  async function definition() {
    const once = await freshShop();
    try {
      const procedure = procedureOf(once, "2.000635");
      return { module: procedure.module, sample: sampleOf(procedure, "04-a") };
    } finally {
      await once.close();
    }
  }

  /** Repeats until the shop answers: what a client does when the line breaks. The key makes it safe. */
  async function insist<T>(attempt: () => Promise<{ ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }>): Promise<T> {
    for (let tries = 0; tries < 400; tries += 1) {
      try {
        const result = await attempt();
        if (result.ok) return result.value;
        const codes = result.problems.map(({ code }) => code);
        if (!codes.includes("busy") && !codes.includes("internal-error")) throw new Refused(codes.join(", "));
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      await pause(50);
    }
    throw new Error("the shop never answered");
  }

  async function see(code: string): Promise<DossierView> {
    return insist(async () => (await shop.client("motcua")).dossier(code));
  }

  async function actOnce(code: string, view: DossierView, dice: (() => number) | undefined): Promise<DossierView> {
    const task = Object.values(view.state.tasks).find((open) => open.assignee.kind === "role");
    if (task === undefined || task.assignee.kind !== "role") {
      await pause(30);
      return see(code);
    }
    const { role } = task.assignee;
    const choice = view.tasks.find(({ id }) => id === task.id) ?? (await asOfficer(code, role)).tasks.find(({ id }) => id === task.id);
    if (choice === undefined) return see(code);
    const act: Act = {
      act: "complete",
      task: task.id,
      outcome: choice.outcomes[0]?.id ?? "",
      ...(choice.kind === "return" ? { recipient: { name: "Người nhận", by: "counter" as const } } : {}),
      ...(choice.record === undefined ? {} : { record: recordFor(choice.record) }),
    };
    if (dice !== undefined) await pause(dice() * 1_200);
    const key = randomUUID();
    await insist(async () => (await shop.client(OFFICER_OF[role] ?? "motcua")).act(code, act, key));
    return see(code);
  }

  async function asOfficer(code: string, role: string): Promise<DossierView> {
    return insist(async () => (await shop.client(OFFICER_OF[role] ?? "motcua")).dossier(code));
  }
});

class Refused extends Error {
  override readonly name = "Refused";
}

/** Placeholder replaced by the driver's own blank record. */
function recordFor(_schema: unknown): unknown {
  return {};
}
