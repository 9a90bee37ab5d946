import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { officerFor, type OpenShop, type ShopProcedure } from "@motcua/cli";
import { verifyChain } from "@motcua/dossier";
import type { Act, DossierView } from "@motcua/handlers";
import type { Sample } from "@motcua/procedure";
import { blankRecordOf, freshShop, procedureOf, sampleOf } from "./shop.ts";

let data: string;
let shop: OpenShop;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "motcua-ways-"));
  shop = await freshShop({ data });
});
afterEach(async () => {
  await shop.close();
  rmSync(data, { recursive: true, force: true });
});

/** Ends the shop and starts it again on its data: what a deployment, a crash or a night does. */
async function restart(): Promise<void> {
  await shop.close();
  shop = await freshShop({ data });
}

interface Way {
  readonly procedure: ShopProcedure;
  readonly sample: Sample;
  readonly code: string;
}

async function submit(code: string, prefix: string): Promise<Way> {
  const procedure = procedureOf(shop, code);
  const sample = sampleOf(procedure, prefix);
  await shop.local.clock.set(sample.submittedAt);
  const client = await shop.client(sample.channel === "online" ? "congdan" : officerFor(shop, "can_bo_tiep_nhan"));
  const receipt = await client.submit(procedure.module, {
    channel: sample.channel, receivingUnit: sample.receivingUnit ?? "", form: sample.form, answers: sample.answers ?? {},
    documents: sample.documents, resultBy: "counter", idempotencyKey: randomUUID(),
  });
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.problems.map(({ code: problem, pointer }) => `${problem} ${pointer}`)));
  return { procedure, sample, code: receipt.value.code };
}

async function view({ code }: Way): Promise<DossierView> {
  const seen = await (await shop.client(officerFor(shop, "can_bo_tiep_nhan"))).dossier(code);
  if (!seen.ok) throw new Error("not seen");
  return seen.value;
}

async function act(way: Way, login: string, what: Act): Promise<void> {
  const done = await (await shop.client(login)).act(way.code, what, randomUUID());
  if (!done.ok) throw new Error(done.problems.map(({ code, pointer }) => `${code} ${pointer}`).join(", "));
}

/** Completes an open step as whoever holds it; answers for one consulted unit where it is a consultation. */
async function complete(way: Way, step: string, outcome?: string, record?: unknown): Promise<void> {
  const { state } = await view(way);
  const task = Object.values(state.tasks).find((open) => open.step === step);
  if (task === undefined) throw new Error(`${step} is not open`);
  const { assignee } = task;
  if (assignee.kind === "unit") return act(way, officerFor(shop, "co_quan_phoi_hop"), { act: "answer", task: task.id, answer: "agreed" });
  const definition = way.procedure.module.procedure.workflow.steps[step];
  const login = assignee.kind === "role" ? officerFor(shop, assignee.role) : "congdan";
  const filled = record ?? blankRecordOf(way.procedure, step);
  await act(way, login, {
    act: "complete", task: task.id, outcome: outcome ?? Object.keys(definition?.next ?? {})[0] ?? "",
    ...(filled === undefined ? {} : { record: filled }),
    ...(definition?.kind === "return" ? { recipient: { name: "Người Nhận", by: "counter" as const } } : {}),
  });
}

async function toTheEnd(way: Way): Promise<void> {
  for (let acts = 0; acts < 40; acts += 1) {
    const { state } = await view(way);
    if (state.endedAt !== undefined) return;
    const task = Object.values(state.tasks).find(({ assignee }) => assignee.kind !== "system");
    if (task === undefined) await shop.local.idle();
    else await complete(way, task.step);
  }
  throw new Error("it does not end");
}

/** What must hold of a dossier that has ended, of its log and of every execution there was. */
async function endedWell(way: Way, nationalStatus: number): Promise<void> {
  await shop.local.idle();
  const { state } = await view(way);
  expect(state).toMatchObject({ nationalStatus, running: false, tasks: {} });
  const log = await (await shop.client(officerFor(shop, "can_bo_tiep_nhan"))).rawLog(way.code);
  if (!log.ok) throw new Error("no log");
  expect(verifyChain(log.value)).toEqual({ ok: true });
  const executions = shop.local.executions();
  expect(executions).toHaveLength(state.generation);
  expect(executions.filter(({ status }) => status === "RUNNING" || status === "FAILED")).toEqual([]);
  expect(shop.local.failures()).toEqual([]);
}

