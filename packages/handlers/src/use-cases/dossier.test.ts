import type { ProcedureModule } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import { createHandlers } from "../create-handlers.ts";
import { apiRouter } from "../http/api-router.ts";
import type { Act, Caller, Handlers } from "../handlers.ts";
import { SAMPLE_MODULE, SAMPLE_PROCEDURE } from "../testing/sample-procedure.ts";
import type { SampleShop } from "../testing/sample-shop.ts";
import { CITIZEN, CLERK, EXPERT, sampleShop, SUBMISSION } from "../testing/sample-shop.ts";

/** The sample procedure with a question to each side; an officer's yes waives the fee and asks for another paper. */
const ASKING: ProcedureModule = {
  ...SAMPLE_MODULE,
  procedure: {
    ...SAMPLE_PROCEDURE,
    questions: { uy_quyen: { text: { vi: "Có ủy quyền?" }, by: "applicant" }, mien: { text: { vi: "Thuộc diện miễn?", en: "Exempt?" }, by: "officer" }, thieu: { text: { vi: "Phải có bản gốc?" }, by: "officer" } },
    fees: SAMPLE_PROCEDURE.fees.map((fee) => ({ ...fee, waived: [{ when: "ask.mien", reason: { vi: "Diện miễn" } }] })),
    documents: [...SAMPLE_PROCEDURE.documents, { id: "ban_goc", name: { vi: "Bản gốc" }, mode: "submit", when: "ask.thieu" }],
  },
  expressions: { ...SAMPLE_MODULE.expressions, "/procedure/fees/0/waived/0/when": ({ ask }) => ask?.["mien"], "/procedure/documents/2/when": ({ ask }) => ask?.["thieu"] },
};

describe("a dossier as people see it", () => {
  let shop: SampleShop;
  let handlers: Handlers;
  let code: string;

  beforeEach(async () => {
    shop = await sampleShop();
    handlers = createHandlers({ ...shop.ports, catalogue: { ...shop.ports.catalogue, load: async () => ASKING } });
    const receipt = await handlers.submit(CITIZEN, { ...SUBMISSION, answers: { uy_quyen: true } }, shop.key("submit"));
    if (!receipt.ok) throw new Error("not submitted");
    code = receipt.value.code;
  });

  async function seen(caller: Caller) {
    const view = await handlers.dossier(caller, code);
    if (!view.ok) throw new Error("not seen");
    return view.value;
  }

  const accept = (answers: Readonly<Record<string, boolean>>, note?: string): Act => ({ act: "complete", task: "tiep_nhan@1", outcome: "accept", answers, ...(note === undefined ? {} : { note }) });
  const did = async (act: Act) => {
    const done = await handlers.act(CLERK, code, act, shop.key("act"));
    return done.ok ? [] : done.problems.map((problem) => `${problem.code} ${problem.pointer}`);
  };

  it("asks whoever has the task the officers' questions, with what was answered so far, and nobody else", async () => {
    const questions = [{ id: "mien", text: { vi: "Thuộc diện miễn?", en: "Exempt?" } }, { id: "thieu", text: { vi: "Phải có bản gốc?" } }];
    expect((await seen(CLERK)).tasks).toMatchObject([{ step: "tiep_nhan", questions }]);
    expect(JSON.stringify(await seen(CITIZEN))).not.toContain("Thuộc diện miễn");
    expect((await seen(EXPERT)).tasks).toEqual([]);
    expect(await did(accept({ mien: true }))).toEqual([]);
    const register = Object.values((await seen(CLERK)).state.tasks)[0];
    await handlers.connect({ code, generation: 1, wait: register?.wait ?? "", step: "tra_cuu", lastAttempt: false });
    expect((await seen(EXPERT)).tasks[0]?.questions).toEqual([{ ...questions[0], answer: true }, questions[1]]);
  });

  it("shows the fees as they were settled at acceptance, on the dossier and on its receipt", async () => {
    expect((await seen(CITIZEN)).state.fees).toEqual([{ id: "le_phi", vnd: 5000 }]);
    expect(await did(accept({ mien: true }))).toEqual([]);
    expect((await seen(CITIZEN)).state.fees).toEqual([{ id: "le_phi", vnd: 0, waived: true }]);
    expect((await shop.ports.dossiers.load(code))?.state.fees).toEqual([{ id: "le_phi", vnd: 0, waived: true }]);
  });

  it("refuses answers to the applicant's questions, and one that asks for a paper that is not there", async () => {
    expect(await did(accept({ uy_quyen: false, la: true }))).toEqual(["unknown-question /answers/uy_quyen", "unknown-question /answers/la"]);
    expect(await did(accept({ thieu: true }))).toEqual(["answer-needs-document /answers"]);
    expect((await seen(CLERK)).state.acceptedAt).toBeUndefined();
  });

  it("refuses over HTTP an answer that is neither yes nor no", async () => {
    const send = async (answers: unknown) => {
      const body = JSON.stringify({ act: "complete", task: "tiep_nhan@1", outcome: "accept", answers });
      return apiRouter(handlers, shop.ports)({ method: "POST", path: `/api/dossiers/${code}/acts`, query: {}, headers: { "idempotency-key": shop.key("http") }, sub: CLERK.sub, body });
    };
    expect((await send({ mien: "yes" })).status).toBe(400);
    expect((await send({ mien: false })).status).toBe(200);
  });

  it("tells an officer's note to officers alone", async () => {
    expect(await did(accept({}, "Đã xem bản gốc"))).toEqual([]);
    expect((await seen(EXPERT)).history.find(({ step }) => step === "tiep_nhan")?.note).toBe("Đã xem bản gốc");
    expect(JSON.stringify(await seen(CITIZEN))).not.toContain("Đã xem bản gốc");
  });
});
