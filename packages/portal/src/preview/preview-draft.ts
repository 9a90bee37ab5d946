import type { Sessions } from "@motcua/handlers";
import type { Channel, Problem, ProcedureModule } from "@motcua/procedure";
import type { Draft } from "../draft/draft.ts";
import { draftKey } from "../draft/drafts.ts";
import type { CodeList } from "../form/code-list.ts";
import type { JsonObject } from "../form/json-pointer.ts";
import { journeyOf } from "../journey/journey.ts";
import { formProblems } from "../journey/mistakes.ts";
import { listsOf } from "./form-preview.tsx";

/** What was filled in so far on the pages of a form. */
export interface PreviewedDraft {
  readonly channel: Channel;
  readonly answers: Readonly<Record<string, boolean>>;
  /** The form that would be submitted: what does not apply left out. */
  readonly form: JsonObject;
  readonly problems: readonly Problem[];
}

/** Code of the procedure a draft is of; `undefined` where there is no such draft. */
export async function draftProcedure(sessions: Sessions, id: string): Promise<string | undefined> {
  return ((await sessions.get(draftKey(id))) as Draft | undefined)?.procedure;
}

/** A draft as its author's notes beside the page need it, whoever it belongs to: for a preview on one's own machine alone. */
export async function previewDraft(of: { readonly sessions: Sessions; readonly lists: readonly CodeList[]; readonly module: ProcedureModule; readonly now: Date }, id: string): Promise<PreviewedDraft | undefined> {
  const draft = (await of.sessions.get(draftKey(id))) as Draft | undefined;
  if (draft === undefined) return undefined;
  const journey = journeyOf({ lists: listsOf(of.lists), clock: { now: () => of.now } }, of.module, draft);
  return { channel: draft.channel, answers: draft.answers, form: journey.form, problems: formProblems(journey) };
}
