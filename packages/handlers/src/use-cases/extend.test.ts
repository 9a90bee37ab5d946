import type { Result } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import type { Act, Caller, DossierView } from "../handlers.ts";
import { CITIZEN, CLERK, complete, EXPERT, LEADER, sampleShop, submitted, type SampleShop } from "../testing/sample-shop.ts";

const DEPUTY: Caller = { sub: "deputy" };

describe("asking for more time", () => {
  let shop: SampleShop;
  let code: string;
  beforeEach(async () => {
    shop = await sampleShop(async () => ({ outcome: "done", reference: "R-1" }));
    await shop.ports.people.put({ sub: DEPUTY.sub, name: "deputy", memberships: [{ unit: "H20.015", role: "lanh_dao_ubnd" }] });
    code = await submitted(shop);
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    const { state } = await view(CLERK);
    const [task] = Object.values(state.tasks);
    await shop.handlers.connect({ code, generation: state.generation, wait: task?.wait ?? "", step: task?.step ?? "", lastAttempt: true });
  });

  const act = (caller: Caller, what: Act) => shop.handlers.act(caller, code, what, shop.key("act"));
  const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code: each, pointer }) => `${each} ${pointer}`));
  async function view(caller: Caller): Promise<DossierView> {
    const found = await shop.handlers.dossier(caller, code);
    if (!found.ok) throw new Error("not seen");
    return found.value;
  }
  const taskOf = async (caller: Caller, step: string) => (await view(caller)).tasks.find((task) => task.step === step);

  it("offers it to who handles the dossier, shows it to a leader with dates and reason, and tells the applicant once approved", async () => {
    const task = await taskOf(EXPERT, "tham_tra");
    expect(task).toMatchObject({ canExtend: true, canCorrect: false });
    expect((await act(EXPERT, { act: "request-extension", task: task?.id ?? "", until: "2026-10-15", reason: "Chờ xác minh" })).ok).toBe(true);
    expect((await taskOf(EXPERT, "tham_tra"))?.canExtend).toBe(false);
    const asked = await taskOf(LEADER, "@extension");
    expect(asked).toMatchObject({ kind: "extension", outcomes: [], extension: { before: "2026-10-08T17:00:00+07:00", after: "2026-10-15T17:00:00+07:00", reason: "Chờ xác minh" } });
    const lines = await shop.handlers.worklist(LEADER);
    expect(lines.ok && lines.value.items.map(({ stepName }) => stepName.vi)).toEqual(["Duyệt gia hạn thời gian giải quyết"]);
    expect((await view(CITIZEN)).history.some(({ note }) => note === "Chờ xác minh")).toBe(false);
    expect((await act(DEPUTY, { act: "approve-extension", task: asked?.id ?? "" })).ok).toBe(true);
    const { state, history, papers } = await view(CITIZEN);
    expect(state).toMatchObject({ firstDue: "2026-10-08T17:00:00+07:00", due: "2026-10-15T17:00:00+07:00" });
    expect(history.find(({ note }) => note === "Chờ xác minh")?.text.vi).toBe("Xin lỗi và hẹn lại ngày trả kết quả");
    expect(papers.map(({ form }) => form)).toContain("04");
  });

  it("tells officers alone why it was not approved", async () => {
    const task = await taskOf(EXPERT, "tham_tra");
    await act(EXPERT, { act: "request-extension", task: task?.id ?? "", until: "2026-10-15", reason: "Chờ xác minh" });
    const asked = await taskOf(LEADER, "@extension");
    expect(codes(await act(EXPERT, { act: "approve-extension", task: asked?.id ?? "" }))).toEqual(["not-your-task /task"]);
    expect((await act(LEADER, { act: "reject-extension", task: asked?.id ?? "", reason: "Còn kịp" })).ok).toBe(true);
    expect((await view(EXPERT)).history.find(({ note }) => note === "Còn kịp")?.text.vi).toBe("Không duyệt gia hạn");
    expect((await view(CITIZEN)).history.some(({ note }) => note === "Còn kịp")).toBe(false);
    expect((await view(CITIZEN)).state.due).toBe("2026-10-08T17:00:00+07:00");
  });

  it("is swept: marked soon late and late once, from an index by time, and found again by the date it was moved to", async () => {
    const sweepAt = async (instant: string) => {
      shop.ports.setNow(instant);
      return shop.handlers.sweep();
    };
    const marks = async () => {
      const log = await shop.handlers.log(EXPERT, code);
      return log.ok ? log.value.flatMap(({ actor, events }) => events.flatMap((event) => (event.type === "lateness-recorded" ? [`${actor.id} ${event.mark} ${event.held.map(({ role }) => role).join()}`] : []))) : [];
    };
    expect(await sweepAt("2026-10-07T16:59:59+07:00")).toBe(0);
    expect(await sweepAt("2026-10-07T17:00:00+07:00")).toBe(1);
    expect(await sweepAt("2026-10-08T16:00:00+07:00")).toBe(0);
    const task = await taskOf(EXPERT, "tham_tra");
    await act(EXPERT, { act: "request-extension", task: task?.id ?? "", until: "2026-10-15", reason: "Chờ xác minh" });
    await act(LEADER, { act: "approve-extension", task: (await taskOf(LEADER, "@extension"))?.id ?? "" });
    expect(await sweepAt("2026-10-13T09:00:00+07:00")).toBe(0);
    expect(await sweepAt("2026-10-16T09:00:00+07:00")).toBe(1);
    expect(await sweepAt("2026-10-17T09:00:00+07:00")).toBe(0);
    expect(await marks()).toEqual(["sweep soon-late cong_chuc_thu_ly", "sweep late cong_chuc_thu_ly"]);
  });
});
