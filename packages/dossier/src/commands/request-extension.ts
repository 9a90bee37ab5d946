import { ok, refused, type Problem, type Result, type StepKind } from "@motcua/procedure";
import type { Command } from "../command.ts";
import type { OpenedTask } from "../event.ts";
import { approvingRole, EXTENSION_STEP, extensionLimit, proposedDue } from "../extension.ts";
import { unitOfRole } from "../open-step.ts";
import { refusal } from "../problems.ts";
import { runningDue } from "../running-due.ts";
import type { Unfolding } from "../unfolding.ts";
import { taskOf } from "./task-of.ts";
import { isBlank } from "../is-blank.ts";

type RequestExtension = Extract<Command, { type: "request-extension" }>;

/** Kinds of step whose officer can say that more time is needed. */
const KINDS: ReadonlySet<StepKind> = new Set(["task", "inspect", "attend", "sign", "seal"]);

/** Whoever works on an accepted dossier asks for more time, with the reason the applicant will read (form 04). Nothing moves before it is approved. */
export function requestExtension(story: Unfolding, command: RequestExtension): Result<Unfolding> {
  const open = taskOf(story, command.task);
  if (!open.ok) return open;
  const kind = story.procedure.workflow.steps[open.value.step]?.kind;
  if (kind === undefined || !KINDS.has(kind) || open.value.assignee.kind === "applicant") return refused(refusal("extension-not-here", "/task"));
  const { due } = story.state;
  if (due === undefined || runningDue(story.state) === undefined) return refused(refusal("extension-clock-stopped", "/act"));
  const proposed = proposedDue(due, command.until, story.context.calendar);
  const role = approvingRole(story.procedure);
  const problems = problemsOf(story, command);
  if (proposed === undefined) problems.push(refusal("extension-not-later", "/until"));
  if (role === undefined) problems.push(refusal("extension-no-approver", "/act"));
  if (problems.length > 0 || proposed === undefined || role === undefined) return { ok: false, problems };
  const { number, task } = approval(story, { role, due });
  const note = `${story.seq}/${story.eventCount}`;
  story.add({ type: "extension-requested", number, step: open.value.step, task: task.id, proposed, note, reasonHash: story.note(command.reason) });
  story.add({ type: "task-opened", task });
  return ok(story);
}

function problemsOf(story: Unfolding, { reason }: RequestExtension): Problem[] {
  const { extension, extensions = 0 } = story.state;
  const due = runningDue(story.state);
  return [
    ...(isBlank(reason) ? [refusal("reason-missing", "/reason")] : []),
    ...(story.isPast(due) ? [refusal("extension-too-late", "/act")] : []),
    ...(extension === undefined ? [] : [refusal("extension-pending", "/act")]),
    ...(extensions >= extensionLimit(story.procedure) ? [refusal("extension-limit", "/act")] : []),
  ];
}

/** The leader has to approve before the date that is still valid. */
function approval(story: Unfolding, { role, due }: { readonly role: string; readonly due: string }): { readonly number: number; readonly task: OpenedTask } {
  const id = `${EXTENSION_STEP}@${story.seq}`;
  const task: OpenedTask = { id, step: EXTENSION_STEP, wait: id, assignee: { kind: "role", role, unit: unitOfRole(story, role) }, openedAt: story.at, due };
  return { number: (story.state.extensions ?? 0) + 1, task };
}
