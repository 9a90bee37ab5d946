import type { ExtraStep, LocalSettings } from "../../province.ts";
import type { Step, WorkflowFile } from "../../workflow.ts";

type Workflow = Omit<WorkflowFile, "$schema">;

/** A workflow with a province's step times and extra steps in it. Names are taken as they come: see `localFaults`. */
export function localWorkflow(workflow: Workflow, { stepTimes = {}, extraSteps = {} }: Pick<LocalSettings, "stepTimes" | "extraSteps">): Workflow {
  const timed = Object.fromEntries(Object.entries(workflow.steps).map(([id, step]) => [id, Object.hasOwn(stepTimes, id) ? { ...step, time: stepTimes[id] as string } : step]));
  return Object.entries(extraSteps).reduce(insert, { ...workflow, steps: timed });
}

/** Every way that led to a step leads to the extra one first; what comes after that step may still come back to it through the extra one. */
function insert(workflow: Workflow, [id, extra]: readonly [string, ExtraStep]): Workflow {
  const { before, ...said } = extra;
  const led = (target: string) => (target === before ? id : target);
  const steps = Object.fromEntries(Object.entries(workflow.steps).map(([name, step]) => [name, redirected(step, led)]));
  return { ...workflow, start: led(workflow.start), steps: { ...steps, [id]: { kind: "task", ...said } } };
}

function redirected(step: Step, led: (target: string) => string): Step {
  const next = Object.fromEntries(Object.entries(step.next).map(([outcome, target]) => [outcome, led(target)]));
  return {
    ...step,
    next,
    ...(step.skip === undefined ? {} : { skip: led(step.skip) }),
    ...(step.kind === "fork" ? { branches: Object.fromEntries(Object.entries(step.branches).map(([name, branch]) => [name, { ...branch, start: led(branch.start) }])) } : {}),
  };
}
