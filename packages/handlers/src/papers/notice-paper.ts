import type { NoticePaper } from "@motcua/papers";
import type { Ports } from "../ports/index.ts";
import type { SideNames } from "./actor-side.ts";
import { dossierPaper, type PaperOrder } from "./dossier-paper.ts";
import type { PaperPlace } from "./paper-forms.ts";

/** A notice to print: the order, the event it is about and the names it takes. */
export interface NoticeOrder extends PaperOrder {
  readonly place: PaperPlace;
  readonly names: SideNames;
}

/** A text nobody can read again: the personal record was erased lawfully. */
const ERASED = "(nội dung không còn lưu)";

/**
 * What every notice says beside its dossier. Its number is made of its form, its place among them and the dossier's
 * code: unique, and the same whenever it is printed.
 */
export function noticePaper(ports: Ports, order: NoticeOrder, unit: string): NoticePaper {
  const { place: { batch, form, ordinal }, names } = order;
  const officer = batch.actor.kind === "officer" ? names.people.get(batch.actor.id) : undefined;
  return {
    ...dossierPaper(ports, order, unit),
    number: `${String(ordinal).padStart(2, "0")}-M${form}/${batch.code}`,
    at: batch.at,
    ...(officer === undefined ? {} : { officer }),
  };
}

/** What was written with the event a notice is about. */
export function noteOn({ stored, place: { batch, index } }: NoticeOrder): string {
  return stored.personal?.notes[`${batch.seq}/${index}`] ?? ERASED;
}

/** Name of the step at which an event happened, where it tells. */
export function stepOf({ place: { batch }, procedure }: NoticeOrder): string | undefined {
  const done = batch.events.find((event) => event.type === "task-done");
  const cancelled = batch.events.find((event) => event.type === "task-cancelled");
  const id = done?.step ?? cancelled?.task.split("@")[0];
  return id === undefined ? undefined : procedure.workflow.steps[id]?.name.vi;
}
