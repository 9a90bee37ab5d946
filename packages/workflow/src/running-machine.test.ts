import { TaskFailure } from "@motcua/engine";
import type { Join, Step } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { CONNECT_RETRIES } from "./print/retry-rules.ts";
import { forkOf, stepOf } from "./testing/step-of.ts";
import { WalkedDossier } from "./testing/walked-dossier.ts";

const HOUR = 3_600_000;
const SIDE_BY_SIDE: Readonly<Record<string, Step>> = {
  tach: forkOf({ trai: "xem", phai: "hoi" }, "ky"),
  xem: stepOf("task", { dat: "kiem_tra", dung: "@stop", xong_het: "@end" }),
  kiem_tra: stepOf("inspect", { dat: "@join" }),
  hoi: stepOf("consult", { answered: "@join", objected: "hoi" }),
  ky: stepOf("sign", { signed: "@end", returned: "tach" }),
};
const begun = async (steps: Readonly<Record<string, Step>>, facts: Readonly<Record<string, boolean>> = {}): Promise<WalkedDossier> => {
  const dossier = new WalkedDossier({ start: Object.keys(steps)[0] as string, steps });
  await dossier.begin(facts);
  return dossier;
};

describe("branches side by side", () => {
  const asked = { when_hoi: true };

  it("register what they wait for, and what follows goes by the branch that came last", async () => {
    const dossier = await begun(SIDE_BY_SIDE, asked);
    expect(dossier.registered()).toEqual(["hoi@1", "xem@1"]);
    await dossier.complete("xem", "dat", asked);
    await dossier.complete("kiem_tra", "dat", asked);
    expect(dossier.registered()).toEqual(["hoi@1"]);
    await dossier.complete("hoi", "objected", asked);
    expect(dossier.registered()).toEqual(["hoi@4"]);
    await dossier.complete("hoi", "answered", asked);
    expect(dossier.registered()).toEqual(["ky@5"]);
    await dossier.complete("ky", "signed", {});
    expect(dossier.status()).toBe("SUCCEEDED");
  });

  it("begin in the next generation where each of them stood", async () => {
    const dossier = await begun(SIDE_BY_SIDE, asked);
    await dossier.complete("xem", "dat", asked);
    await dossier.restart({});
    expect(dossier.registered()).toEqual(["hoi@3", "kiem_tra@3"]);
    await dossier.complete("kiem_tra", "dat", {});
    await dossier.restart({});
    expect(dossier.registered()).toEqual(["hoi@5"]);
    await dossier.complete("hoi", "answered", {});
    expect(dossier.registered()).toEqual(["ky@6"]);
  });

  it("are skipped one by one, and the fork with the last of them", async () => {
    const skipping = { ...SIDE_BY_SIDE, xem: stepOf("task", { dat: "@join" }, { when: "x" }) };
    expect((await begun(skipping, { when_xem: true })).registered()).toEqual(["xem@1"]);
    const dossier = await begun({ dau: stepOf("task", { dat: "tach" }), ...skipping });
    await dossier.complete("dau", "dat", {});
    expect(dossier.registered()).toEqual(["ky@2"]);
    expect(dossier.entered()).toEqual(["enter", "task_1", "task_1_next", "sign_1"]);
  });

  it.each(["dung", "xong_het"])("end together when one ends the whole way by %s", async (outcome) => {
    const dossier = await begun(SIDE_BY_SIDE, asked);
    await dossier.complete("xem", outcome, asked);
    expect(dossier.status()).toBe("SUCCEEDED");
  });

  it("end when the only way of a branch's step ends the whole way", async () => {
    const dossier = await begun({ ...SIDE_BY_SIDE, xem: stepOf("task", { dat: "@end" }) }, asked);
    await dossier.complete("xem", "dat", asked);
    expect(dossier.status()).toBe("SUCCEEDED");
  });

  it("are not begun when one of them would end the way at once", async () => {
    const steps = { dau: stepOf("task", { dat: "tach" }), ...SIDE_BY_SIDE, hoi: stepOf("consult", { answered: "@join" }, { when: "x", skip: "@end" }) };
    const dossier = await begun(steps);
    await dossier.complete("dau", "dat", {});
    expect(dossier.ended).toBe("completed");
    expect(dossier.status()).toBe("SUCCEEDED");
    expect(dossier.entered()).toEqual(["enter", "task_1", "task_1_next", "completed"]);
  });

  it("are not begun either when the others would be skipped", async () => {
    const xem = stepOf("task", { dat: "@join" }, { when: "x" });
    const steps = { dau: stepOf("task", { dat: "tach" }), ...SIDE_BY_SIDE, xem, hoi: stepOf("consult", { answered: "@join" }, { when: "x", skip: "@stop" }) };
    for (const facts of [{ when_xem: false }, { when_xem: true }]) {
      const dossier = await begun(steps);
      await dossier.complete("dau", "dat", facts);
      expect([dossier.ended, dossier.status(), dossier.entered().at(-1)]).toEqual(["stopped", "SUCCEEDED", "stopped"]);
    }
  });

  it("are not begun when a fork in one of them would end the way at once", async () => {
    const steps = {
      dau: stepOf("task", { dat: "ngoai" }),
      ngoai: forkOf({ mot: "trong", hai: "sau" }, "@end"),
      trong: forkOf({ mot: "dung", hai: "lam" }, "@join", { when: "x", skip: "@join" }),
      dung: stepOf("task", { dat: "@join" }, { when: "x", skip: "@stop" }),
      lam: stepOf("task", { dat: "@join" }),
      sau: stepOf("task", { dat: "@join" }, { when: "x" }),
    };
    const dossier = await begun(steps);
    await dossier.complete("dau", "dat", { when_trong: true });
    expect([dossier.ended, dossier.status()]).toEqual(["stopped", "SUCCEEDED"]);
    expect(dossier.entered()).toEqual(["enter", "task_1", "task_1_next", "stopped"]);
  });

  it("inside one another end the whole way too", async () => {
    const steps = { ngoai: forkOf({ mot: "tach", hai: "cho" }, "@end"), cho: stepOf("wait", { elapsed: "@join", objected: "@refuse" }), ...SIDE_BY_SIDE, ky: stepOf("sign", { signed: "@join", returned: "tach" }) };
    const dossier = await begun(steps, asked);
    expect(dossier.registered()).toEqual(["cho@1", "hoi@1", "xem@1"]);
    await dossier.restart(asked);
    await dossier.complete("xem", "xong_het", asked);
    expect(dossier.status()).toBe("SUCCEEDED");
  });
});

