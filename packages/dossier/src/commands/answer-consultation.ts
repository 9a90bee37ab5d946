import { refused, type Result } from "@motcua/procedure";
import { answerPart } from "../answer-part.ts";
import type { Command } from "../command.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";
import { taskOf } from "./task-of.ts";

/** A consulted unit answers. */
export function answerConsultation(story: Unfolding, { task, answer, note }: Extract<Command, { type: "answer-consultation" }>): Result<Unfolding> {
  const open = taskOf(story, task);
  if (!open.ok) return open;
  if (open.value.assignee.kind !== "unit") return refused(refusal("not-your-task", "/task"));
  return answerPart(story, open.value, { answer, note });
}
