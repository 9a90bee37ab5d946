import type { DossierState, OpenedTask } from "@motcua/dossier";
import { workPosition, type WorkItem } from "@motcua/handlers";
import { keys, utc } from "./table.ts";

/** Index partition of a role's worklist. */
export function roleWorklist(unit: string, role: string): string {
  return `R#${unit}#${role}`;
}

/** Index partition of the consultations a unit is asked to answer. */
export function unitWorklist(unit: string): string {
  return `U#${unit}`;
}

/** Index partition of the tasks the sweep decides about. */
export const DUE_PARTITION = "DUE";

/** Index partition of the dossiers that will be soon late, or late. */
export const MARK_PARTITION = "MARK";

/** The item by which the sweep finds a dossier when its next mark of lateness is due. */
export function markItem(code: string, at: string): Readonly<Record<string, unknown>> {
  return { ...keys.mark(code), kind: "mark", gsi2pk: MARK_PARTITION, gsi2sk: `${utc(at)}#${code}` };
}

/** Index partition of the dossiers a unit settles that have not ended. */
export function openDossiers(unit: string): string {
  return `O#${unit}`;
}

/** The item by which an open dossier is found, whoever it waits for. */
export function openItem(code: string, { unit, submittedAt }: { readonly unit: string; readonly submittedAt: string }): Readonly<Record<string, unknown>> {
  return { ...keys.open(code), kind: "open", gsi1pk: openDossiers(unit), gsi1sk: `${utc(submittedAt)}#${code}` };
}

/** The item of an open task; deleted when the task closes. */
export function taskItem(state: DossierState, task: OpenedTask): Readonly<Record<string, unknown>> {
  const due = task.due ?? state.due;
  const item: WorkItem = { code: state.code, task, procedure: state.procedure, version: state.version, ...(due === undefined ? {} : { due }) };
  return { ...keys.task(state.code, task.id), kind: "task", item: JSON.stringify(item), ...worklistKeys(item), ...dueKeys(item) };
}

function worklistKeys(item: WorkItem): Readonly<Record<string, string>> {
  const { assignee } = item.task;
  if (assignee.kind === "role") return { gsi1pk: roleWorklist(assignee.unit, assignee.role), gsi1sk: workPosition(item) };
  return assignee.kind === "unit" ? { gsi1pk: unitWorklist(assignee.unit), gsi1sk: workPosition(item) } : {};
}

function dueKeys({ code, task }: WorkItem): Readonly<Record<string, string>> {
  if (task.onDue === undefined || task.due === undefined) return {};
  return { gsi2pk: DUE_PARTITION, gsi2sk: `${utc(task.due)}#${code}#${task.id}` };
}
