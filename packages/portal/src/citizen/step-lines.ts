import type { Procedure, Step } from "@motcua/procedure";
import { durationWords } from "../words/duration-words.ts";

/** A step as the procedure's page lists it. */
export interface StepLine {
  readonly name: string;
  readonly who: string;
  /** What a wait that is no posting is for. */
  readonly why?: string;
  readonly time?: string;
  /** Said of steps that are not always taken. */
  readonly sometimes: boolean;
}

/** The steps in the order a dossier meets them: along the first outcomes, side ways after. */
export function stepLines({ workflow, roles }: Procedure): readonly StepLine[] {
  const order = new Set<string>();
  const walk = (id: string | undefined): void => {
    const step = id === undefined ? undefined : workflow.steps[id];
    if (id === undefined || step === undefined || order.has(id)) return;
    order.add(id);
    if (step.kind === "fork") for (const { start } of Object.values(step.branches)) walk(start);
    walk(Object.values(step.next)[0]);
  };
  walk(workflow.start);
  const usual = new Set(order);
  for (const id of Object.keys(workflow.steps)) order.add(id);
  return [...order].flatMap((id) => {
    const step = workflow.steps[id];
    return step === undefined || step.kind === "fork" ? [] : [lineOf(step, roles, !usual.has(id) || step.when !== undefined)];
  });
}

function lineOf(step: Step, roles: Procedure["roles"], sometimes: boolean): StepLine {
  const time = timeOf(step);
  const why = step.kind === "wait" && step.for !== "posting" ? { why: step.for.vi } : {};
  return { name: step.name.vi, who: whoOf(step, roles), sometimes, ...why, ...(time === undefined ? {} : { time: durationWords(time) }) };
}

function timeOf(step: Step): string | undefined {
  if (step.kind === "confirm" || step.kind === "consult" || "by" in step) return step.within;
  return step.kind === "wait" ? step.duration : step.time;
}

const OTHERS: Readonly<Record<string, string>> = { task: "Người nộp hồ sơ", confirm: "Người nộp hồ sơ", consult: "Cơ quan được đề nghị", register: "Hệ thống" };

function whoOf(step: Step, roles: Procedure["roles"]): string {
  return "role" in step ? (roles[step.role]?.name.vi ?? "Cán bộ") : (OTHERS[step.kind] ?? "");
}
