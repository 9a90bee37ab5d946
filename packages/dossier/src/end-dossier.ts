import type { RouteEnd } from "@motcua/procedure";
import type { EventBody } from "./event.ts";
import { finish } from "./finish.ts";
import { oweRefunds } from "./owe-refunds.ts";
import type { Unfolding } from "./unfolding.ts";

type CancelReason = Extract<EventBody, { type: "task-cancelled" }>["why"];
type EndReason = Extract<EventBody, { type: "generation-ended" }>["why"];

/** Ends the way of a dossier. `reason` is a text for the applicant; it goes into the personal record. */
export function endDossier(story: Unfolding, ended: RouteEnd, reason: string): void {
  ENDS[ended](story, reason);
}

const ENDS: Readonly<Record<RouteEnd, (story: Unfolding, reason: string) => void>> = {
  completed: (story) => {
    if (story.state.phase !== "returned") finish(story);
    endGeneration(story, "completed");
  },
  stopped: (story, reason) => {
    story.add({ type: "stopped", reasonHash: story.note(reason) });
    oweRefunds(story);
    cancelTasks(story, "stopped");
    endGeneration(story, "stopped");
  },
  refused: (story, reason) => {
    story.add({ type: "refused", reasonHash: story.note(reason) });
    oweRefunds(story);
    cancelTasks(story, "refused");
    endGeneration(story, "refused");
  },
};

/** Closes every open task. */
export function cancelTasks(story: Unfolding, why: CancelReason): void {
  for (const task of Object.keys(story.state.tasks)) story.add({ type: "task-cancelled", task, why });
}

/** Ends the execution, where one runs: while a supplement is awaited none does. */
export function endGeneration(story: Unfolding, why: EndReason): void {
  const { running, generation } = story.state;
  if (running) story.add({ type: "generation-ended", generation, why });
}
