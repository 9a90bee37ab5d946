import type { DossierState } from "./state.ts";
import type { OpenedTask } from "./event.ts";
import { nextMark, runningDue, SOON_MS } from "./running-due.ts";
import type { Unfolding } from "./unfolding.ts";

/** Whoever holds an open task. */
export interface Holder {
  readonly who: OpenedTask["assignee"]["kind"];
  readonly unit?: string;
  /** Whose part it is, where the unit enters it for another one: what is late is late there. */
  readonly of?: string;
  readonly role?: string;
  readonly step: string;
}

/** Who holds a task. Names nobody: an officer is a role of a unit. */
export function holderOf({ assignee, step }: Pick<OpenedTask, "assignee" | "step">): Holder {
  const unit = "unit" in assignee && assignee.kind !== "clock" ? { unit: assignee.unit } : {};
  const role = assignee.kind === "role" ? { role: assignee.role, ...(assignee.of === undefined ? {} : { of: assignee.of }) } : {};
  return { who: assignee.kind, ...unit, ...role, step };
}

/**
 * Records that a dossier is soon late or late, before anything else a command does. The tasks open then have been open
 * since the last command, and that was before the due moment, or it had recorded the mark itself: who held the dossier at
 * the due moment is therefore who holds it now, however late anybody comes to see it. Where a date was moved to one that
 * had passed already, it is who held the dossier from then on.
 */
export function markLateness(story: Unfolding): void {
  for (let next = due(story); next !== undefined; next = due(story)) {
    story.add({ type: "lateness-recorded", mark: next.mark, due: next.due, held: holders(story.state) });
  }
}

/** The mark to set now. Of a dossier that is late already nobody needs to hear that it soon will be. */
function due({ state, now }: Unfolding): ReturnType<typeof nextMark> {
  const running = runningDue(state);
  if (running === undefined || now < Date.parse(running) - SOON_MS) return undefined;
  const next = nextMark(state);
  if (next === undefined || Date.parse(next.at) > now) return undefined;
  return Date.parse(next.due) <= now ? { ...next, mark: "late" } : next;
}

function holders({ tasks }: DossierState): readonly Holder[] {
  return Object.values(tasks).map(holderOf);
}
