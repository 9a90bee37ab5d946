import type { ProcedureModule, Result, Sample } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { fold } from "./evolve.ts";
import type { EventBatch, EventBody } from "./event.ts";
import type { DossierState } from "./state.ts";
import { SUPPLEMENT_STEP } from "./supplement-task.ts";
import { CITIZEN, later, Life, must, SYSTEM } from "./testing/life.ts";
import { realProcedures } from "./testing/real-procedures.ts";

const procedures = await realProcedures();
const BIRTH = "1.001193";
const COPY = "2.000635";
const MARITAL = "1.004873";
const HOUSE = "1.013225";
const DAY = 86_400_000;

function life(code: string, sample: string, change: Partial<Sample> = {}): Life {
  const found = procedures.find((each) => each.code === code);
  const given = found?.samples.find(({ id }) => id.startsWith(sample));
  if (found === undefined || given === undefined) throw new Error(`no sample ${code} ${sample}`);
  const started = new Life(found.module, { ...given, ...change });
  must(started.submit());
  return started;
}

function codes(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`);
}

function types(of: Life, seq = of.bodies.length): readonly EventBody["type"][] {
  return (JSON.parse(of.bodies[seq - 1] ?? "") as EventBatch).events.map(({ type }) => type);
}

const officer = (of: Life, step: string) => of.actorOf(of.task(step));

describe("submission", () => {
  it("starts the first generation, opens the first step and the acceptance clock", () => {
    const { state } = life(COPY, "04-a");
    expect(state).toMatchObject({ phase: "submitted", nationalStatus: 1, generation: 1, running: true, position: { step: "tiep_nhan" } });
    expect(state.tasks["tiep_nhan@1"]).toMatchObject({ wait: "tiep_nhan@1", assignee: { kind: "role", role: "can_bo_tiep_nhan", unit: state.receivingUnit } });
    expect(state.acceptanceDue).toBe("2026-10-09T08:15:00+07:00");
    expect(state.due).toBeUndefined();
  });

  it("refuses a second submission under the same code", () => {
    expect(codes(life(COPY, "04-a").submit())).toEqual(["already-submitted "]);
  });

  it("refuses a competent unit outside the province and missing papers at once", () => {
    const found = procedures.find(({ code }) => code === COPY);
    const sample = found?.samples[0];
    if (found === undefined || sample === undefined) throw new Error("no sample");
    const elsewhere: ProcedureModule = { ...found.module, procedure: { ...found.module.procedure, competentUnit: { at: "/nguoi_yeu_cau/ho_ten" } } };
    expect(codes(new Life(elsewhere, { ...sample, documents: [{ id: "la" }] }).submit())).toEqual([
      "unknown-competent-unit /form/nguoi_yeu_cau/ho_ten", "document-unknown /documents/la", "document-missing /documents/to_khai",
    ]);
  });

  it("refuses every command on a dossier that was not submitted or has ended", () => {
    const ended = life(COPY, "04-a");
    must(ended.do({ type: "withdraw", actor: officer(ended, "tiep_nhan"), at: ended.at }));
    expect(codes(ended.do({ type: "withdraw", actor: CITIZEN, at: ended.at }))).toEqual(["already-ended "]);
    const never = new Life(ended.module, ended.sample);
    expect(codes(never.do({ type: "withdraw", actor: CITIZEN, at: never.at }))).toEqual(["not-submitted "]);
  });
});

describe("a task", () => {
  it("refuses who does not hold its role in its unit, in either", () => {
    const dossier = life(COPY, "04-a");
    const act = { type: "complete-task", at: dossier.at, task: "tiep_nhan@1", outcome: "accept" } as const;
    const unit = dossier.state.receivingUnit;
    for (const actor of [CITIZEN, SYSTEM, { kind: "officer", id: "x", unit, role: "van_thu" }, { kind: "officer", id: "x", unit: "H20.999", role: "can_bo_tiep_nhan" }] as const) {
      expect(codes(dossier.do({ ...act, actor })), JSON.stringify(actor)).toEqual(["not-your-task /task"]);
    }
    expect(dossier.bodies).toHaveLength(1);
  });

  it("refuses to be done twice, and a name every object has", () => {
    const dossier = life(COPY, "04-a");
    const actor = officer(dossier, "tiep_nhan");
    must(dossier.complete("tiep_nhan"));
    for (const task of ["tiep_nhan@1", "__proto__", "constructor", ""]) {
      expect(codes(dossier.do({ type: "complete-task", actor, at: dossier.at, task, outcome: "accept" })), task).toEqual(["task-not-open /task"]);
    }
  });

  it("refuses an outcome it has not, a missing record and a refusal without its reason", () => {
    const dossier = life(COPY, "04-a");
    expect(codes(dossier.complete("tiep_nhan", "khac"))).toEqual(["unknown-outcome /outcome"]);
    expect(codes(dossier.complete("tiep_nhan", "constructor"))).toEqual(["unknown-outcome /outcome"]);
    expect(codes(dossier.complete("tiep_nhan", "refuse"))).toEqual(["reason-missing /note"]);
    must(dossier.complete("tiep_nhan"));
    must(dossier.complete("thu_phi"));
    const { id } = dossier.task("tra_cuu");
    const actor = officer(dossier, "tra_cuu");
    expect(codes(dossier.do({ type: "complete-task", actor, at: dossier.at, task: id, outcome: "tim_thay" }))).toEqual(["record-missing /record"]);
    const wrong = dossier.do({ type: "complete-task", actor, at: dossier.at, task: id, outcome: "tim_thay", record: { la: 1 } });
    expect(codes(wrong).every((problem) => problem.includes(" /record"))).toBe(true);
    expect(codes(wrong).length).toBeGreaterThan(0);
  });

  it("says the hand-over needs to know who received, and no result goes out unsigned", () => {
    const dossier = life(COPY, "04-a");
    for (const step of ["tiep_nhan", "thu_phi", "tra_cuu", "ky", "dong_dau"]) must(dossier.complete(step));
    expect(dossier.state).toMatchObject({ phase: "finished", nationalStatus: 9, results: { ban_sao: { number: dossier.state.code } } });
    const { id } = dossier.task("tra_ket_qua");
    const unnamed = dossier.do({ type: "complete-task", actor: officer(dossier, "tra_ket_qua"), at: dossier.at, task: id, outcome: "returned", recipient: { name: "  ", by: "counter" } });
    expect(codes(unnamed)).toEqual(["recipient-missing /recipient/name"]);
    must(dossier.complete("tra_ket_qua"));
    expect(dossier.state).toMatchObject({ phase: "returned", nationalStatus: 10, running: false });
  });

  it("refuses a way to the counter that leaves the signature out", () => {
    const found = procedures.find(({ code }) => code === COPY);
    const sample = found?.samples[0];
    if (found === undefined || sample === undefined) throw new Error("no sample");
    const { workflow } = found.module.procedure;
    const tra_cuu = { ...workflow.steps["tra_cuu"], next: { tim_thay: "tra_ket_qua" } } as (typeof workflow.steps)[string];
    const planted = { ...found.module, procedure: { ...found.module.procedure, workflow: { ...workflow, steps: { ...workflow.steps, tra_cuu } } } };
    const dossier = new Life(planted, sample);
    must(dossier.submit());
    must(dossier.complete("tiep_nhan"));
    must(dossier.complete("thu_phi"));
    expect(codes(dossier.complete("tra_cuu", "tim_thay"))).toEqual(["result-not-signed /outcome"]);
  });

  it("refuses at intake with its reason, by its hash", () => {
    const dossier = life(COPY, "04-a");
    must(dossier.complete("tiep_nhan", "refuse", { note: "Không thuộc thẩm quyền" }));
    expect(dossier.state).toMatchObject({ phase: "refused", nationalStatus: 3, running: false });
    expect(dossier.state.acceptedAt).toBeUndefined();
    expect(Object.values(dossier.personal?.notes ?? {})).toContain("Không thuộc thẩm quyền");
    expect(dossier.bodies.join("")).not.toContain("thẩm quyền");
  });

  it("marks work that was late", () => {
    const dossier = life(COPY, "04-a");
    dossier.at = later(dossier.at, DAY);
    must(dossier.complete("tiep_nhan"));
    expect(dossier.events.find(({ type }) => type === "task-done")).toMatchObject({ late: true });
  });
});

describe("the clock", () => {
  it("stands still while the applicant pays and moves the due date by the days that passed", () => {
    const dossier = life(COPY, "04-a");
    must(dossier.complete("tiep_nhan"));
    const promised = dossier.state.due ?? "";
    expect(dossier.state).toMatchObject({ nationalStatus: 6, pausedSince: dossier.at });
    dossier.at = later(dossier.at, DAY);
    must(dossier.complete("thu_phi", "paid"));
    expect(dossier.state.pausedSince).toBeUndefined();
    expect(dossier.state.nationalStatus).toBe(4);
    expect(Date.parse(dossier.state.due ?? "")).toBeGreaterThan(Date.parse(promised));
    expect(dossier.state.firstDue).toBe(promised);
  });

  it("refuses to time a task out before its time, or one without a legal time, or by a person", () => {
    const dossier = atConfirmation();
    const { id, due } = dossier.task("xac_nhan_ban_nhap");
    expect(codes(dossier.do({ type: "time-out", actor: SYSTEM, at: dossier.at, task: id }))).toEqual(["not-due-yet /task"]);
    expect(codes(dossier.do({ type: "time-out", actor: CITIZEN, at: later(due ?? "", 1), task: id }))).toEqual(["not-your-task /task"]);
    must(dossier.do({ type: "time-out", actor: SYSTEM, at: later(due ?? "", 1), task: id }));
    expect(dossier.state.outcomes["xac_nhan_ban_nhap"]).toBe("confirmed");
    const intake = life(COPY, "04-a");
    expect(codes(intake.do({ type: "time-out", actor: SYSTEM, at: later(intake.at, 90 * DAY), task: "tiep_nhan@1" }))).toEqual(["not-due-yet /task"]);
  });

  it("lets only the account's owner confirm a draft", () => {
    const dossier = atConfirmation();
    const { id } = dossier.task("xac_nhan_ban_nhap");
    const clerk = { kind: "officer", id: "clerk", unit: dossier.state.receivingUnit, role: "can_bo_tiep_nhan" } as const;
    expect(codes(dossier.do({ type: "complete-task", actor: clerk, at: dossier.at, task: id, outcome: "confirmed" }))).toEqual(["not-your-task /task"]);
    must(dossier.do({ type: "complete-task", actor: CITIZEN, at: dossier.at, task: id, outcome: "corrected", note: "Sai chữ đệm" }));
    expect(dossier.state.position).toEqual({ step: "tham_tra" });
  });
});

describe("a consultation", () => {
  it("waits for all it asked, keeps each answer and goes by an objection", () => {
    const dossier = atConsultation();
    const parts = Object.values(dossier.state.tasks);
    expect(parts.map(({ id }) => id)).toEqual(["xac_minh@3.1", "xac_minh@3.2"]);
    const [first, second] = parts;
    if (first === undefined || second === undefined) throw new Error("two units are asked");
    expect(codes(dossier.do({ type: "answer-consultation", actor: dossier.actorOf(first), at: dossier.at, task: second.id, answer: "agreed" }))).toEqual(["not-your-task /task"]);
    must(dossier.do({ type: "answer-consultation", actor: dossier.actorOf(first), at: dossier.at, task: first.id, answer: "objected", note: "Đã kết hôn" }));
    expect(types(dossier)).toEqual(["task-done"]);
    must(dossier.do({ type: "answer-consultation", actor: dossier.actorOf(second), at: dossier.at, task: second.id, answer: "agreed" }));
    expect(dossier.state.outcomes["xac_minh"]).toBe("objected");
    expect(dossier.state.answered).toEqual({});
    expect(dossier.state.position).toEqual({ step: "tham_tra" });
  });

  it("counts silence that is no consent as silence", () => {
    const dossier = atConsultation();
    for (const { id, due } of Object.values(dossier.state.tasks)) must(dossier.do({ type: "time-out", actor: SYSTEM, at: later(due ?? "", 1), task: id }));
    expect(dossier.state.outcomes["xac_minh"]).toBe("silent");
  });

  it("ends with a withdrawal, whoever has answered", () => {
    const dossier = atConsultation();
    const [first] = Object.values(dossier.state.tasks);
    if (first === undefined) throw new Error("nobody is asked");
    must(dossier.do({ type: "answer-consultation", actor: dossier.actorOf(first), at: dossier.at, task: first.id, answer: "agreed" }));
    must(dossier.do({ type: "withdraw", actor: { kind: "officer", id: "clerk", unit: dossier.state.receivingUnit, role: "can_bo_tiep_nhan" }, at: dossier.at, reason: "Đổi ý" }));
    expect(types(dossier)).toEqual(["withdrawn", "task-cancelled", "generation-ended", "status-changed"]);
    expect(dossier.state).toMatchObject({ phase: "withdrawn", nationalStatus: 7, tasks: {}, running: false });
  });

  it("refuses a withdrawal by a stranger and after the signature", () => {
    const dossier = life(COPY, "04-a");
    expect(codes(dossier.do({ type: "withdraw", actor: SYSTEM, at: dossier.at }))).toEqual(["not-your-task /act"]);
    for (const step of ["tiep_nhan", "thu_phi", "tra_cuu", "ky"]) must(dossier.complete(step));
    const clerk = { kind: "officer", id: "clerk", unit: dossier.state.receivingUnit, role: "can_bo_tiep_nhan" } as const;
    expect(codes(dossier.do({ type: "withdraw", actor: clerk, at: dossier.at }))).toEqual(["too-late-to-withdraw /act"]);
  });
});

describe("a supplement", () => {
  it("stops the clock and the execution, and resumes inside the fork where it left with the answers given", () => {
    const dossier = inFork();
    const asked = Object.values(dossier.state.tasks).filter(({ step }) => step === "lay_y_kien");
    const [answered, ...waiting] = asked;
    if (answered === undefined) throw new Error("nobody is asked");
    must(dossier.do({ type: "answer-consultation", actor: dossier.actorOf(answered), at: dossier.at, task: answered.id, answer: "agreed" }));
    must(dossier.do(defects(dossier, "tham_dinh")));
    expect(dossier.state).toMatchObject({ phase: "supplement", nationalStatus: 5, running: false, generation: 1 });
    expect(Object.values(dossier.state.tasks).map(({ step }) => step)).toEqual([SUPPLEMENT_STEP]);
    dossier.at = later(dossier.at, DAY);
    must(dossier.do({ type: "supplement", actor: clerkOf(dossier), at: dossier.at, documents: [] }));
    expect(dossier.state).toMatchObject({ phase: "processing", running: true, generation: 2 });
    expect(Object.values(dossier.state.tasks).filter(({ step }) => step === "lay_y_kien").map(({ assignee }) => assignee)).toEqual(waiting.map(({ assignee }) => assignee));
    expect(dossier.task("tham_dinh").wait).toBe(`tham_dinh@${dossier.bodies.length}`);
    dossier.toTheEnd();
    expect(dossier.state.nationalStatus).toBe(10);
  });

  it("refuses a second one where the limit is hard, and asks for the reason where it is not", () => {
    const hard = supplementedOnce(inFork(), "tham_dinh");
    expect(codes(hard.do(defects(hard, "tham_dinh")))).toEqual(["supplement-limit /act"]);
    const soft = supplementedOnce(life(COPY, "04-a"), "tiep_nhan");
    expect(codes(soft.do(defects(soft, "tiep_nhan")))).toEqual(["supplement-reason-missing /overLimitReason"]);
    must(soft.do({ ...defects(soft, "tiep_nhan"), overLimitReason: "Giấy tờ mới phát hiện không hợp lệ" }));
    expect(soft.events.findLast(({ type }) => type === "supplement-requested")).toMatchObject({ number: 2, overLimit: true });
  });

  it("refuses one without a defect, with an empty one, for an unknown paper, and at a step where nothing is examined", () => {
    const dossier = life(COPY, "04-a");
    const asked = defects(dossier, "tiep_nhan");
    expect(codes(dossier.do({ ...asked, defects: [] }))).toEqual(["defects-missing /defects"]);
    expect(codes(dossier.do({ ...asked, defects: [{ text: " " }, { text: "x", document: "la" }] }))).toEqual(["defects-missing /defects/0/text", "document-unknown /defects/1/document"]);
    // What the agency has to look up itself is not asked for, found or not.
    const birth = life("1.001193", "01-a");
    expect(codes(birth.do({ ...defects(birth, "tiep_nhan"), defects: [{ text: "x", document: "giay_ket_hon" }] }))).toEqual(["document-looked-up /defects/0/document"]);
    for (const step of ["tiep_nhan", "thu_phi", "tra_cuu"]) must(dossier.complete(step));
    expect(codes(dossier.do(defects(dossier, "ky")))).toEqual(["supplement-not-here /task"]);
  });

  it("refuses what was not asked for, what a stranger brings and what is still wrong; nothing is lost meanwhile", () => {
    const dossier = life(COPY, "04-a");
    expect(codes(dossier.do({ type: "supplement", actor: clerkOf(dossier), at: dossier.at, documents: [] }))).toEqual(["supplement-not-requested /act"]);
    must(dossier.do(defects(dossier, "tiep_nhan")));
    expect(codes(dossier.do({ type: "supplement", actor: SYSTEM, at: dossier.at, documents: [] }))).toEqual(["not-your-task /act"]);
    const wrong = dossier.do({ type: "supplement", actor: clerkOf(dossier), at: dossier.at, form: {}, documents: [{ id: "la", copy: 1 }] });
    expect(codes(wrong)).toContain("document-unknown /documents/la");
    expect(codes(wrong).filter((problem) => problem.startsWith("required /form/")).length).toBeGreaterThan(3);
    expect(dossier.personal?.form).toEqual(dossier.sample.form);
  });

  it("ends when the response window has passed: stopped after acceptance", () => {
    const dossier = inFork();
    must(dossier.do(defects(dossier, "tham_dinh")));
    const { id, due } = dossier.task(SUPPLEMENT_STEP);
    expect(codes(dossier.do({ type: "time-out", actor: SYSTEM, at: dossier.at, task: id }))).toEqual(["not-due-yet /task"]);
    must(dossier.do({ type: "time-out", actor: SYSTEM, at: later(due ?? "", 1), task: id }));
    expect(dossier.state).toMatchObject({ phase: "stopped", nationalStatus: 8, tasks: {} });
  });
});

describe("a stop", () => {
  it("needs acceptance and a reason, and cancels what is open in every branch", () => {
    const early = life(HOUSE, "07-b");
    expect(codes(early.do({ type: "stop", actor: officer(early, "tiep_nhan"), at: early.at, task: "tiep_nhan@1", reason: " " }))).toEqual(["not-accepted /act", "reason-missing /reason"]);
    const dossier = inFork();
    const { id } = dossier.task("tham_dinh");
    const open = Object.keys(dossier.state.tasks).length;
    must(dossier.do({ type: "stop", actor: officer(dossier, "tham_dinh"), at: dossier.at, task: id, reason: "Đất tranh chấp" }));
    expect(types(dossier).filter((type) => type === "task-cancelled")).toHaveLength(open);
    expect(dossier.state).toMatchObject({ phase: "stopped", nationalStatus: 8, tasks: {}, running: false });
  });
});

describe("another system's answer", () => {
  it("goes where its outcome leads; its data are kept apart from the log", () => {
    const dossier = atConfirmation();
    must(dossier.do({ type: "complete-task", actor: CITIZEN, at: dossier.at, task: dossier.task("xac_nhan_ban_nhap").id, outcome: "confirmed" }));
    const { id } = dossier.task("cap_so_dinh_danh");
    const answer = { type: "register-result", actor: SYSTEM, at: dossier.at, task: id, outcome: "unavailable" } as const;
    expect(codes(dossier.do({ ...answer, actor: CITIZEN }))).toEqual(["not-your-task /task"]);
    must(dossier.do(answer));
    must(dossier.complete("cho_ket_noi", "goi_lai"));
    must(dossier.do({ ...answer, task: dossier.task("cap_so_dinh_danh").id, outcome: "done", reference: "R-7", data: { so_dinh_danh: "087226000001" } }));
    expect(dossier.personal?.records["cap_so_dinh_danh"]).toEqual({ so_dinh_danh: "087226000001" });
    expect(dossier.bodies.join("")).not.toContain("087226000001");
    expect(dossier.state.position).toEqual({ step: "ky" });
  });
});

it("folds every log to the state that was committed with it", () => {
  for (const { module, samples } of procedures) {
    for (const sample of samples.filter(({ expected }) => expected.outcome === "accepted")) {
      const dossier = new Life(module, sample);
      must(dossier.submit());
      dossier.toTheEnd();
      expect(fold(dossier.bodies.map((body) => JSON.parse(body) as EventBatch))).toEqual(JSON.parse(JSON.stringify(dossier.state)) as DossierState);
    }
  }
});

function clerkOf({ state }: Life) {
  return { kind: "officer", id: "clerk", unit: state.receivingUnit, role: "can_bo_tiep_nhan" } as const;
}

function defects(of: Life, step: string) {
  return { type: "request-supplement", actor: officer(of, step), at: of.at, task: of.task(step).id, defects: [{ text: "Thiếu sơ đồ" }] } as const;
}

function supplementedOnce(of: Life, step: string): Life {
  must(of.do(defects(of, step)));
  must(of.do({ type: "supplement", actor: clerkOf(of), at: of.at, documents: [] }));
  return of;
}

function atConfirmation(): Life {
  const dossier = life(BIRTH, "01-b");
  must(dossier.complete("tiep_nhan"));
  must(dossier.complete("tham_tra"));
  return dossier;
}

function atConsultation(): Life {
  const dossier = life(MARITAL, "03-b");
  must(dossier.complete("tiep_nhan"));
  must(dossier.complete("tham_tra", "can_xac_minh"));
  return dossier;
}

function inFork(): Life {
  const dossier = life(HOUSE, "07-b", { script: [] });
  must(dossier.complete("tiep_nhan"));
  must(dossier.complete("phan_cong"));
  return dossier;
}
