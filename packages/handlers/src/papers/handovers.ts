import type { EventBatch, EventBody, OpenedTask } from "@motcua/dossier";
import type { Handover, HandoverSide, StepTiming } from "@motcua/papers";
import { eventText } from "../history-line.ts";
import { localDay } from "../local-day.ts";
import { actorSide, APPLICANT, assigneeSide, type SideNames } from "./actor-side.ts";

type Done = Extract<EventBody, { type: "task-done" }>;

/** Events that end the way of a dossier or give it back to the applicant. */
const TO_APPLICANT: ReadonlySet<EventBody["type"]> = new Set(["refused", "stopped", "withdrawn", "returned", "supplement-requested"]);
/** What a line is about, the first of these that its batch holds; a task that was done says it else. */
const TELLING: readonly EventBody["type"][] = ["submitted", "supplement-requested", "supplemented", "refused", "stopped", "withdrawn", "returned", "result-corrected", "withdrawal-revoked"];
const JOIN: HandoverSide = { unit: "Chờ các bước song song" };
const ARCHIVE: HandoverSide = { unit: "Lưu hồ sơ" };

/** The lines of form 06: each time a dossier went from one to another, as its log has it. */
export function handovers(batches: readonly EventBatch[], names: SideNames): readonly Handover[] {
  const tasks = new Map(batches.flatMap(({ events }) => events.flatMap((event) => (event.type === "task-opened" ? [[event.task.id, event.task] as const] : []))));
  const doers = new Map(batches.flatMap(({ events, actor }) => events.flatMap((event) => (event.type === "task-done" && actor.kind === "officer" ? [[event.task, actor.id] as const] : []))));
  return batches.map((batch) => withoutUndrawn(batch, names)).flatMap((batch) => {
    const done = batch.events.find((event): event is Done => event.type === "task-done");
    const note = noteOf(batch, done, names);
    if (note === undefined) return [];
    const from = giver(batch, done === undefined ? undefined : tasks.get(done.task), names);
    return receivers(batch, (task) => assigneeSide(task, names, doers.get(task.id))).map((to): Handover => ({ from, to, at: batch.at, timing: timing(batch, done, tasks), note }));
  });
}

/** Tasks that no workflow draws, such as the approval of an extension, move no dossier. */
function withoutUndrawn(batch: EventBatch, { procedure }: SideNames): EventBatch {
  const drawn = (step: string) => procedure.workflow.steps[step] !== undefined;
  const events = batch.events.filter((event) => (event.type === "task-opened" ? drawn(event.task.step) : event.type !== "task-done" || drawn(event.step)));
  return { ...batch, events };
}

/** A submission comes from the applicant, whoever typed it in; what a system or a consulted party answered comes from them. */
function giver({ actor, events }: EventBatch, task: OpenedTask | undefined, names: SideNames): HandoverSide {
  if (events.some(({ type }) => type === "submitted" || type === "supplemented" || type === "withdrawal-revoked")) return APPLICANT;
  if (task?.assignee.kind === "unit" && actor.kind === "officer") return assigneeSide(task, names, actor.id);
  return actor.kind === "system" && task?.assignee.kind === "system" ? assigneeSide(task, names) : actorSide(actor, names);
}

function receivers({ events }: EventBatch, side: (task: OpenedTask) => HandoverSide): readonly HandoverSide[] {
  if (events.some(({ type }) => TO_APPLICANT.has(type))) return [APPLICANT];
  const opened = events.flatMap((event) => (event.type === "task-opened" ? [side(event.task)] : []));
  if (opened.length > 0) return opened;
  return [events.some(({ type }) => type === "finished" || type === "generation-ended") ? ARCHIVE : JOIN];
}

/** `undefined` for a batch in which the dossier did not change hands. */
function noteOf({ events }: EventBatch, done: Done | undefined, { procedure }: SideNames): string | undefined {
  const telling = TELLING.map((wanted) => events.find(({ type }) => type === wanted)).find((event) => event !== undefined) ?? done;
  return telling === undefined ? undefined : eventText(telling, procedure)?.vi;
}

/** Against the time of the step that was handed on: before its last day, on it, or after. */
function timing({ at, events }: EventBatch, done: Done | undefined, tasks: ReadonlyMap<string, OpenedTask>): StepTiming {
  const interrupted = events.find((event) => event.type === "task-cancelled");
  const due = tasks.get(done?.task ?? interrupted?.task ?? "")?.due;
  if (due === undefined) return "none";
  if (done?.late ?? Date.parse(at) > Date.parse(due)) return "late";
  return localDay(new Date(at)) < localDay(new Date(due)) ? "early" : "on-time";
}
