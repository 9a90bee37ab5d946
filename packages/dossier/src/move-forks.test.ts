import type { ForkStep, Step } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import type { EventBatch } from "./event.ts";
import { indicators } from "./indicators/indicators.ts";
import { later, must } from "./testing/life.ts";
import { answer, atItsFork, redrawn } from "./testing/redrawn.ts";

const FORK = "tham_dinh_va_lay_y_kien";
const mayFail = { kiem_tra_thuc_dia: { next: { phu_hop: "@join", khong_phu_hop: "@fail" } }, lay_y_kien: { next: { answered: "@join", objected: "@fail" } } } as const;
const joined = (join: ForkStep["join"], next: ForkStep["next"]): Record<string, Partial<Step>> => ({ ...mayFail, [FORK]: { join, next } });
const settled = joined("settled", { all: "du_thao", some: "kiem_tra_du_thao", none: "thong_bao_ly_do" });

describe("a settled fork", () => {
  const consulted = async (changes = settled) => atItsFork(await redrawn(changes));
  const inspected = (life: Awaited<ReturnType<typeof consulted>>, outcome: "phu_hop" | "khong_phu_hop") => {
    must(life.complete("tham_dinh", "dat"));
    must(life.complete("kiem_tra_thuc_dia", outcome));
  };
  const answeredAll = (life: Awaited<ReturnType<typeof consulted>>, said: "agreed" | "objected") => {
    while (Object.values(life.state.tasks).some(({ step }) => step === "lay_y_kien")) answer(life, said);
  };

  it.each([
    ["phu_hop", "agreed", "du_thao", "all"],
    ["khong_phu_hop", "agreed", "kiem_tra_du_thao", "some"],
    ["khong_phu_hop", "objected", "thong_bao_ly_do", "none"],
  ] as const)("whose branches end by %s and %s goes on at %s", async (outcome, said, step, joinedBy) => {
    const life = await consulted();
    inspected(life, outcome);
    answeredAll(life, said);
    expect(life.state.position).toEqual({ step });
    expect(life.events).toContainEqual({ type: "fork-joined", fork: FORK, outcome: joinedBy });
  });

  it("waits for the branch that is left when one has failed, and says what became of each", async () => {
    const life = await consulted();
    inspected(life, "khong_phu_hop");
    expect(life.state.branches?.[FORK]).toMatchObject({ tham_dinh: { status: "failed" }, lay_y_kien: { status: "open" } });
    expect(Object.values(life.state.tasks).every(({ step }) => step === "lay_y_kien")).toBe(true);
    answeredAll(life, "agreed");
    expect(life.state.branches?.[FORK]).toMatchObject({ tham_dinh: { status: "failed", closedAt: life.at }, lay_y_kien: { status: "succeeded" } });
  });

  it("keeps what has failed through a supplement", async () => {
    const life = await consulted({ ...settled, lay_y_kien: { kind: "task", role: "cong_chuc_thu_ly", next: { dong_y: "@join", khong: "@fail" } } as Partial<Step> });
    inspected(life, "khong_phu_hop");
    const task = life.task("lay_y_kien");
    must(life.do({ type: "request-supplement", actor: life.actorOf(task), at: life.at, task: task.id, defects: [{ text: "Thiếu bản vẽ" }] }));
    must(life.do({ type: "supplement", actor: { kind: "applicant", id: "citizen" }, at: life.at, documents: [] }));
    expect(life.state.position?.branches).toEqual({ tham_dinh: "failed", lay_y_kien: { step: "lay_y_kien" } });
    must(life.complete("lay_y_kien", "dong_y"));
    expect(life.state.position).toEqual({ step: "kiem_tra_du_thao" });
  });

  it("issues no result of a branch that has not succeeded, and asks for no signature under it", async () => {
    const branches = { tham_dinh: { name: { vi: "Thẩm định" }, start: "tham_dinh", results: ["giay_phep"] }, lay_y_kien: { name: { vi: "Lấy ý kiến" }, start: "lay_y_kien" } };
    const life = await consulted({ ...settled, [FORK]: { ...settled[FORK], branches, next: { all: "du_thao", some: "tra_ket_qua", none: "tra_ket_qua" } } as Partial<Step> });
    inspected(life, "khong_phu_hop");
    answeredAll(life, "agreed");
    expect(life.state.position).toEqual({ step: "tra_ket_qua" });
    must(life.complete("tra_ket_qua"));
    expect(life.state.phase).toBe("returned");
  });
});

