import type { WorklistLine } from "./handlers.ts";

/** Elapsed time before a due instant from which work counts as due soon: one day. */
const SOON_MS = 24 * 3_600_000;

/** How a due instant stands now. */
export function lateness(due: string | undefined, now: Date): WorklistLine["lateness"] {
  if (due === undefined) return "none";
  const left = Date.parse(due) - now.getTime();
  if (left < 0) return "late";
  return left <= SOON_MS ? "due-soon" : "on-time";
}
