import type { Result } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import type { Actor } from "../actor.ts";
import { Life, must } from "../testing/life.ts";
import { realProcedures } from "../testing/real-procedures.ts";

const procedures = await realProcedures();
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`));

/** A copy that waits for its signature, where whoever looked it up may not sign. */
function atSignature(): Life {
  const found = procedures.find(({ code }) => code === "2.000635");
  const sample = found?.samples.find(({ id }) => id.startsWith("04-a"));
  if (found === undefined || sample === undefined) throw new Error("no sample");
  const { workflow } = found.module.procedure;
  const ky = { ...workflow.steps["ky"], notSameAs: "tra_cuu" } as (typeof workflow.steps)[string];
  const life = new Life({ ...found.module, procedure: { ...found.module.procedure, workflow: { ...workflow, steps: { ...workflow.steps, ky } } } }, sample);
  must(life.submit());
  for (const step of ["tiep_nhan", "thu_phi", "tra_cuu"]) must(life.complete(step));
  return life;
}

function sign(life: Life, actor: Partial<Actor>) {
  const task = life.task("ky");
  return life.do({ type: "complete-task", actor: { ...life.actorOf(task), ...actor }, at: life.at, task: task.id, outcome: "signed" });
}

describe("four eyes at a step", () => {
  it("refuses whoever did the other step, in another role and by a deputy too", () => {
    const life = atSignature();
    expect(life.state.doneBy?.["tra_cuu"]).toEqual(["cong_chuc_thu_ly"]);
    expect(codes(sign(life, { id: "cong_chuc_thu_ly" }))).toEqual(["four-eyes-step /task"]);
    expect(codes(sign(life, { id: "pho", onBehalfOf: "cong_chuc_thu_ly" }))).toEqual(["four-eyes-step /task"]);
    must(sign(life, { id: "lanh_dao" }));
  });
});
