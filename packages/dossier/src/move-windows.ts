import { type LegalWindow, openSteps, type PausePolicy, windowSteps } from "@motcua/procedure";
import { dueAfter, durationOf, extendedDue, resumedDue } from "./deadlines.ts";
import { type Holder, holderOf } from "./mark-lateness.ts";
import { clockIsOver } from "./running-due.ts";
import type { WindowState } from "./state.ts";
import type { Unfolding } from "./unfolding.ts";

/**
 * What a command did to the legal windows: a window opens when the dossier comes to one of its steps, and closes when it
 * stands at none of them any more, or has its result. While a supplement or a withdrawal is open the dossier keeps its place.
 */
export function moveWindows(story: Unfolding): void {
  for (const window of story.procedure.workflow.windows ?? []) {
    const inside = standsIn(story, window);
    const running = runningWindow(story, window.id);
    if (inside && running === undefined) open(story, window);
    if (!inside && running !== undefined && story.state.phase !== "withdrawn") close(story, window.id, running);
  }
}

/** Records the windows whose time has run out, with who held the dossier then, before anything else a command does. */
export function markWindows(story: Unfolding): void {
  const { pausedSince, phase, tasks } = story.state;
  if (pausedSince !== undefined || phase === "withdrawn") return;
  for (const window of story.procedure.workflow.windows ?? []) {
    const running = runningWindow(story, window.id);
    if (running === undefined || running.held !== undefined || !story.isPast(running.due)) continue;
    const steps = windowSteps(story.procedure.workflow, window);
    const held: readonly Holder[] = Object.values(tasks).filter(({ step }) => steps.has(step)).map(holderOf);
    story.add({ type: "window-changed", window: window.id, to: "overdue", due: running.due, held });
  }
}

/** A pause has ended that began then: windows move as the clock does, and by its length where that moves no date: it counts for nobody. */
export function resumeWindows(story: Unfolding, { policy, since }: { readonly policy: PausePolicy; readonly since: string }): void {
  eachRunning(story, ({ limit }, { due, openedAt }) => {
    const from = Date.parse(openedAt) > Date.parse(since) ? openedAt : since;
    const moved = resumedDue(due, { policy, since: from, at: story.at }, { limit: { limit: durationOf(limit) }, calendar: story.context.calendar });
    return moved?.after ?? new Date(Date.parse(due) + Date.parse(story.at) - Date.parse(from)).toISOString();
  });
}

/** The law adds time for a step inside: a verification is an extension, not an overrun. */
export function extendWindows(story: Unfolding, { step, time }: { readonly step: string; readonly time: string }): void {
  eachRunning(story, (window, { due }) => (windowSteps(story.procedure.workflow, window).has(step) ? extendedDue(due, { time, at: story.at }, story.context.calendar).after : due));
}

function eachRunning(story: Unfolding, dueOf: (window: LegalWindow, running: WindowState) => string): void {
  for (const window of story.procedure.workflow.windows ?? []) {
    const running = runningWindow(story, window.id);
    const due = running === undefined ? undefined : dueOf(window, running);
    if (due !== undefined && due !== running?.due) story.add({ type: "window-changed", window: window.id, to: "moved", due });
  }
}

function runningWindow({ state }: Unfolding, id: string): WindowState | undefined {
  const window = state.windows?.[id];
  return window?.closedAt === undefined ? window : undefined;
}

function standsIn({ state, procedure: { workflow } }: Unfolding, window: LegalWindow): boolean {
  if (state.position === undefined || clockIsOver(state)) return false;
  const steps = windowSteps(workflow, window);
  return openSteps(state.position).some((step) => steps.has(step));
}

function open(story: Unfolding, { id, limit }: LegalWindow): void {
  const due = dueAfter(story.at, limit, story.context.calendar);
  if (due !== undefined) story.add({ type: "window-changed", window: id, to: "open", due });
}

/** A dossier that ends during a pause has used no more time than until that began. */
function close(story: Unfolding, id: string, { due, held }: WindowState): void {
  const at = story.state.pausedSince ?? story.at;
  const late = Date.parse(at) > Date.parse(due);
  story.add({ type: "window-changed", window: id, to: "closed", due, late, ...(late && held !== undefined ? { held } : {}) });
}
