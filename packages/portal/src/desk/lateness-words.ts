import type { WorklistLine } from "@motcua/handlers";

export type Lateness = WorklistLine["lateness"];

/** How a due time stands, in words, and as the query of the worklist names it: colour never says it alone. */
export const LATENESS: Readonly<Record<Lateness, { readonly words: string; readonly query: string; readonly tag: string }>> = {
  late: { words: "Quá hạn", query: "qua-han", tag: "tag late" },
  "due-soon": { words: "Sắp đến hạn", query: "sap-den-han", tag: "tag soon" },
  "on-time": { words: "Trong hạn", query: "trong-han", tag: "tag done" },
  none: { words: "Không có hạn", query: "khong-han", tag: "tag" },
};

/** Elapsed time before a due instant from which work is due soon, as the worklist counts it: one day. */
const SOON_MS = 24 * 3_600_000;

/** How a due instant stands now. */
export function latenessOf(due: string | undefined, now: Date): Lateness {
  if (due === undefined) return "none";
  const left = Date.parse(due) - now.getTime();
  if (left < 0) return "late";
  return left <= SOON_MS ? "due-soon" : "on-time";
}
