import { describe, expect, it } from "vitest";
import { Life, must } from "../testing/life.ts";
import { realProcedures } from "../testing/real-procedures.ts";

const procedures = await realProcedures();
const STEP = "ket_luan_cu_tru";

/** A linked birth registration where the police conclude on the residence. */
function atConclusion(code: string): Life {
  const found = procedures.find((procedure) => procedure.code === code);
  const sample = found?.samples.find(({ id }) => id.endsWith("a-cha-me-chu-so-huu"));
  if (found === undefined || sample === undefined) throw new Error("no sample");
  const life = new Life(found.module, { ...sample, script: [] });
  must(life.submit());
  for (let acts = 0; acts < 20 && !isOpen(life); acts += 1) {
    const [task] = Object.values(life.state.tasks);
    if (task?.assignee.kind !== "system") must(life.complete(task?.step ?? ""));
    else must(life.do({ type: "register-result", actor: life.actorOf(task), at: life.at, task: task.id, outcome: "done", reference: "R-1" }));
  }
  return life;
}

const isOpen = ({ state }: Life) => Object.values(state.tasks).some(({ step }) => step === STEP);

describe.each(["2.000986", "3.000722"])("the conclusion on residence of %s", (code) => {
  it.each([["tu_choi", true], ["dang_ky", false]] as const)("refuses %s with a record that says the opposite", (outcome, dong_y) => {
    const life = atConclusion(code);
    const refused = life.complete(STEP, outcome, { record: { dong_y } });
    expect(refused.ok ? [] : refused.problems.map(({ code: problem, pointer }) => `${problem} ${pointer}`)).toEqual(["outcome-against-record /outcome"]);
    expect(isOpen(life)).toBe(true);
  });

  it.each([["tu_choi", false], ["dang_ky", true]] as const)("reaches the return by %s with the record that goes with it", (outcome, dong_y) => {
    const life = atConclusion(code);
    must(life.complete(STEP, outcome, { record: { dong_y } }));
    life.toTheEnd();
    expect(life.state.phase).toBe("returned");
    expect(life.state.results["thong_bao_cu_tru"]?.signedAt !== undefined).toBe(dong_y);
  });
});
