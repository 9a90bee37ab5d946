import type { ProcedureModule, Result, Sample, Step } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { Life, must } from "../testing/life.ts";
import { realProcedures } from "../testing/real-procedures.ts";

const procedures = await realProcedures();
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`));

function found(code: string, id: string): { readonly module: ProcedureModule; readonly sample: Sample } {
  const procedure = procedures.find((each) => each.code === code);
  const sample = procedure?.samples.find((each) => each.id.startsWith(id));
  if (procedure === undefined || sample === undefined) throw new Error(`no sample ${code} ${id}`);
  return { module: procedure.module, sample };
}

/** A procedure with other steps. */
function withSteps(module: ProcedureModule, change: (steps: Readonly<Record<string, Step>>) => Readonly<Record<string, Step>>): ProcedureModule {
  const { procedure } = module;
  return { ...module, procedure: { ...procedure, workflow: { ...procedure.workflow, steps: change(procedure.workflow.steps) } } };
}

describe("refusals that no procedure of the repository meets in an ordinary life", () => {
  it("refuses a form that no case of the procedure fits", () => {
    const { module, sample } = found("2.000635", "04-a");
    const none: ProcedureModule = { ...module, procedure: { ...module.procedure, cases: {} } };
    expect(codes(new Life(none, sample).submit())).toEqual(["no-case /form"]);
  });

  it("refuses one set of drawings where the law asks for two", () => {
    const { module, sample } = found("1.013225", "07-b");
    const documents = sample.documents.map((document) => (document.id === "ban_ve_thiet_ke" ? { ...document, sets: 1 } : document));
    expect(codes(new Life(module, { ...sample, documents }).submit())).toEqual(["document-sets /documents/ban_ve_thiet_ke"]);
  });

  it("refuses more time where nobody signs, so that nobody could approve it", () => {
    const { module, sample } = found("2.000635", "04-a");
    const unsigned = withSteps(module, (steps) => ({ ...steps, ky: { ...steps["ky"], kind: "task", next: { signed: "dong_dau" } } as unknown as Step }));
    const life = new Life(unsigned, sample);
    must(life.submit());
    for (const step of ["tiep_nhan", "thu_phi"]) must(life.complete(step));
    const task = life.task("tra_cuu");
    const until = "2026-12-31";
    expect(codes(life.do({ type: "request-extension", actor: life.actorOf(task), at: life.at, task: task.id, until, reason: "Phải tìm trong sổ cũ" }))).toEqual(["extension-no-approver /act"]);
  });

  it("refuses to correct a result that was never signed", () => {
    const { module, sample } = found("2.000635", "04-a");
    const unsigned = withSteps(module, (steps) => {
      const { result: _, ...ky } = steps["ky"] as Step & { readonly result?: string };
      return { ...steps, ky, tra_ket_qua: { ...steps["tra_ket_qua"], results: [] } as unknown as Step };
    });
    const life = new Life(unsigned, sample);
    must(life.submit());
    life.toTheEnd("tra_ket_qua");
    const task = life.task("tra_ket_qua");
    expect(codes(life.do({ type: "correct-result", actor: life.actorOf(task), at: life.at, task: task.id, reason: "Sai họ tên" }))).toEqual(["nothing-to-correct /act"]);
  });
});
