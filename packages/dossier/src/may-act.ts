import type { Actor } from "./actor.ts";
import type { OpenedTask } from "./event.ts";
import { unitOfRole } from "./open-step.ts";
import type { Unfolding } from "./unfolding.ts";

/**
 * Whether an actor is whom a task waits for. Who a person is was settled before; this holds what they act as against the
 * task. The intake officer may act for an applicant without an account, who comes to the counter.
 */
export function mayAct(story: Unfolding, task: OpenedTask): boolean {
  const { actor } = story;
  const { assignee } = task;
  switch (assignee.kind) {
    case "role":
      return isOfficer(actor, assignee.unit, assignee.role);
    case "unit":
      return isOfficer(actor, assignee.unit);
    case "applicant":
      return mayActAsApplicant(story);
    case "clock": {
      const step = story.procedure.workflow.steps[task.step];
      return step?.kind === "wait" && isOfficer(actor, assignee.unit ?? unitOfRole(story, step.role), step.role);
    }
    case "system":
      return actor.kind === "system";
  }
}

/** Whether an actor may do what only the applicant may. */
export function mayActAsApplicant({ actor, state }: Unfolding): boolean {
  return actor.kind === "applicant" || (state.account === undefined && isOfficer(actor, state.receivingUnit));
}

function isOfficer(actor: Actor, unit: string, role?: string): boolean {
  return actor.kind === "officer" && actor.unit === unit && (role === undefined || actor.role === role);
}
