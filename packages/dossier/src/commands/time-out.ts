import { ok, refused, type ConsultStep, type Result } from "@motcua/procedure";
import { answerPart, type PartAnswer } from "../answer-part.ts";
import type { Command } from "../command.ts";
import { completeStep } from "../complete-step.ts";
import { endDossier } from "../end-dossier.ts";
import type { OpenedTask } from "../event.ts";
import { feesToPay } from "../payments.ts";
import { projectStatus } from "../national-status.ts";
import { refusal } from "../problems.ts";
import { SUPPLEMENT_STEP } from "../supplement-task.ts";
import type { Unfolding } from "../unfolding.ts";

/** Legal time has run out: silence speaks, a posting has elapsed, a supplement did not come. */
export function timeOut(story: Unfolding, command: Extract<Command, { type: "time-out" }>): Result<Unfolding> {
  const task = Object.hasOwn(story.state.tasks, command.task) ? story.state.tasks[command.task] : undefined;
  if (task === undefined) return refused(refusal("task-not-open", "/task"));
  if (story.actor.kind !== "system") return refused(refusal("not-your-task", "/task"));
  if (task.due === undefined || task.onDue === undefined || Date.parse(task.due) > Date.parse(story.at)) return refused(refusal("not-due-yet", "/task"));
  if (task.step === SUPPLEMENT_STEP) return expired(story, task, "Quá thời hạn bổ sung hồ sơ");
  const step = story.procedure.workflow.steps[task.step];
  switch (step?.kind) {
    case "consult":
      return answerPart(story, task, { answer: SILENCE[step.silence ?? "not-answered"] });
    case "confirm":
      return elapse(story, task, step.silence);
    case "task":
    case "inspect":
      return step.silence === undefined ? refused(refusal("not-due-yet", "/task")) : elapse(story, task, step.silence);
    case "wait":
      return elapse(story, task, "elapsed");
    case "attend":
      return elapse(story, task, "absent");
    case "pay":
      return isSettled(story) ? elapse(story, task, "paid") : expired(story, task, "Quá thời hạn thực hiện nghĩa vụ tài chính");
    default:
      return refused(refusal("not-due-yet", "/task"));
  }
}

const SILENCE: Readonly<Record<NonNullable<ConsultStep["silence"]>, PartAnswer>> = { agreed: "agreed", objected: "objected", "not-answered": "silent" };

function elapse(story: Unfolding, task: OpenedTask, outcome: string): Result<Unfolding> {
  story.add({ type: "task-done", task: task.id, step: task.step, outcome, late: false });
  const done = completeStep(story, { step: task.step, wait: task.wait, outcome });
  return done.ok ? ok(story) : done;
}

/** Whether everything due before the result was paid or waived already, by the machine of payments: then the step only waited for somebody to say so. */
function isSettled({ state, procedure }: Unfolding): boolean {
  const atReturn = new Set(procedure.fees.filter(({ collect }) => collect === "return").map(({ id }) => id));
  return feesToPay(state.payments).every(([id]) => atReturn.has(id));
}

/** The applicant did not come within the time there was: refused before acceptance (form 03), stopped after it (form 05). */
function expired(story: Unfolding, task: OpenedTask, reason: string): Result<Unfolding> {
  story.add({ type: "task-done", task: task.id, step: task.step, outcome: "elapsed", late: true });
  endDossier(story, story.state.acceptedAt === undefined ? "refused" : "stopped", reason);
  projectStatus(story);
  return ok(story);
}
