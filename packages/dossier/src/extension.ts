import { dueDate, type WorkCalendar } from "@motcua/calendar";
import type { Procedure } from "@motcua/procedure";
import type { DueChange } from "./event.ts";

/** Stands for a step in the task of whoever approves an extension, which no workflow draws. */
export const EXTENSION_STEP = "@extension";

/**
 * Extensions with an apology a dossier may have where its definition does not say: an appointment is moved once.
 * @see Decree 107/2021/NĐ-CP; the limit of Decree 118/2025/NĐ-CP is not verified, so a definition may say another
 */
export const EXTENSIONS_UNLESS_SAID = 1;

/** How many extensions with an apology a dossier may have. */
export function extensionLimit({ clock }: Procedure): number {
  return clock.extensionLimit?.count ?? EXTENSIONS_UNLESS_SAID;
}

/** The role that approves extensions: the one that signs last, whoever answers for the result. */
export function approvingRole({ workflow }: Procedure): string | undefined {
  return Object.values(workflow.steps).flatMap((step) => (step.kind === "sign" ? [step.role] : [])).at(-1);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A due date moved to the end of a local day `yyyy-mm-dd`, of the next working day where nobody works then; `undefined` where that is no day or not later. */
export function proposedDue(due: string, day: string, calendar: WorkCalendar): DueChange | undefined {
  const noon = `${day}T12:00:00+07:00`;
  if (!DAY.test(day) || Number.isNaN(Date.parse(noon))) return undefined;
  const { due: after, provisional } = dueDate({ start: noon, limit: { value: 0, unit: "wd" }, calendar });
  return Date.parse(after) > Date.parse(due) ? { before: due, after, provisional } : undefined;
}
