import type { OpenedTask } from "./event.ts";

/** Stands for a step in the applicant's task to supplement, which no workflow draws. */
export const SUPPLEMENT_STEP = "@supplement";

/** The applicant's task while a supplement is awaited within a response window. */
export function supplementTask(opened: { readonly seq: number; readonly at: string; readonly respondBy: string }): OpenedTask {
  const id = `${SUPPLEMENT_STEP}@${opened.seq}`;
  return { id, step: SUPPLEMENT_STEP, wait: id, assignee: { kind: "applicant" }, openedAt: opened.at, due: opened.respondBy, onDue: "elapsed" };
}
