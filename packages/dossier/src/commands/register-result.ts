import { ok, refused, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { completeStep } from "../complete-step.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";
import { taskOf } from "./task-of.ts";

/** Another system has answered. What it sent is kept as the step's record, apart from the events. */
export function registerResult(story: Unfolding, command: Extract<Command, { type: "register-result" }>): Result<Unfolding> {
  const open = taskOf(story, command.task);
  if (!open.ok) return open;
  const task = open.value;
  const step = story.procedure.workflow.steps[task.step];
  if (step?.kind !== "register") return refused(refusal("not-your-task", "/task"));
  const { outcome, reference, data } = command;
  if (step.next[outcome] === undefined) return refused(refusal("unknown-outcome", "/outcome"));
  if (data !== undefined) story.remember({ records: { ...story.personal.records, [task.step]: data } });
  const late = story.lateness(task);
  story.add({
    type: "task-done", task: task.id, step: task.step, outcome, ...late,
    ...(data === undefined ? {} : { recordHash: story.hash(data) }),
    ...(reference === undefined ? {} : { reference }),
  });
  const done = completeStep(story, { step: task.step, wait: task.wait, outcome });
  return done.ok ? ok(story) : done;
}
