import { executionName } from "@motcua/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import type { Registration } from "../ports/orchestrator.ts";
import { RetryableError } from "../retryable-error.ts";
import type { SampleShop } from "../testing/sample-shop.ts";
import { CITIZEN, CLERK, complete, EXPERT, sampleShop, submitted } from "../testing/sample-shop.ts";

describe("executions follow what was committed", () => {
  let shop: SampleShop;
  let code: string;
  beforeEach(async () => {
    shop = await sampleShop();
    code = await submitted(shop);
  });

  const registration = (wait: string, generation = 1): Registration => ({ code, generation, wait, token: `token of ${wait}` });
  const register = async (wait: string, generation = 1) => shop.handlers.register(registration(wait, generation));
  const answered = () => [...shop.ports.executions.answers.keys()];
  const accept = () => complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });

  it("starts the first generation with ids and named facts, nothing of the person", async () => {
    await shop.settle();
    const started = shop.ports.executions.started.get(executionName(code, 1));
    expect(started?.input).toMatchObject({ dossier: code, generation: 1, after: 1 });
    expect(JSON.stringify(started)).not.toMatch(/Nguyễn|0900|0872/);
  });

  it("answers when the outcome comes second", async () => {
    await shop.settle();
    await register("tiep_nhan@1");
    await shop.settle();
    expect(answered()).toEqual([]);
    await accept();
    await shop.settle();
    expect(answered()).toEqual(["token of tiep_nhan@1"]);
    expect(shop.ports.executions.answers.get("token of tiep_nhan@1")).toMatchObject({ outcome: "accept", after: 2 });
  });

  it("answers when the token comes second, and keeps the commit pending until then", async () => {
    await shop.settle();
    await accept();
    await shop.settle();
    expect(answered()).toEqual([]);
    expect(await shop.ports.dossiers.pendingBefore("2026-10-06T00:00:00Z", 10)).toMatchObject([{ code, seq: 2 }]);
    await register("tiep_nhan@1");
    await shop.settle();
    expect(answered()).toEqual(["token of tiep_nhan@1"]);
    expect(await shop.ports.dossiers.pendingBefore("2026-10-06T00:00:00Z", 10)).toEqual([]);
  });

  it("may be told everything twice", async () => {
    await register("tiep_nhan@1");
    await accept();
    const changes = [...shop.ports.stream];
    await shop.settle();
    const before = [new Map(shop.ports.executions.started), new Map(shop.ports.executions.answers)];
    for (const change of [...changes, ...changes.toReversed()]) await shop.handlers.dispatch(change);
    expect([shop.ports.executions.started, shop.ports.executions.answers]).toEqual(before);
  });

  it("stops the execution for a supplement and starts the next generation where it left", async () => {
    await shop.settle();
    const asked = await shop.handlers.act(CLERK, code, { act: "request-supplement", task: "tiep_nhan@1", defects: [{ text: "Thiếu bản sao", document: "giay_to" }] }, shop.key("ask"));
    expect(asked.ok).toBe(true);
    await shop.settle();
    expect([...shop.ports.executions.stopped.keys()]).toEqual([executionName(code, 1)]);
    const brought = await shop.handlers.act(CITIZEN, code, { act: "supplement", documents: [{ id: "giay_to", copy: 2, electronic: true }] }, shop.key("bring"));
    expect(brought.ok).toBe(true);
    await shop.settle();
    expect(shop.ports.executions.started.get(executionName(code, 2))?.input).toMatchObject({ generation: 2, after: 3 });
    // The first generation's state may still hand over its token: nobody answers it.
    await register("tiep_nhan@1");
    await register("tiep_nhan@3", 2);
    await accept();
    await shop.settle();
    expect(answered()).toEqual(["token of tiep_nhan@3"]);
  });

  it("stops the execution of a withdrawn dossier and leaves its waiting state unanswered", async () => {
    await register("tiep_nhan@1");
    await shop.settle();
    expect((await shop.handlers.act(CITIZEN, code, { act: "withdraw" }, shop.key("withdraw"))).ok).toBe(true);
    await shop.settle();
    expect([...shop.ports.executions.stopped.keys()]).toEqual([executionName(code, 1)]);
    expect(answered()).toEqual([]);
  });

  it("starts the next execution where a withdrawn dossier left when that is taken back, whichever of the two the stream brings first", async () => {
    await register("tiep_nhan@1");
    await shop.settle();
    expect((await shop.handlers.act(CLERK, code, { act: "complete", task: "tiep_nhan@1", outcome: "accept" }, shop.key("accept"))).ok).toBe(true);
    await shop.settle();
    expect((await shop.handlers.act(CITIZEN, code, { act: "withdraw" }, shop.key("withdraw"))).ok).toBe(true);
    expect((await shop.handlers.act(CITIZEN, code, { act: "revoke-withdrawal" }, shop.key("again"))).ok).toBe(true);
    const [first, second] = shop.ports.stream.splice(0);
    for (const change of [second, first]) if (change !== undefined) await shop.handlers.dispatch(change);
    const { started, stopped } = shop.ports.executions;
    expect([...stopped.keys()]).toEqual([executionName(code, 1)]);
    expect([...started.keys()]).toEqual([executionName(code, 1), executionName(code, 2)]);
    expect(JSON.stringify(started.get(executionName(code, 2))?.input)).toContain("tra_cuu");
    expect(await shop.handlers.reconcile()).toBe(0);
  });

  it("finds again what the stream never delivered", async () => {
    shop.ports.stream.length = 0;
    expect(await shop.handlers.reconcile()).toBe(0);
    shop.ports.setNow("2026-10-05T08:20:00+07:00");
    expect(await shop.handlers.reconcile()).toBe(1);
    expect([...shop.ports.executions.started.keys()]).toEqual([executionName(code, 1)]);
    expect(await shop.handlers.reconcile()).toBe(0);
  });

  it("issues silence when its time has come, once", async () => {
    expect((await shop.handlers.act(CLERK, code, { act: "request-supplement", task: "tiep_nhan@1", defects: [{ text: "Thiếu" }] }, shop.key("ask"))).ok).toBe(true);
    expect(await shop.handlers.sweep()).toBe(0);
    shop.ports.setNow("2026-10-16T08:00:00+07:00");
    expect(await shop.handlers.sweep()).toBe(1);
    expect(await shop.handlers.sweep()).toBe(0);
    expect((await shop.ports.dossiers.load(code))?.state).toMatchObject({ phase: "refused", nationalStatus: 3 });
  });
});

