import { describe, expect, it } from "vitest";
import { Life, must, SYSTEM } from "./testing/life.ts";
import { realProcedures } from "./testing/real-procedures.ts";

const procedures = await realProcedures();

function lifeOf(code: string, sample: string): Life {
  const found = procedures.find((procedure) => procedure.code === code);
  const chosen = found?.samples.find(({ id }) => id === sample);
  if (found === undefined || chosen === undefined) throw new Error(`${code} has no sample ${sample}`);
  const life = new Life(found.module, chosen);
  must(life.submit());
  return life;
}

/** Completes steps with their first outcome, at the hour of acceptance. */
function through(life: Life, ...steps: readonly string[]): void {
  life.at = life.sample.acceptedAt ?? life.at;
  for (const step of steps) must(life.complete(step, Object.keys(life.module.procedure.workflow.steps[step]?.next ?? {})[0]));
}

describe("a step off the clock", () => {
  const marriage = () => {
    const life = lifeOf("1.000894", "02-a-lan-dau");
    through(life, "tiep_nhan", "tham_tra", "ghi_so", "ky");
    return life;
  };

  it("stops the clock while people are awaited, and gives the days back", () => {
    const life = marriage();
    expect(life.state.due?.slice(0, 10)).toBe("2026-10-06");
    expect(life.state.pausedSince).toBe(life.at);
    life.at = "2026-10-08T09:00:00+07:00";
    must(life.complete("hai_ben_ky", "attended"));
    expect(life.state.pausedSince).toBeUndefined();
    expect(life.state.due?.slice(0, 10)).toBe("2026-10-08");
    expect(life.events).toContainEqual(expect.objectContaining({ type: "resumed", why: "waiting" }));
  });

  it("refuses to take nobody for absent before the time is over", () => {
    const life = marriage();
    const { id } = life.task("hai_ben_ky");
    const early = life.do({ type: "time-out", actor: SYSTEM, at: "2026-12-01T00:00:00+07:00", task: id });
    expect(early).toMatchObject({ ok: false, problems: [{ code: "not-due-yet" }] });
    must(life.do({ type: "time-out", actor: SYSTEM, at: "2026-12-08T00:00:00+07:00", task: id }));
    expect(life.state.phase).toBe("stopped");
  });

  it("refuses that both attended without the record that says so, but not that one was absent", () => {
    const life = marriage();
    const { id } = life.task("hai_ben_ky");
    const done = (outcome: string, record?: unknown) =>
      life.do({ type: "complete-task", actor: life.actorOf(life.task("hai_ben_ky")), at: life.at, task: id, outcome, note: "Vắng mặt", received: { giay_to_tuy_than: true }, ...(record === undefined ? {} : { record }) });
    expect(done("attended")).toMatchObject({ ok: false, problems: [{ code: "record-missing" }] });
    expect(done("attended", { ben_nu_co_mat: true, ben_nam_co_mat: false, tu_nguyen: true, da_xuat_trinh_giay_to: true })).toMatchObject({ ok: false, problems: [{ pointer: "/record/ben_nam_co_mat" }] });
    expect(done("absent")).toMatchObject({ ok: true });
  });
});

describe("a document that is shown at a later step", () => {
  const signing = () => {
    const life = lifeOf("1.000894", "02-a-lan-dau");
    through(life, "tiep_nhan", "tham_tra", "ghi_so", "ky");
    const { id } = life.task("hai_ben_ky");
    const record = { ben_nu_co_mat: true, ben_nam_co_mat: true, tu_nguyen: true, da_xuat_trinh_giay_to: true };
    const signed = (outcome: string, received?: Readonly<Record<string, boolean>>) =>
      life.do({ type: "complete-task", actor: life.actorOf(life.task("hai_ben_ky")), at: life.at, task: id, outcome, record, note: "Vắng mặt", ...(received === undefined ? {} : { received }) });
    return { life, signed };
  };

  it("is not asked for at filing, and the step goes on once it is there", () => {
    const { life, signed } = signing();
    expect(life.state.documents.map(({ id }) => id)).not.toContain("giay_to_tuy_than");
    for (const received of [undefined, { giay_to_tuy_than: false }]) {
      expect(signed("attended", received)).toMatchObject({ ok: false, problems: [{ code: "document-missing", pointer: "/received/giay_to_tuy_than" }] });
    }
    must(signed("attended", { giay_to_tuy_than: true }));
    expect(life.state.documents).toContainEqual({ id: "giay_to_tuy_than", presented: true });
    expect(life.events).toContainEqual(expect.objectContaining({ type: "task-done", step: "hai_ben_ky", documents: [{ id: "giay_to_tuy_than", presented: true }] }));
  });

  it("is not asked of nobody who comes, and no other one is taken there", () => {
    const { signed } = signing();
    expect(signed("attended", { giay_to_tuy_than: true, to_khai: true })).toMatchObject({ ok: false, problems: [{ code: "document-unknown", pointer: "/received/to_khai" }] });
    expect(signed("absent")).toMatchObject({ ok: true });
  });
});

describe("a finding that brings another limit", () => {
  it("moves the due date once, by the record, and not back", () => {
    const life = lifeOf("3.000722", "08-b-hoan-thanh-mot-phan");
    through(life, "tiep_nhan", "tham_tra_khai_sinh");
    must(life.do({ type: "register-result", actor: SYSTEM, at: life.at, task: life.task("cap_so_dinh_danh").id, outcome: "done" }));
    through(life, "ky_khai_sinh", "dong_dau");
    expect(life.state.due?.slice(0, 10)).toBe("2026-10-20");
    must(life.complete("tham_tra_cu_tru", "can_xac_minh", { record: { can_xac_minh: true } }));
    expect(life.state).toMatchObject({ finding: 0, firstDue: "2026-10-20T17:00:00+07:00", due: "2026-10-22T17:00:00+07:00" });
    must(life.complete("xac_minh_cu_tru", "da_xac_minh"));
    expect(life.state.due?.slice(0, 10)).toBe("2026-10-22");
    expect(life.events.filter(({ type }) => type === "limited")).toHaveLength(1);
  });

  it("assigns a branch to the unit the form names", () => {
    const life = lifeOf("3.000722", "08-b-hoan-thanh-mot-phan");
    through(life, "tiep_nhan", "tham_tra_khai_sinh");
    must(life.do({ type: "register-result", actor: SYSTEM, at: life.at, task: life.task("cap_so_dinh_danh").id, outcome: "done" }));
    through(life, "ky_khai_sinh", "dong_dau");
    expect(life.task("tham_tra_cu_tru").assignee).toEqual({ kind: "role", role: "canh_sat_khu_vuc", unit: "H20.061" });
    expect(life.task("kiem_tra_bhyt").assignee).toMatchObject({ unit: "H20.002" });
  });
});

describe("results", () => {
  it("have a number of their own for each entry that is not refused", () => {
    const life = lifeOf("2.000815", "05-d-tu-choi-mot-giay-to");
    life.toTheEnd();
    expect(life.events.flatMap((event) => (event.type === "result-sealed" ? [event.number] : []))).toEqual(["H20.058-261005-0001/2"]);
  });

  it("of one branch may be handed over without those of another", () => {
    const life = lifeOf("1.001612", "06-d-thong-bao-sua-doi");
    life.toTheEnd();
    expect(Object.keys(life.state.results)).toEqual(["thong_bao_sua_doi"]);
  });
});
