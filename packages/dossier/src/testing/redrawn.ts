import type { ForkStep, ProcedureModule, Sample, Step, WorkflowFile } from "@motcua/procedure";
import { Life, must } from "./life.ts";
import { realProcedures } from "./real-procedures.ts";

const BUILDING = "1.013225";

/** A building permit whose workflow is changed step by step; its conditions stay those of the definition. */
export async function redrawn(changes: Readonly<Record<string, Partial<Step> | Partial<ForkStep>>>, more: (module: ProcedureModule) => Partial<ProcedureModule> = () => ({})): Promise<Life> {
  const found = (await realProcedures()).find(({ code }) => code === BUILDING);
  const sample = found?.samples.find(({ id }) => id.startsWith("07-b")) as Sample;
  if (found === undefined) throw new Error(`there is no ${BUILDING}`);
  const { procedure } = found.module;
  const steps = Object.fromEntries(Object.entries(procedure.workflow.steps).map(([id, step]) => [id, { ...step, ...changes[id] }])) as WorkflowFile["steps"];
  const module: ProcedureModule = { ...found.module, procedure: { ...procedure, workflow: { ...procedure.workflow, steps } } };
  return new Life({ ...module, ...more(module) }, sample);
}

/** Submits it and brings it to its fork. */
export function atItsFork(life: Life): Life {
  must(life.submit());
  life.at = life.sample.acceptedAt ?? life.at;
  must(life.complete("tiep_nhan"));
  must(life.complete("phan_cong"));
  return life;
}

/** Answers one of those consulted. */
export function answer(life: Life, answered: "agreed" | "objected"): void {
  const task = life.task("lay_y_kien");
  must(life.do({ type: "answer-consultation", actor: life.actorOf(task), at: life.at, task: task.id, answer: answered }));
}