describe("branches that may fail", () => {
  const steps = (join: Join, next: Readonly<Record<string, string>>): Readonly<Record<string, Step>> => ({
    tach: { ...forkOf({ mot: "a", hai: "b", ba: "c" }, ""), join, next } as Step,
    a: stepOf("task", { ok: "@join", no: "@fail" }), b: stepOf("task", { ok: "@join", no: "@fail" }), c: stepOf("task", { ok: "@join", no: "@fail" }),
    tot: stepOf("sign", { signed: "@end", returned: "tach" }), phan: stepOf("return", { returned: "@end" }), khong: stepOf("task", { lai: "tach" }),
  });
  const joined = { joined: "tot", failed: "khong" };
  const settled = { all: "tot", some: "phan", none: "khong" };

  it.each<readonly [Join, readonly string[], string]>([
    ["any", ["a ok"], "tot"], ["any", ["c no", "a no", "b no"], "khong"], ["all", ["b no"], "khong"], ["all", ["b ok", "a ok", "c ok"], "tot"],
    [{ quorum: 2 }, ["a ok", "c ok"], "tot"], [{ quorum: 2 }, ["a no", "c no"], "khong"],
    ["settled", ["a ok", "b ok", "c ok"], "tot"], ["settled", ["a no", "b ok", "c no"], "phan"], ["settled", ["a no", "b no", "c no"], "khong"],
  ])("joined by %o, after %o the machine waits at %s and nowhere else", async (join, acts, at) => {
    const dossier = await begun(steps(join, join === "settled" ? settled : joined));
    for (const [index, act] of acts.entries()) {
      const [step = "", outcome = ""] = act.split(" ");
      if (index === 1) await dossier.restart({});
      await dossier.complete(step, outcome, {});
      expect(dossier.registered()).toEqual(dossier.expected());
    }
    expect(dossier.registered().map((wait) => wait.split("@")[0])).toEqual([at]);
  });

  it("are begun anew when the way leads back to their fork", async () => {
    const dossier = await begun(steps("all", joined));
    await dossier.complete("a", "no", {});
    await dossier.complete("khong", "lai", {});
    expect(dossier.registered().map((wait) => wait.split("@")[0])).toEqual(["a", "b", "c"]);
    for (const step of ["a", "b", "c"]) await dossier.complete(step, "ok", {});
    await dossier.complete("tot", "signed", {});
    expect(dossier.status()).toBe("SUCCEEDED");
  });
});