describe("a fork that is decided before all of its branches have ended", () => {
  const anyOf = joined("any", { joined: "du_thao", failed: "thong_bao_ly_do" });

  it("takes the open work of the others back", async () => {
    const life = atItsFork(await redrawn(anyOf));
    const open = Object.values(life.state.tasks).filter(({ step }) => step === "lay_y_kien").map(({ id }) => id);
    expect(open.length).toBeGreaterThan(0);
    must(life.complete("tham_dinh", "dat"));
    must(life.complete("kiem_tra_thuc_dia", "phu_hop"));
    expect(life.state.position).toEqual({ step: "du_thao" });
    expect(life.events.flatMap((event) => (event.type === "task-cancelled" && event.why === "joined" ? [event.task] : []))).toEqual(open);
    expect(life.state.branches?.[FORK]).toMatchObject({ tham_dinh: { status: "succeeded" }, lay_y_kien: { status: "cancelled" } });
    const answered = life.do({ type: "answer-consultation", actor: { kind: "officer", id: "x", unit: life.state.competentUnit, role: "co_quan_phoi_hop" }, at: life.at, task: open[0] ?? "", answer: "agreed" });
    expect(answered).toMatchObject({ ok: false, problems: [{ code: "task-not-open" }] });
  });

  it("lets the clock run on that a step it took back had held", async () => {
    const life = atItsFork(await redrawn({ ...anyOf, lay_y_kien: { ...mayFail.lay_y_kien, offClock: { why: { vi: "Chờ" } } } }));
    expect(life.state.pausedSince).toBeDefined();
    must(life.complete("tham_dinh", "dat"));
    must(life.complete("kiem_tra_thuc_dia", "phu_hop"));
    expect(life.state.pausedSince).toBeUndefined();
  });
});

describe("two steps off the clock side by side", () => {
  const off = { offClock: { why: { vi: "Việc của cơ quan khác" } } };
  const both = async () => atItsFork(await redrawn({ tham_dinh: off, lay_y_kien: off, kiem_tra_thuc_dia: { when: "x", skip: "@join" } }));
  const day = (instant: string | undefined) => instant?.slice(0, 10);

  it("hold the clock until the last of them has ended, whichever that is", async () => {
    const life = await both();
    const [since, due] = [life.state.pausedSince, life.state.due];
    expect(since).toBe(life.at);
    life.at = "2026-10-12T09:00:00+07:00";
    must(life.complete("tham_dinh", "dat"));
    expect(life.state).toMatchObject({ pausedSince: since, due });
    life.at = "2026-10-14T09:00:00+07:00";
    while (Object.values(life.state.tasks).some(({ step }) => step === "lay_y_kien")) answer(life, "agreed");
    expect(life.state.pausedSince).toBeUndefined();
    // Stood still once, from the first to the last: no day is given back twice.
    expect(life.events.filter(({ type }) => type === "paused" || type === "resumed").map(({ type }) => type)).toEqual(["paused", "resumed"]);
    expect(day(life.state.due)).not.toBe(day(due));
  });

  it("give back what a payment beside them gives back, and not less", async () => {
    const life = await both();
    const paying = atItsFork(await redrawn({ tham_dinh: { kind: "pay", next: { paid: "@join", waived: "@join" } }, lay_y_kien: off }, ({ procedure }) => ({ procedure: { ...procedure, clock: { ...procedure.clock, payment: "SUBTRACT" } } })));
    for (const one of [life, paying]) {
      one.at = "2026-10-14T09:00:00+07:00";
      while (Object.values(one.state.tasks).some(({ step }) => step === "lay_y_kien")) answer(one, "agreed");
      must(one.complete("tham_dinh"));
    }
    expect(paying.state.pausedSince).toBeUndefined();
    expect(paying.state.due).toBe(life.state.due);
  });
});