describe("a call to a register", () => {
  const at = { generation: 1, wait: "tra_cuu@2", step: "tra_cuu" } as const;

  async function waiting(call?: Parameters<typeof sampleShop>[0]) {
    const shop = await sampleShop(call);
    const code = await submitted(shop);
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    return { shop, code };
  }

  it("carries the dossier and the wait as its key, and commits its outcome once however often it is called", async () => {
    const keys: string[] = [];
    const { shop, code } = await waiting(async ({ idempotencyKey }) => {
      keys.push(idempotencyKey);
      return { outcome: "done", reference: "R-1" };
    });
    for (let call = 0; call < 3; call += 1) await shop.handlers.connect({ code, ...at, lastAttempt: false });
    expect(keys).toEqual([`${code}/tra_cuu@2`]);
    expect((await shop.ports.dossiers.load(code))?.state.outcomes).toMatchObject({ tra_cuu: "done" });
    await complete(shop, EXPERT, { code, step: "tham_tra", outcome: "du_dieu_kien" });
  });

  it("asks to be retried while attempts remain, and says unavailable on the last", async () => {
    const { shop, code } = await waiting(() => Promise.reject(new RetryableError("down")));
    await expect(shop.handlers.connect({ code, ...at, lastAttempt: false })).rejects.toMatchObject({ name: "RetryableError" });
    await shop.handlers.connect({ code, ...at, lastAttempt: true });
    expect((await shop.ports.dossiers.load(code))?.state.outcomes).toMatchObject({ tra_cuu: "unavailable" });
  });

  it("refuses to be retried for a dossier that does not exist", async () => {
    const { shop } = await waiting();
    await expect(shop.handlers.connect({ code: "H20.015-261005-9999", ...at, lastAttempt: false })).rejects.toMatchObject({ name: "TerminalError" });
  });
});
