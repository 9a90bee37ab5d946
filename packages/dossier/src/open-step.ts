import type { ConsultStep, HumanStep, Step } from "@motcua/procedure";
import { consultedParties } from "./consulted-parties.ts";
import { dueAfter, extendedDue } from "./deadlines.ts";
import type { OpenedTask } from "./event.ts";
import { extendWindows } from "./move-windows.ts";
import { finish } from "./finish.ts";
import { valueAt } from "./form-value.ts";
import { enterHold } from "./hold-clock.ts";
import { clockIsOver } from "./running-due.ts";
import type { Unfolding } from "./unfolding.ts";
import { type UnitHolder, unitHolder } from "./unit-holder.ts";

type NewTask = Pick<OpenedTask, "assignee" | "onDue" | "appointment"> & { readonly due?: string | undefined };

/** Opens a step that is entered: its tasks, and what entering it does to the clock. */
export function openStep(story: Unfolding, id: string): void {
  const step = story.procedure.workflow.steps[id];
  if (step === undefined) throw new RangeError(`there is no step ${id}`);
  if (step.kind === "return") finish(story);
  enterHold(story, step);
  if (step.kind === "consult" && step.extension === "apologise") extendFor(story, id, step);
  openTasks(story, id, newTasks(story, id, step));
}

/** Opens a step again in a later generation. Of a consultation only those who have not answered are asked once more, and nothing is extended twice. */
export function reopenStep(story: Unfolding, id: string, suspended: readonly OpenedTask[]): void {
  const step = story.procedure.workflow.steps[id];
  if (step === undefined) throw new RangeError(`there is no step ${id}`);
  enterHold(story, step);
  const unanswered = suspended.filter((task) => task.step === id).map(({ assignee }) => consultTask(story, step as ConsultStep, assignee));
  openTasks(story, id, step.kind === "consult" ? unanswered : newTasks(story, id, step));
}

function openTasks(story: Unfolding, step: string, tasks: readonly NewTask[]): void {
  const wait = `${step}@${story.seq}`;
  const legalDue = dueAfter(story.at, story.procedure.workflow.steps[step]?.legalLimit?.time, story.context.calendar);
  for (const [index, { due, onDue, assignee, appointment }] of tasks.entries()) {
    const id = assignee.kind === "unit" ? `${wait}.${index + 1}` : wait;
    const times = { ...(due === undefined ? {} : { due }), ...(legalDue === undefined ? {} : { legalDue }), ...(due === undefined || onDue === undefined ? {} : { onDue }) };
    story.add({ type: "task-opened", task: { id, step, wait, assignee, openedAt: story.at, ...times, ...(appointment === undefined ? {} : { appointment }) } });
  }
}

/** Whom a step waits for, and until when. */
function newTasks(story: Unfolding, id: string, step: Step): readonly NewTask[] {
  const { calendar, module } = story.context;
  switch (step.kind) {
    case "confirm":
      return [{ assignee: { kind: "applicant" }, due: dueAfter(story.at, step.within, calendar), onDue: "silence" }];
    case "consult":
      return consultedParties(module, id, { facts: story.facts(), reach: story.reach() }).map((party) => consultTask(story, step, party));
    case "register":
      return [{ assignee: { kind: "system", system: step.system, operation: step.operation }, due: dueAfter(story.at, step.time, calendar) }];
    case "wait":
      return [{ assignee: { kind: "clock", ...heldBy(story, step) }, due: dueAfter(story.at, step.duration, calendar), onDue: "elapsed" }];
    case "fork":
      throw new RangeError(`fork ${id} is never entered itself`);
    case "attend":
      return [attendTask(story, step)];
    case "pay":
      return [{ assignee: { kind: "role", ...heldBy(story, step) }, due: dueAfter(story.at, step.within ?? step.time, calendar), ...(step.within === undefined ? {} : { onDue: "unpaid" as const }) }];
    default: {
      const assignee: NewTask["assignee"] = "by" in step ? { kind: "applicant" } : { kind: "role", ...heldBy(story, step) };
      return [{ assignee, due: dueAfter(story.at, step.within ?? step.time, calendar), ...(step.silence === undefined ? {} : { onDue: "silence" as const }) }];
    }
  }
}

function consultTask(story: Unfolding, step: ConsultStep, assignee: OpenedTask["assignee"]): NewTask {
  const due = dueAfter(story.at, step.within, story.context.calendar);
  return { assignee, due, ...(step.silence === undefined ? {} : { onDue: "silence" as const }) };
}

/** People are expected on the day they named; nobody within the time counts as absent. */
function attendTask(story: Unfolding, step: HumanStep): NewTask {
  const day = step.appointment === undefined ? undefined : valueAt(story.personal.form, step.appointment);
  return {
    assignee: { kind: "role", ...heldBy(story, step) },
    due: dueAfter(story.at, step.within ?? step.time, story.context.calendar),
    ...(step.within === undefined ? {} : { onDue: "absent" as const }),
    ...(typeof day === "string" ? { appointment: day } : {}),
  };
}

function heldBy(story: Unfolding, { role }: Pick<HumanStep, "role">): UnitHolder & { readonly role: string } {
  return { role, ...holderOfRole(story, role) };
}

/** The unit whose people hold a role for this dossier. */
export function unitOfRole(story: Pick<Unfolding, "procedure" | "state" | "personal" | "context">, role: string): string {
  return holderOfRole(story, role).unit;
}

function holderOfRole({ procedure, state, personal, context }: Pick<Unfolding, "procedure" | "state" | "personal" | "context">, role: string): UnitHolder {
  return unitHolder({ procedure, context, receivingUnit: state.receivingUnit, competentUnit: state.competentUnit, form: personal.form }, procedure.roles[role]?.unit);
}

function extendFor(story: Unfolding, step: string, { within }: ConsultStep): void {
  const { due } = story.state;
  if (due === undefined || clockIsOver(story.state)) return;
  const change = extendedDue(due, { time: within, at: story.at }, story.context.calendar);
  story.add({ type: "extended", why: "verification", step, due: change });
  extendWindows(story, { step, time: within });
}
