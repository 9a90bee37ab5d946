import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { blankRecord } from "@motcua/cli";
import { verifyChain } from "@motcua/dossier";
import type { Act, DossierView } from "@motcua/handlers";
import type { FormSchema } from "@motcua/procedure";
import { MODULES, SAMPLES } from "../packages/portal/src/testing/real-shop.ts";
import { KillableShop } from "./killable-shop.ts";

const KILLS = 20;
const TRIES = 600;
const OFFICER_OF: Readonly<Record<string, string>> = {
  can_bo_tiep_nhan: "motcua",
  cong_chuc_thu_ly: "chuyenvien",
  lanh_dao_ubnd: "lanhdao",
  van_thu: "vanthu",
};

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly { readonly code: string; readonly pointer: string }[] };

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
  const dice = random(seed);
  let kills = 0;
  /** Why the runtime could not be started again: waiting for it would be in vain. */
  let broken: unknown;
  afterAll(async () => {
    await shop.kill();
    rmSync(data, { recursive: true, force: true });
  });

  it(`a birth registration reaches its result although the runtime is killed ${KILLS} times (seed ${seed})`, { timeout: 900_000 }, async () => {
    const module = MODULES.find(({ procedure }) => procedure.code === "1.001193");
    const sample = SAMPLES.find(({ id }) => id.startsWith("01-a"))?.sample;
    if (module === undefined || sample === undefined) throw new Error("no birth registration");
    await shop.start();
    await shop.ask("setClock", sample.submittedAt);
    const key = randomUUID();
    const killer = killAtRandom();
    killer.catch((error: unknown) => {
      broken = error;
    });
    const receipt = await insist(async () =>
      (await shop.client("motcua")).submit(module, {
        channel: "counter", receivingUnit: sample.receivingUnit ?? "", form: sample.form, answers: sample.answers ?? {},
        documents: sample.documents, resultBy: "counter", idempotencyKey: key,
      }),
    );
    const { code } = receipt;
    for (let view = await see(code); view.state.endedAt === undefined; ) view = await actOnce(code, view);
    await killer;
    await shop.ask("idle");

    expect(kills).toBe(KILLS);
    const log = await insist(async () => (await shop.client("motcua")).rawLog(code));
    const batches = log.map((body) => JSON.parse(body) as { seq: number; events: { type: string; task?: unknown }[] });
    expect(batches.map(({ seq }) => seq)).toEqual(batches.map((_, index) => index + 1));
    expect(verifyChain(log)).toEqual({ ok: true });
    const events = batches.flatMap((batch) => batch.events);
    const done = events.filter(({ type }) => type === "task-done").map(({ task }) => String(task));
    expect(new Set(done).size).toBe(done.length);
    for (const once of ["submitted", "accepted", "result-signed", "result-sealed", "finished", "returned", "generation-started", "generation-ended"]) {
      expect(events.filter(({ type }) => type === once), once).toHaveLength(1);
    }
    expect((await see(code)).state.nationalStatus).toBe(10);
    const executions = await shop.ask<readonly { name: string; status: string }[]>("executions");
    expect(executions.map(({ status }) => status)).toEqual(["SUCCEEDED"]);
  });

  /** Ends the runtime as a power cut would, at moments nobody chose, and starts it again. */
  async function killAtRandom(): Promise<void> {
    while (kills < KILLS) {
      await pause(20 + dice() * 900);
      await shop.kill();
      kills += 1;
      await shop.start();
    }
  }

  /** Repeats until the shop answers: what a client does when the line breaks. The key makes it safe. */
  async function insist<T>(attempt: () => Promise<Answer<T>>): Promise<T> {
    let last = "";
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (broken !== undefined) throw broken;
      try {
        const result = await attempt();
        if (result.ok) return result.value;
        const codes = result.problems.map(({ code, pointer }) => `${code} ${pointer}`);
        if (!codes.some((code) => /^(busy|internal-error) /.test(code))) throw new Refused(codes.join(", "));
      } catch (error) {
        if (error instanceof Refused) throw error;
        last = error instanceof Error ? error.message : String(error);
      }
      await pause(50);
    }
    throw new Error(`the shop never answered: ${last}`);
  }

  async function see(code: string): Promise<DossierView> {
    return insist(async () => (await shop.client("motcua")).dossier(code));
  }

  /** Does what is open, spread over the kills that are left. A step that is done already, before an answer got lost, is passed over. */
  async function actOnce(code: string, view: DossierView): Promise<DossierView> {
    const task = Object.values(view.state.tasks).find((open) => open.assignee.kind === "role");
    if (task === undefined || task.assignee.kind !== "role") {
      await pause(40);
      return see(code);
    }
    const login = OFFICER_OF[task.assignee.role] ?? "motcua";
    const choice = (await insist(async () => (await shop.client(login)).dossier(code))).tasks.find(({ id }) => id === task.id);
    if (choice === undefined) return see(code);
    const act: Act = {
      act: "complete", task: task.id, outcome: choice.outcomes[0]?.id ?? "",
      ...(choice.kind === "return" ? { recipient: { name: "Người nhận", by: "counter" as const } } : {}),
      ...(choice.record === undefined ? {} : { record: blankRecord(choice.record as FormSchema, choice.record as FormSchema, "2026-10-05") }),
    };
    if (kills < KILLS) await pause(dice() * 2_500);
    const key = randomUUID();
    await insist(async () => (await shop.client(login)).act(code, act, key));
    return see(code);
  }
});

class Refused extends Error {
  override readonly name = "Refused";
}
