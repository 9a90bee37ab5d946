import type { OpenedTask } from "@motcua/dossier";
import { EXTENSION_STEP, extensionLimit, factsAt, isLoopBoundReached, officerQuestions, runningDue, stepDocuments, valueAt } from "@motcua/dossier";
import type { FormSchema, ProcedureModule, Step, Text } from "@motcua/procedure";
import type { TaskView } from "./handlers.ts";
import { outcomeName } from "./outcome-names.ts";
import type { StoredDossier } from "./ports/dossier-store.ts";
import type { Person } from "./rights.ts";
import { actorOnTask } from "./rights.ts";

/** Kinds of step at which an officer may ask for a supplement or stop the dossier. */
const OFFICER_KINDS: ReadonlySet<string> = new Set(["intake", "task", "inspect", "attend"]);
/** Kinds of step whose officer may ask for more time. */
const WORK_KINDS: ReadonlySet<string> = new Set(["task", "inspect", "attend", "sign", "seal"]);
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
      if (task.step === EXTENSION_STEP) return [approvalView(task, stored)];
      const step = module.procedure.workflow.steps[task.step];
      return step === undefined ? [] : [taskView(task, step, { stored, module })];
    });
}

/** The approval of an extension is drawn in no workflow. */
function approvalView(task: OpenedTask, { state: { extension }, personal }: StoredDossier): TaskView {
  const reason = extension === undefined ? undefined : personal?.notes[extension.note];
  return {
    id: task.id, step: task.step, name: APPROVAL, kind: "extension", outcomes: [], canSupplement: false, canStop: false, canExtend: false, canCorrect: false, canPost: false,
    ...(task.due === undefined ? {} : { due: task.due }),
    ...(extension === undefined ? {} : { extension: { ...extension.proposed, ...(reason === undefined ? {} : { reason }) } }),
  };
}

const APPROVAL: Text = { vi: "Duyệt gia hạn thời gian giải quyết", en: "Approve more time" };

function taskView(task: OpenedTask, step: Step, { stored, module }: Seen): TaskView {
  const record = recordForm(step, module.procedure.form);
  const questions = questionsAt(step, { stored, module });
  const officers = task.assignee.kind === "role" && OFFICER_KINDS.has(step.kind);
  return {
    id: task.id,
    step: task.step,
    name: step.name,
    kind: step.kind,
    outcomes: choices(task, step).filter((outcome) => !isLoopBoundReached(step, stored.state, { step: task.step, outcome })).map((id) => ({ id, name: outcomeName(step, id) })),
    ...(task.due === undefined ? {} : { due: task.due }),
    ...(task.appointment === undefined ? {} : { appointment: task.appointment }),
    ...expectedPeople(step, { stored, module }),
    ...(record === undefined ? {} : { record }),
    ...(questions.length === 0 ? {} : { questions }),
    ...documentsAt(task.step, { stored, module }),
    canSupplement: officers,
    canStop: officers && stored.state.acceptedAt !== undefined,
    canExtend: task.assignee.kind === "role" && WORK_KINDS.has(step.kind) && mayBeExtended(stored, module),
    canCorrect: step.kind === "return" && stored.state.finishedAt !== undefined && stored.state.delivery?.state !== "posted",
    canPost: step.kind === "return" && stored.state.delivery?.state === "ready",
  };
}

/** What the step asks for that is not there yet. */
function documentsAt(step: string, { stored: { state, personal }, module }: Seen): Pick<TaskView, "documents"> {
  if (personal === undefined || !module.procedure.documents.some(({ at }) => at === step)) return {};
  const { form, answers, records } = personal;
  const facts = factsAt(module, { ...state, form, answers, records }, state.submittedAt);
  const asked = stepDocuments(module, step, { facts, given: state.documents });
  return asked.length === 0 ? {} : { documents: asked.map(({ id, name, mode }) => ({ id, name, mode: mode === "present" ? "present" : "submit" })) };
}

/** Whether the legal clock runs, nobody has asked for more time yet, and not as often as may be. */
function mayBeExtended({ state }: StoredDossier, { procedure }: ProcedureModule): boolean {
  const { acceptedAt, extension, extensions = 0 } = state;
  return acceptedAt !== undefined && extension === undefined && extensions < extensionLimit(procedure) && runningDue(state) !== undefined;
}

/** Names of those who have to come in person. */
function expectedPeople(step: Step, { stored: { personal }, module }: Seen): Pick<TaskView, "expected"> {
  if (step.kind !== "attend" || step.who === undefined) return {};
  const party = module.procedure.parties[step.who];
  const people = party === undefined ? [] : "name" in party ? [party] : party;
  const names = people.flatMap(({ name }) => name.map((pointer) => valueAt(personal?.form, pointer)).find((value) => typeof value === "string") ?? []);
  return { expected: names };
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
  return step === EXTENSION_STEP ? APPROVAL : (module.procedure.workflow.steps[step]?.name ?? { vi: step });
}
