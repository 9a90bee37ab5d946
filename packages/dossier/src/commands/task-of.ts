import { ok, refused, type Result } from "@motcua/procedure";
import type { OpenedTask } from "../event.ts";
import { mayAct } from "../may-act.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";

/** The open task a command names, if it waits for who acts. */
export function taskOf(story: Unfolding, id: string): Result<OpenedTask> {
  const task = Object.hasOwn(story.state.tasks, id) ? story.state.tasks[id] : undefined;
  if (task === undefined) return refused(refusal("task-not-open", "/task"));
  return mayAct(story, task) ? ok(task) : refused(refusal("not-your-task", "/task"));
}
