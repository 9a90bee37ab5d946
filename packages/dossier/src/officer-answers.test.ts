import type { ProcedureModule, Result, Sample } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { CITIZEN, Life, must } from "./testing/life.ts";
import { realProcedures } from "./testing/real-procedures.ts";

const procedures = await realProcedures();
const BIRTH = "1.001193";
const COPY = "2.000635";
const HOUSE = "1.013225";

function started(code: string, sample: string, change: { readonly answers?: Sample["answers"]; readonly module?: (module: ProcedureModule) => ProcedureModule } = {}): Life {
  const found = procedures.find((each) => each.code === code);
  const given = found?.samples.find(({ id }) => id.startsWith(sample));
  if (found === undefined || given === undefined) throw new Error(`no sample ${code} ${sample}`);
  const life = new Life(change.module?.(found.module) ?? found.module, { ...given, ...(change.answers === undefined ? {} : { answers: change.answers }) });
  must(life.submit());
  return life;
}

/** The procedure with one of the applicant's questions asked of officers. */
const askedOfOfficers = (id: string) => (module: ProcedureModule): ProcedureModule => {
  const { [id]: question, ...others } = module.procedure.questions ?? {};
  if (question === undefined) throw new Error(`no question ${id}`);
  return { ...module, procedure: { ...module.procedure, questions: { ...others, [id]: { ...question, by: "officer" } } } };
};

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`));
const agencies = (life: Life) => Object.values(life.state.tasks).flatMap(({ assignee }) => (assignee.kind === "unit" ? [assignee.of] : []));
const doneOf = (life: Life, step: string) => life.events.find((event) => event.type === "task-done" && event.step === step);

function toConsultation(life: Life, answers: Readonly<Record<string, boolean>>): void {
  must(life.complete("tiep_nhan", "accept"));
  must(life.complete("phan_cong", undefined, { answers }));
}

describe("questions officers answer", () => {
  it("decide who is consulted: the fire police for a house that is under fire safety", () => {
    const withPaper = started(HOUSE, "07-b", { answers: { thuoc_dien_pccc: true } });
    toConsultation(withPaper, { thuoc_dien_pccc: true });
    expect(agencies(withPaper)).toContain("canh_sat_pccc");
    const without = started(HOUSE, "07-b", { answers: { thuoc_dien_pccc: true } });
    toConsultation(without, { thuoc_dien_pccc: false });
    expect(agencies(without)).not.toContain("canh_sat_pccc");
    expect(agencies(without)).toContain("quan_ly_ha_tang");
  });

  it("are kept in the personal record, later answers in the place of earlier ones, and in the event by a salted hash alone", () => {
    const life = started(HOUSE, "07-a");
    must(life.complete("tiep_nhan", "accept", { answers: { phai_tham_tra: false, trong_khu_di_tich: false } }));
    must(life.complete("phan_cong"));
    expect(life.personal?.answers).toEqual({ ...life.sample.answers, phai_tham_tra: false, trong_khu_di_tich: false });
    expect(doneOf(life, "tiep_nhan")).toMatchObject({ answersHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(doneOf(life, "phan_cong")).not.toHaveProperty("answersHash");
    expect(life.bodies.join("")).not.toContain("phai_tham_tra");
    const other = started(HOUSE, "07-a");
    must(other.complete("tiep_nhan", "accept", { answers: { phai_tham_tra: false } }));
    expect((doneOf(other, "tiep_nhan") as { answersHash?: string }).answersHash).not.toBe((doneOf(life, "tiep_nhan") as { answersHash?: string }).answersHash);
  });

  it("refuses questions there are not, names every object has, and the applicant's", () => {
    const life = started(BIRTH, "01-a");
    const answers = JSON.parse('{"la~/":true,"__proto__":true,"mien_le_phi":true,"khong_khai_thac_duoc_cu_tru":false}') as Record<string, boolean>;
    expect(codes(life.complete("tiep_nhan", "accept", { answers }))).toEqual(["unknown-question /answers/la~0~1", "unknown-question /answers/__proto__", "unknown-question /answers/mien_le_phi"]);
    expect(life.bodies).toHaveLength(1);
    expect(life.personal?.answers).toEqual(life.sample.answers ?? {});
  });

  it("refuses answers at a step that does not look into the dossier, and from the applicant", () => {
    const life = started(COPY, "04-a");
    must(life.complete("tiep_nhan"));
    expect(codes(life.complete("thu_phi", "paid", { answers: { khong_khai_thac_duoc_giay_to: false } }))).toEqual(["unknown-question /answers/khong_khai_thac_duoc_giay_to"]);
    const birth = started(BIRTH, "01-b");
    must(birth.complete("tiep_nhan"));
    must(birth.complete("tham_tra"));
    const { id } = birth.task("xac_nhan_ban_nhap");
    const own = { type: "complete-task", actor: CITIZEN, at: birth.at, task: id, outcome: "confirmed" } as const;
    expect(codes(birth.do({ ...own, answers: { khong_khai_thac_duoc_giay_to: false } }))).toEqual(["unknown-question /answers/khong_khai_thac_duoc_giay_to"]);
    must(birth.do(own));
  });

  it("refuses to go on where an answer asks for a paper nobody has handed in, until a supplement has brought it", () => {
    const life = started(HOUSE, "07-a");
    const answers = { thuoc_dien_pccc: true };
    expect(codes(life.complete("tiep_nhan", "accept", { answers }))).toEqual(["answer-needs-document /answers"]);
    const clerk = life.actorOf(life.task("tiep_nhan"));
    must(life.do({ type: "request-supplement", actor: clerk, at: life.at, task: life.task("tiep_nhan").id, defects: [{ text: "Thiếu kết quả PCCC", document: "ket_qua_pccc" }] }));
    const applicant = life.state.account === undefined ? clerk : CITIZEN;
    must(life.do({ type: "supplement", actor: applicant, at: life.at, documents: [{ id: "ket_qua_pccc", original: 1 }] }));
    must(life.complete("tiep_nhan", "accept", { answers }));
    expect(life.personal?.answers).toMatchObject(answers);
  });

  it("asks for no paper where the outcome ends the dossier", () => {
    const life = started(HOUSE, "07-a");
    must(life.complete("tiep_nhan", "refuse", { answers: { thuoc_dien_pccc: true }, note: "Không thuộc thẩm quyền" }));
    expect(life.state.phase).toBe("refused");
  });
});

describe("fees at acceptance", () => {
  const accepted = (life: Life) => life.events.find(({ type }) => type === "accepted");

  it("are settled again by the answers then known, and kept in the event where they differ", () => {
    const life = started(COPY, "04-a", { module: askedOfOfficers("mien_phi") });
    const before = life.state.fees;
    expect(before.some(({ vnd }) => vnd !== 0)).toBe(true);
    must(life.complete("tiep_nhan", "accept", { answers: { mien_phi: true } }));
    const fees = before.map(({ id }) => ({ id, vnd: 0, waived: true }));
    expect(accepted(life)).toMatchObject({ fees });
    expect(life.state.fees).toEqual(fees);
    // Nothing is to be paid: the step is not entered.
    expect(Object.values(life.state.tasks).map(({ step }) => step)).toEqual(["tra_cuu"]);
  });

  it("are not repeated where they are those of the submission", () => {
    const life = started(COPY, "04-a", { module: askedOfOfficers("mien_phi") });
    const before = life.state.fees;
    must(life.complete("tiep_nhan", "accept", { answers: { mien_phi: false } }));
    expect(accepted(life)).not.toHaveProperty("fees");
    expect(life.state.fees).toEqual(before);
  });
});