describe("a function that fails", () => {
  const calling = { goi: stepOf("register", { done: "@end", rejected: "@end", unavailable: "@end" }) };

  it("is called again while its error says that this may help, knowing how often it was", async () => {
    const retries: (number | undefined)[] = [];
    const dossier = new WalkedDossier({ start: "goi", steps: calling }, ({ retry }) => {
      retries.push(retry);
      if ((retry ?? 0) < CONNECT_RETRIES) throw new TaskFailure("RetryableError");
    });
    await dossier.begin({});
    expect(dossier.registered()).toEqual([]);
    await dossier.pass(HOUR);
    expect(retries).toEqual([0, 1, 2, 3, 4, 5]);
    expect(dossier.registered()).toEqual(["goi@1"]);
    await dossier.complete("goi", "unavailable", {});
    expect(dossier.status()).toBe("SUCCEEDED");
  });

  it("is called for a day while Lambda has no room", async () => {
    let until = true;
    const dossier = new WalkedDossier({ start: "goi", steps: calling }, () => {
      if (until) throw new TaskFailure("Lambda.TooManyRequestsException");
    });
    await dossier.begin({});
    await dossier.pass(6 * HOUR);
    until = false;
    await dossier.pass(HOUR);
    expect(dossier.registered()).toEqual(["goi@1"]);
  });

  it("is not called again after a terminal error, and the execution says which state it was without the error's text", async () => {
    let calls = 0;
    const dossier = new WalkedDossier({ start: "goi", steps: calling }, () => {
      calls += 1;
      throw new TaskFailure("TerminalError", "about Nguyễn Văn A");
    });
    await dossier.begin({});
    await dossier.pass(HOUR);
    expect(calls).toBe(1);
    expect(dossier.result()).toMatchObject({ status: "FAILED", error: "TerminalError", cause: "The function of register_1 failed for good: its log says why" });
  });

  it("in a branch fails the execution by the same name", async () => {
    const dossier = new WalkedDossier({ start: "tach", steps: SIDE_BY_SIDE }, ({ step }) => {
      if (step === "kiem_tra") throw new TaskFailure("TypeError");
    });
    await dossier.begin({});
    await dossier.complete("xem", "dat", {});
    await dossier.pass(4 * HOUR);
    expect(dossier.status()).toBe("RUNNING");
    await dossier.pass(26 * HOUR);
    expect(dossier.result()).toMatchObject({ status: "FAILED", error: "TypeError", cause: "The function of inspect_1 failed for good: its log says why" });
  });
});

describe("an answer of another machine", () => {
  it("is refused where ways part, by a name that says so", async () => {
    const dossier = await begun({ xet: stepOf("task", { dat: "@end", thieu: "xet" }) });
    const { token } = dossier.waiting()[0] as { readonly token: string };
    dossier.engine.sendTaskSuccess({ token, output: JSON.stringify({ outcome: "o3", facts: {}, after: 2 }) });
    await dossier.pass(0);
    expect(dossier.result()).toMatchObject({ status: "FAILED", error: "Workflow.UnknownWay" });
  });
});