describe("a consultation", () => {
  const asking = (join: ForkStep["join"], next: Readonly<Record<string, string>>) => ({ lay_y_kien: { join, next } as Partial<Step>, kiem_tra_thuc_dia: { when: "x", skip: "@join" } as Partial<Step> });
  const outcomes = ({ events }: { readonly events: readonly { readonly type: string }[] }) => events.flatMap((event) => ("outcome" in event && "step" in event && event.type === "step-done" && event.step === "lay_y_kien" ? [event.outcome] : []));
  const parties = 2;

  it("by quorum goes on with the agreement that is enough, and objects when it cannot be had any more", async () => {
    const enough = atItsFork(await redrawn(asking({ quorum: 1 }, { answered: "@join", objected: "@join" })));
    expect(Object.values(enough.state.tasks).filter(({ step }) => step === "lay_y_kien").length).toBeGreaterThanOrEqual(parties);
    answer(enough, "objected");
    expect(outcomes(enough)).toEqual([]);
    answer(enough, "agreed");
    expect(outcomes(enough)).toEqual(["answered"]);
    const lost = atItsFork(await redrawn(asking({ quorum: 9 }, { answered: "@join", objected: "@join" })));
    answer(lost, "objected");
    expect(outcomes(lost)).toEqual(["objected"]);
  });

  it.each([[["agreed", "agreed"], "all"], [["agreed", "objected"], "some"], [["objected", "objected"], "none"]] as const)("that is settled by %o says %s", async (said, outcome) => {
    const life = atItsFork(await redrawn(asking("settled", { all: "@join", some: "@join", none: "@join" })));
    for (let nth = 0; Object.values(life.state.tasks).some(({ step }) => step === "lay_y_kien"); nth += 1) answer(life, said[Math.min(nth, 1)] ?? "agreed");
    expect(outcomes(life)).toEqual([outcome]);
  });
});

describe("a branch that is a part of its own", () => {
  const limit = { time: "2wd", source: "Giả định" };
  const parted = async () => {
    const branches = {
      tham_dinh: { name: { vi: "Thẩm định" }, start: "tham_dinh", procedure: "1.111111", unit: "cong_an", limit },
      lay_y_kien: { name: { vi: "Lấy ý kiến" }, start: "lay_y_kien" },
    };
    const units = { cong_an: { name: { vi: "Công an tỉnh" }, agency: "police", level: "province" as const, mode: "external" as const } };
    return atItsFork(await redrawn({ ...settled, [FORK]: { ...settled[FORK], branches } }, ({ procedure }) => ({ procedure: { ...procedure, units } })));
  };
  const inspectedOn = (life: Awaited<ReturnType<typeof parted>>, at: string) => {
    life.at = at;
    must(life.complete("tham_dinh", "dat"));
    must(life.complete("kiem_tra_thuc_dia", "phu_hop"));
    return life.state.branches?.[FORK]?.["tham_dinh"];
  };

  it("has its own code, unit and end of time", async () => {
    const life = await parted();
    expect(life.state.branches?.[FORK]?.["tham_dinh"]).toMatchObject({
      status: "open", procedure: "1.111111", holder: { unit: life.state.competentUnit, of: "cong_an", name: "Công an tỉnh" }, due: expect.stringContaining("T17:00:00+07:00"),
    });
    expect(life.state.branches?.[FORK]?.["lay_y_kien"]).toEqual({ status: "open", openedAt: life.at });
  });

  it.each([["within it", 1, false], ["after it", 6, true]] as const)("that ends %s is told so, with whose part it was", async (_, days, late) => {
    const life = await parted();
    expect(inspectedOn(life, later(life.at, days * 86_400_000))).toMatchObject({ status: "succeeded", late, procedure: "1.111111" });
    const batches = life.bodies.map((body) => JSON.parse(body) as EventBatch);
    const code = late ? [life.state.code] : [];
    expect(indicators(batches, { until: life.at, minutes: () => 0 }).parts).toEqual([{ procedure: "1.111111", unit: life.state.competentUnit, of: "cong_an", ended: 1, late: code }]);
  });

  it("is not late by the days a supplement took", async () => {
    const life = await parted();
    const task = life.task("tham_dinh");
    must(life.do({ type: "request-supplement", actor: life.actorOf(task), at: life.at, task: task.id, defects: [{ text: "Thiếu bản vẽ" }] }));
    life.at = later(life.at, 7 * 86_400_000);
    must(life.do({ type: "supplement", actor: { kind: "applicant", id: "citizen" }, at: life.at, documents: [] }));
    expect(inspectedOn(life, later(life.at, 86_400_000))).toMatchObject({ late: false });
  });
});

describe("a time the law gives a step", () => {
  it.each([["within it", 0, undefined], ["after it", 20, true]] as const)("is told apart from the office's own: done %s", async (_, days, over) => {
    const life = atItsFork(await redrawn({ tham_dinh: { time: "1wh", legalLimit: { time: "3wd", source: "Giả định" } } }));
    const { due = "", legalDue = "" } = life.task("tham_dinh");
    expect(Date.parse(legalDue)).toBeGreaterThan(Date.parse(due));
    life.at = later(due, days * 86_400_000 + 60_000);
    must(life.complete("tham_dinh", "dat"));
    const done = life.events.find((event) => event.type === "task-done" && event.step === "tham_dinh");
    expect(done).toMatchObject({ late: true });
    expect(done !== undefined && "overLegal" in done ? done.overLegal : undefined).toBe(over);
  });
});
