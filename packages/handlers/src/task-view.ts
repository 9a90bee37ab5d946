import type { OpenedTask } from "@motcua/dossier";
import { officerQuestions, valueAt } from "@motcua/dossier";
import type { FormSchema, ProcedureModule, Step, Text } from "@motcua/procedure";
import type { TaskView } from "./handlers.ts";
import { outcomeName } from "./outcome-names.ts";
import type { StoredDossier } from "./ports/dossier-store.ts";
import type { Person } from "./rights.ts";
import { actorOnTask } from "./rights.ts";

/** Kinds of step at which an officer may ask for a supplement or stop the dossier. */
const OFFICER_KINDS: ReadonlySet<string> = new Set(["intake", "task", "inspect", "attend"]);
const CONSULTED: readonly string[] = ["agreed", "objected"];

interface Seen {
  readonly stored: StoredDossier;
  readonly module: ProcedureModule;
}

/** The open tasks a person may act on, with what they may choose there. */
export function tasksFor(person: Person, stored: StoredDossier, module: ProcedureModule): readonly TaskView[] {
  const { state } = stored;
  return Object.values(state.tasks)
    .filter((task) => actorOnTask(person, task, { state, module }) !== undefined)
    .flatMap((task) => {
      const step = module.procedure.workflow.steps[task.step];
      return step === undefined ? [] : [taskView(task, step, { stored, module })];
    });
}

function taskView(task: OpenedTask, step: Step, { stored, module }: Seen): TaskView {
  const record = recordForm(step, module.procedure.form);
  const questions = questionsAt(step, { stored, module });
  const officers = task.assignee.kind === "role" && OFFICER_KINDS.has(step.kind);
  return {
    id: task.id,
    step: task.step,
    name: step.name,
    kind: step.kind,
    outcomes: choices(task, step).map((id) => ({ id, name: outcomeName(step, id) })),
    ...(task.due === undefined ? {} : { due: task.due }),
    ...(task.appointment === undefined ? {} : { appointment: task.appointment }),
    ...expectedPeople(step, { stored, module }),
    ...(record === undefined ? {} : { record }),
    ...(questions.length === 0 ? {} : { questions }),
    canSupplement: officers,
    canStop: officers && stored.state.acceptedAt !== undefined,
  };
}

/** Names of those who have to come in person. */
function expectedPeople(step: Step, { stored: { personal }, module }: Seen): Pick<TaskView, "expected"> {
  if (step.kind !== "attend" || step.who === undefined) return {};
  const party = module.procedure.parties[step.who];
  const people = party === undefined ? [] : "name" in party ? [party] : party;
  const names = people.flatMap(({ name }) => name.map((pointer) => valueAt(personal?.form, pointer)).find((value) => typeof value === "string") ?? []);
  return { expected: names as readonly string[] };
}

/** Refusal at intake is part of every workflow without being drawn. */
function choices(task: OpenedTask, step: Step): readonly string[] {
  if (task.assignee.kind === "unit") return CONSULTED;
  const drawn = Object.keys(step.next);
  if (task.assignee.kind === "clock") return drawn.filter((outcome) => outcome !== "elapsed");
  return step.kind === "intake" ? [...new Set([...drawn, "refuse"])] : drawn;
}

function questionsAt(step: Step, { stored: { personal }, module }: Seen): NonNullable<TaskView["questions"]> {
  return officerQuestions(module, step).map((id) => {
    const answer = personal?.answers[id];
    return { id, text: module.procedure.questions?.[id]?.text ?? { vi: id }, ...(answer === undefined ? {} : { answer }) };
  });
}

/** A step's record form with its `$ref` followed. */
function recordForm(step: Step, form: FormSchema): FormSchema | undefined {
  if (!("record" in step) || step.record === undefined) return undefined;
  return form.$defs?.[step.record.slice(step.record.lastIndexOf("/") + 1)];
}

/** Name of a step in the person's words; its id where the version lost it. */
export function stepName(module: ProcedureModule, step: string): Text {
  return module.procedure.workflow.steps[step]?.name ?? { vi: step };
}
