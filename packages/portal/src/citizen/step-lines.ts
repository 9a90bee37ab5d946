import type { Procedure, Step } from "@motcua/procedure";
import { durationWords } from "../words/duration-words.ts";

/** A step as the procedure's page lists it. */
export interface StepLine {
  readonly name: string;
  readonly who: string;
  readonly time?: string;
  /** Said of steps that are not always taken. */
  readonly sometimes: boolean;
}

/** The steps in the order a dossier meets them: along the first outcomes, side ways after. */
export function stepLines({ workflow, roles }: Procedure): readonly StepLine[] {
  const order: string[] = [];
  const visit = (id: string): void => {
    const step = workflow.steps[id];
    if (step === undefined || order.includes(id)) return;
    order.push(id);
    if (step.kind === "fork") for (const branch of Object.values(step.branches)) visit(branch.start);
    if (step.skip !== undefined) visit(step.skip);
  };
  const main = (id: string | undefined): void => {
    while (id !== undefined && workflow.steps[id] !== undefined && !order.includes(id)) {
      visit(id);
      id = Object.values(workflow.steps[id]?.next ?? {})[0];
    }
  };
  main(workflow.start);
  const always = new Set(order);
  return order.flatMap((id) => {
    const step = workflow.steps[id];
    return step === undefined || step.kind === "fork" ? [] : [lineOf(step, roles, !always.has(id) || step.when !== undefined)];
  });
}

function lineOf(step: Step, roles: Procedure["roles"], sometimes: boolean): StepLine {
  const time = timeOf(step);
  return { name: step.name.vi, who: whoOf(step, roles), sometimes, ...(time === undefined ? {} : { time: durationWords(time) }) };
}

function timeOf(step: Step): string | undefined {
  if (step.kind === "confirm" || step.kind === "consult") return step.within;
  return step.kind === "wait" ? step.duration : step.time;
}

const OTHERS: Readonly<Record<string, string>> = { confirm: "Người nộp hồ sơ", consult: "Cơ quan được đề nghị", register: "Hệ thống" };

function whoOf(step: Step, roles: Procedure["roles"]): string {
  return "role" in step ? (roles[step.role]?.name.vi ?? "Cán bộ") : (OTHERS[step.kind] ?? "");
}