describe("token and outcome", () => {
  it("meet when the token comes first, at every step", { timeout: 120_000 }, async () => {
    const way = await submit("2.000635", "04-a");
    for (const step of ["tiep_nhan", "thu_phi", "tra_cuu", "ky", "dong_dau", "tra_ket_qua"]) {
      await shop.local.idle();
      await complete(way, step);
    }
    await endedWell(way, 10);
    expect(shop.local.executions()[0]?.status).toBe("SUCCEEDED");
  });

  it("meet when the outcome comes first, at every step", { timeout: 120_000 }, async () => {
    const release = shop.local.hold("RegisterTask");
    const way = await submit("2.000635", "04-a");
    await toTheEnd(way);
    expect((await view(way)).state.nationalStatus).toBe(10);
    expect(shop.local.executions()[0]?.status).toBe("RUNNING");
    release();
    await endedWell(way, 10);
    expect(shop.local.executions()[0]?.status).toBe("SUCCEEDED");
  });

  it("meet when the dispatcher was away all the while", { timeout: 120_000 }, async () => {
    const release = shop.local.hold("Dispatcher");
    const way = await submit("2.000635", "04-a");
    await toTheEnd(way);
    expect(shop.local.executions()).toEqual([]);
    release();
    await endedWell(way, 10);
    expect(shop.local.executions()[0]?.status).toBe("SUCCEEDED");
  });
});

describe("a withdrawal while units are consulted", () => {
  it.each([["with the shop running", false], ["with a restart before and after", true]])("ends the dossier and its execution, %s", { timeout: 120_000 }, async (_, withRestart) => {
    const way = await submit("1.004873", "03-b");
    await complete(way, "tiep_nhan");
    await complete(way, "tham_tra", "can_xac_minh", way.sample.script?.find(({ step }) => step === "tham_tra")?.record);
    await complete(way, "xac_minh");
    expect(Object.values((await view(way)).state.tasks).map(({ step }) => step)).toEqual(["xac_minh"]);
    if (withRestart) await restart();
    await act(way, officerFor(shop, "can_bo_tiep_nhan"), { act: "withdraw", reason: "Không còn nhu cầu" });
    if (withRestart) await restart();
    await endedWell(way, 7);
    expect(shop.local.executions()[0]?.status).toBe("ABORTED");
  });
});

describe("a supplement in the middle of a fork", () => {
  it.each([["with the shop running", false], ["with a restart at each turn", true]])("resumes where it left, answers kept, and reaches its result, %s", { timeout: 180_000 }, async (_, withRestart) => {
    const again = async () => (withRestart ? restart() : shop.local.idle());
    const way = await submit("1.013225", "07-b");
    await complete(way, "tiep_nhan");
    await complete(way, "phan_cong");
    await again();
    await complete(way, "lay_y_kien");
    const asked = Object.values((await view(way)).state.tasks).filter(({ step }) => step === "lay_y_kien");
    expect(asked.length).toBeGreaterThan(0);
    const task = Object.values((await view(way)).state.tasks).find(({ step }) => step === "tham_dinh");
    await act(way, officerFor(shop, "cong_chuc_thu_ly"), { act: "request-supplement", task: task?.id ?? "", defects: [{ document: "ban_ve_thiet_ke", text: "Thiếu sơ đồ đấu nối thoát nước" }] });
    await again();
    expect((await view(way)).state).toMatchObject({ phase: "supplement", nationalStatus: 5, running: false });
    await act(way, officerFor(shop, "can_bo_tiep_nhan"), { act: "supplement", documents: [{ id: "ban_ve_thiet_ke", sets: 2 }] });
    await again();
    const resumed = (await view(way)).state;
    expect(resumed).toMatchObject({ phase: "processing", running: true, generation: 2 });
    expect(Object.values(resumed.tasks).filter(({ step }) => step === "lay_y_kien")).toHaveLength(asked.length);
    await toTheEnd(way);
    await endedWell(way, 10);
    expect(shop.local.executions().map(({ status }) => status).toSorted()).toEqual(["ABORTED", "SUCCEEDED"]);
  });
});

it("a restart in the middle of every human step of a birth registration loses nothing and repeats nothing", { timeout: 240_000 }, async () => {
  const way = await submit("1.001193", "01-a");
  for (let acts = 0; acts < 20; acts += 1) {
    const { state } = await view(way);
    if (state.endedAt !== undefined) break;
    await restart();
    const task = Object.values(state.tasks).find(({ assignee }) => assignee.kind !== "system");
    if (task === undefined) await shop.local.idle();
    else await complete(way, task.step);
  }
  await endedWell(way, 10);
  expect(shop.local.executions()[0]?.status).toBe("SUCCEEDED");
});
