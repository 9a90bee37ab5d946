import { ok, refused, type Result } from "@motcua/procedure";
import { refusal } from "../problems.ts";
import type { DossierState } from "../state.ts";
import type { Unfolding } from "../unfolding.ts";
import { taskOf } from "./task-of.ts";

/** The extension a task is about, if who acts may decide it: nobody decides on their own request, whatever roles they hold, and nobody for them. */
export function askedExtension(story: Unfolding, id: string): Result<NonNullable<DossierState["extension"]>> {
  const open = taskOf(story, id);
  if (!open.ok) return open;
  const { extension } = story.state;
  if (extension?.task !== open.value.id) return refused(refusal("not-your-task", "/task"));
  const { id: own, onBehalfOf } = story.actor;
  return extension.requestedBy === own || extension.requestedBy === onBehalfOf ? refused(refusal("four-eyes", "/act")) : ok(extension);
}
