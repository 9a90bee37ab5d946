import { ok, refused, type ConsultStep, type Result } from "@motcua/procedure";
import { answerPart } from "../answer-part.ts";
import type { Command } from "../command.ts";
import { completeStep } from "../complete-step.ts";
import { endDossier } from "../end-dossier.ts";
import type { OpenedTask } from "../event.ts";
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
  if (task.step === SUPPLEMENT_STEP) return supplementExpired(story, task);
  const step = story.procedure.workflow.steps[task.step];
  switch (step?.kind) {
    case "consult":
      return answerPart(story, task, { answer: SILENCE[step.silence ?? "not-answered"] });
    case "confirm":
      return elapse(story, task, step.silence);
    case "wait":
      return elapse(story, task, "elapsed");
    case "attend":
      return elapse(story, task, "absent");
    default:
      return refused(refusal("not-due-yet", "/task"));
  }
}

const SILENCE: Readonly<Record<NonNullable<ConsultStep["silence"]>, "agreed" | "silent">> = { agreed: "agreed", "not-answered": "silent" };

function elapse(story: Unfolding, task: OpenedTask, outcome: string): Result<Unfolding> {
  story.add({ type: "task-done", task: task.id, step: task.step, outcome, late: false });
  const done = completeStep(story, { step: task.step, wait: task.wait, outcome });
  return done.ok ? ok(story) : done;
}

/** Nothing came within the response window: refused before acceptance (form 03), stopped after it (form 05). */
function supplementExpired(story: Unfolding, task: OpenedTask): Result<Unfolding> {
  story.add({ type: "task-done", task: task.id, step: task.step, outcome: "elapsed", late: true });
  endDossier(story, story.state.acceptedAt === undefined ? "refused" : "stopped", "Quá thời hạn bổ sung hồ sơ");
  projectStatus(story);
  return ok(story);
}
