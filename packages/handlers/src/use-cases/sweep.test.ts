import type { EventBody } from "@motcua/dossier";
import type { ProcedureModule } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import { createHandlers } from "../create-handlers.ts";
import { SAMPLE_CALENDAR, SAMPLE_ENTRY, SAMPLE_MODULE, SAMPLE_PROVINCE } from "../testing/sample-procedure.ts";
import { memoryPorts, type MemoryPorts } from "../testing/memory-ports.ts";
import { CITIZEN, CLERK, complete, EXPERT, LEADER, type SampleShop, submitted } from "../testing/sample-shop.ts";

/** The sample with everything a sweep ends: a consultation whose silence is consent, an appointment, a fee to be paid in time. */
function sweptModule(): ProcedureModule {
  const { procedure } = SAMPLE_MODULE;
  const { tiep_nhan, tham_tra, ky, tra } = procedure.workflow.steps;
  const steps = {
    tiep_nhan: { ...tiep_nhan, next: { accept: "y_kien", refuse: "@refuse" } },
    y_kien: { kind: "consult", name: { vi: "Lấy ý kiến" }, agencies: [{ id: "co_quan_a", name: { vi: "Cơ quan A" } }, { id: "co_quan_b", name: { vi: "Cơ quan B" } }], within: "1wd", silence: "agreed", join: "all", next: { answered: "hen", objected: "@stop" } },
    hen: { kind: "attend", name: { vi: "Hẹn đến ký" }, role: "cong_chuc_thu_ly", within: "1wd", next: { attended: "tham_tra", absent: "tham_tra" } },
    tham_tra, ky, tra,
  } as unknown as typeof procedure.workflow.steps;
  return { ...SAMPLE_MODULE, procedure: { ...procedure, workflow: { ...procedure.workflow, steps } } };
}

async function sweptShop(): Promise<SampleShop & { readonly ports: MemoryPorts }> {
  const ports = memoryPorts({ province: SAMPLE_PROVINCE, calendar: SAMPLE_CALENDAR, modules: [{ entry: SAMPLE_ENTRY, module: sweptModule() }], now: "2026-10-05T08:00:00+07:00" });
  for (const [{ sub }, role] of [[CLERK, "can_bo_tiep_nhan"], [EXPERT, "cong_chuc_thu_ly"], [LEADER, "lanh_dao_ubnd"]] as const) await ports.people.put({ sub, name: sub, memberships: [{ unit: "H20.015", role }] });
  return { ports, handlers: createHandlers(ports), settle: async () => undefined, key: (meaning) => `${meaning}-key-${ports.random(8)}` };
}

