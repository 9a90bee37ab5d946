import type { Result } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import type { Act, Caller } from "../handlers.ts";
import type { SampleShop } from "../testing/sample-shop.ts";
import { CITIZEN, CLERK, complete, EXPERT, LEADER, NEIGHBOUR, sampleShop, STRANGER, submitted } from "../testing/sample-shop.ts";

describe("acting on a dossier", () => {
  let shop: SampleShop;
  let code: string;
  beforeEach(async () => {
    shop = await sampleShop();
    code = await submitted(shop);
  });

  const act = (caller: Caller, what: Act, key = shop.key("act")) => shop.handlers.act(caller, code, what, key);
  const intake: Act = { act: "complete", task: "tiep_nhan@1", outcome: "accept" };

  it("shows each task to whoever holds its role in its unit, and to nobody else", async () => {
    const lines = async (caller: Caller) => {
      const list = await shop.handlers.worklist(caller);
      return list.ok ? list.value.items.map(({ task }) => task) : list.problems.map(({ code: problem }) => problem);
    };
    expect(await lines(CLERK)).toEqual(["tiep_nhan@1"]);
    expect(await lines(EXPERT)).toEqual([]);
    expect(await lines(STRANGER)).toEqual([]);
    expect(await lines(CITIZEN)).toEqual(["not-an-officer"]);
  });

  it("answers alike for a dossier that does not exist and one that may not be seen", async () => {
    const foreign = await act(STRANGER, intake);
    expect(codes(foreign)).toEqual(["not-found "]);
    expect(await shop.handlers.act(STRANGER, "H20.015-261005-9999", intake, shop.key("x"))).toEqual(foreign);
    expect(codes(await act(NEIGHBOUR, { act: "withdraw" }))).toEqual(["not-found "]);
    expect(codes(await shop.handlers.dossier(NEIGHBOUR, code))).toEqual(["not-found "]);
    expect(codes(await shop.handlers.log(STRANGER, code))).toEqual(["not-found "]);
  });

  it("refuses a colleague with another role, the owner, and a withdrawal by an officer", async () => {
    expect(codes(await act(EXPERT, intake))).toEqual(["not-your-task /task"]);
    expect(codes(await act(CITIZEN, intake))).toEqual(["not-your-task /task"]);
    expect(codes(await act(CLERK, { act: "withdraw" }))).toEqual(["not-your-task /act"]);
  });

  it("refuses to do a finished task twice, and answers a repeated key as the first time", async () => {
    const key = shop.key("once");
    const first = await act(CLERK, intake, key);
    expect(first.ok).toBe(true);
    await expect(act(CLERK, intake, key)).resolves.toEqual(first);
    expect(codes(await act(CLERK, intake))).toEqual(["task-not-open /task"]);
    expect(codes(await act(CLERK, { act: "complete", task: "tiep_nhan@1", outcome: "refuse", note: "x" }, key))).toEqual(["idempotency-key-reused "]);
    expect(await shop.ports.dossiers.log(code)).toHaveLength(2);
  });

  it("lets one of two officers who act at once win, and loses nothing", async () => {
    const results = await Promise.all([act(CLERK, intake), act(CLERK, intake), act(CLERK, intake)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok).map(codes)).toEqual([["task-not-open /task"], ["task-not-open /task"]]);
    expect(await shop.ports.dossiers.log(code)).toHaveLength(2);
  });

  it("goes from intake over a call to a register to the result, and tells its history without a name", async () => {
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    await connected();
    await complete(shop, EXPERT, { code, step: "tham_tra", outcome: "du_dieu_kien" });
    await complete(shop, LEADER, { code, step: "ky", outcome: "signed" });
    await complete(shop, CLERK, { code, step: "tra", outcome: "returned" });
    const seen = await shop.handlers.dossier(CITIZEN, code);
    if (!seen.ok) throw new Error("refused");
    expect(seen.value.state).toMatchObject({ nationalStatus: 10, phase: "returned" });
    expect(seen.value.tasks).toEqual([]);
    expect(seen.value.history.length).toBeGreaterThan(5);
    expect(JSON.stringify(seen.value.history)).not.toContain("Nguyễn Văn Thử");
  });

  async function connected(): Promise<void> {
    const state = (await shop.ports.dossiers.load(code))?.state;
    const task = Object.values(state?.tasks ?? {}).find(({ assignee }) => assignee.kind === "system");
    if (task === undefined) throw new Error("no system is asked");
    await shop.handlers.connect({ code, generation: 1, wait: task.wait, step: task.step, lastAttempt: false });
  }
});

function codes(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`);
}