describe("the sweep", () => {
  let shop: Awaited<ReturnType<typeof sweptShop>>;
  beforeEach(async () => {
    shop = await sweptShop();
  });

  const accept = (code: string) => complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
  const stateOf = async (code: string) => (await shop.ports.dossiers.load(code))?.state;
  const stepsOf = async (code: string) => Object.values((await stateOf(code))?.tasks ?? {}).map(({ step }) => step);
  const events = async (code: string) => (await shop.ports.dossiers.log(code)).flatMap((body) => (JSON.parse(body) as { readonly events: readonly EventBody[] }).events);
  const marks = async (code: string) => (await events(code)).flatMap((event) => (event.type === "lateness-recorded" ? [`${event.mark} ${event.held.map(({ unit, role, step }) => `${unit}/${role ?? ""}/${step}`).join()}`] : []));
  /** A process that knows nothing of the one before. */
  const restarted = () => createHandlers(shop.ports);
  const sweepAt = (instant: string) => {
    shop.ports.setNow(instant);
    return restarted().sweep();
  };

  it("takes silence for consent once the time of whoever was asked is over, and not a second before; whoever answers later is told that it is closed", async () => {
    const code = await submitted(shop);
    await accept(code);
    const [first] = Object.values((await stateOf(code))?.tasks ?? {});
    expect(await sweepAt("2026-10-06T17:00:00.000+07:00")).toBe(2);
    expect(await stepsOf(code)).toEqual(["hen"]);
    expect((await events(code)).filter((event) => event.type === "step-done" && event.step === "y_kien")).toMatchObject([{ outcome: "answered" }]);
    const answer = await shop.handlers.act(EXPERT, code, { act: "answer", task: first?.id ?? "", answer: "objected" }, shop.key("late"));
    expect(answer.ok).toBe(false);
    expect(await sweepAt("2026-10-06T17:00:01.000+07:00")).toBe(0);
  });

  it("does nothing a second before", async () => {
    const code = await submitted(shop);
    await accept(code);
    expect(await sweepAt("2026-10-06T16:59:59.000+07:00")).toBe(0);
    expect(await stepsOf(code)).toEqual(["y_kien", "y_kien"]);
  });

  it("counts who does not come within the time as absent", async () => {
    const code = await submitted(shop);
    await accept(code);
    await sweepAt("2026-10-06T17:00:00+07:00");
    expect(await stepsOf(code)).toEqual(["hen"]);
    await sweepAt("2026-10-08T17:00:01+07:00");
    expect(await stepsOf(code)).toEqual(["tham_tra"]);
    expect((await events(code)).filter((event) => event.type === "step-done" && event.step === "hen")).toMatchObject([{ outcome: "absent" }]);
  });

  it("closes a response window: refused before acceptance, stopped after it", async () => {
    const [early, late] = [await submitted(shop), await submitted(shop)];
    await accept(late);
    await sweepAt("2026-10-06T17:00:00+07:00");
    const ask = async (code: string, caller: typeof CLERK) => {
      const [task] = Object.values((await stateOf(code))?.tasks ?? {});
      return shop.handlers.act(caller, code, { act: "request-supplement", task: task?.id ?? "", defects: [{ text: "Thiếu giấy tờ" }] }, shop.key("ask"));
    };
    expect([(await ask(early, CLERK)).ok, (await ask(late, EXPERT)).ok]).toEqual([true, true]);
    expect(await sweepAt("2026-10-16T16:59:59+07:00")).toBe(0);
    expect(await sweepAt("2026-10-16T17:00:00+07:00")).toBe(2);
    expect([(await stateOf(early))?.phase, (await stateOf(late))?.phase]).toEqual(["refused", "stopped"]);
    expect(await sweepAt("2026-12-31T00:00:00+07:00")).toBe(0);
  });

  it("marks soon late and late once each, with whoever held the dossier at that moment, however often and from however many processes it runs", async () => {
    const code = await submitted(shop);
    await accept(code);
    await sweepAt("2026-10-07T16:59:59+07:00");
    expect(await marks(code)).toEqual([]);
    shop.ports.setNow("2026-10-07T17:00:00+07:00");
    await Promise.all([restarted().sweep(), restarted().sweep(), restarted().sweep()]);
    await restarted().sweep();
    expect(await marks(code)).toEqual(["soon-late H20.015/cong_chuc_thu_ly/hen"]);
    await sweepAt("2026-10-08T17:00:01+07:00");
    await Promise.all([restarted().sweep(), restarted().sweep()]);
    expect(await marks(code)).toEqual(["soon-late H20.015/cong_chuc_thu_ly/hen", "late H20.015/cong_chuc_thu_ly/hen"]);
    const { firstDue, due } = (await stateOf(code)) ?? {};
    expect([firstDue, due]).toEqual(["2026-10-08T17:00:00+07:00", "2026-10-08T17:00:00+07:00"]);
  });

  it("catches up after a month without a sweep: marks first, each with who held the dossier then, then what the time has ended", async () => {
    const code = await submitted(shop);
    await accept(code);
    const done = await sweepAt("2026-11-05T09:00:00+07:00");
    expect(done).toBeGreaterThan(2);
    // What is late is no longer soon late; the two agencies still held it when its date passed.
    expect(await marks(code)).toEqual(["late H20.015//y_kien,H20.015//y_kien"]);
    expect(await stepsOf(code)).toEqual(["hen"]);
    expect((await stateOf(code))?.due).toBe("2026-10-08T17:00:00+07:00");
    expect(await restarted().sweep()).toBe(0);
  });

  it("does nothing when the clock jumps back, and nothing twice when it comes forward again", async () => {
    const code = await submitted(shop);
    await accept(code);
    await sweepAt("2026-10-06T17:00:00+07:00");
    const before = await shop.ports.dossiers.log(code);
    expect(await sweepAt("2026-10-05T09:00:00+07:00")).toBe(0);
    expect(await sweepAt("2026-10-06T17:00:00+07:00")).toBe(0);
    expect(await shop.ports.dossiers.log(code)).toEqual(before);
  });

  it("asks the index by time alone: of dossiers that are not due it reads none", async () => {
    for (let nth = 0; nth < 30; nth += 1) await submitted(shop);
    const reads = { loads: 0, index: 0 };
    const { dossiers, work } = shop.ports;
    const counted = { ...shop.ports, dossiers: { ...dossiers, load: (code: string) => ((reads.loads += 1), dossiers.load(code)) }, work: { ...work, dueBefore: (...of: Parameters<typeof work.dueBefore>) => ((reads.index += 1), work.dueBefore(...of)), marksBefore: (...of: Parameters<typeof work.marksBefore>) => ((reads.index += 1), work.marksBefore(...of)) } };
    shop.ports.setNow("2026-10-05T08:30:00+07:00");
    expect(await createHandlers(counted).sweep()).toBe(0);
    expect(reads).toEqual({ loads: 0, index: 2 });
  });

  it("goes on past dossiers it cannot do, however many stand before the one it can", async () => {
    const codes: string[] = [];
    for (let nth = 0; nth < 130; nth += 1) codes.push(await submitted(shop));
    for (const code of codes) await accept(code);
    const [last = ""] = codes.slice(-1);
    const { dossiers } = shop.ports;
    // All but the last are such that reading them fails: a version that is gone, a record that was erased.
    const broken = { ...shop.ports, dossiers: { ...dossiers, load: async (code: string) => (code === last ? dossiers.load(code) : Promise.reject(new RangeError("unreadable"))) } };
    shop.ports.setNow("2026-10-06T17:00:00+07:00");
    expect(await createHandlers(broken).sweep()).toBe(2);
    expect(await stepsOf(last)).toEqual(["hen"]);
    const failed = shop.ports.entries.filter(({ level }) => level === "error");
    expect(failed).toHaveLength(129 * 2);
    expect(JSON.stringify(failed[0])).not.toContain("Nguyễn");
  });
});

it("tells the applicant of what the time has ended", async () => {
  const shop = await sweptShop();
  const code = await submitted(shop);
  await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
  shop.ports.setNow("2026-10-06T17:00:00+07:00");
  await shop.handlers.sweep();
  const seen = await shop.handlers.dossier(CITIZEN, code);
  expect(seen.ok && seen.value.history.some(({ text }) => text.vi.includes("Lấy ý kiến"))).toBe(true);
});
