import type { Sessions } from "@motcua/handlers";
import type { Draft, DraftLine } from "./draft.ts";

/** Drafts by owner. */
export interface Drafts {
  /** A draft of this owner; unknown and foreign alike are `undefined`. */
  readonly load: (owner: string, id: string) => Promise<Draft | undefined>;
  readonly save: (draft: Draft) => Promise<void>;
  readonly remove: (draft: Draft) => Promise<void>;
  /** Newest first. */
  readonly list: (owner: string) => Promise<readonly DraftLine[]>;
  /** Gives a visitor's drafts to their account. Files belong to whoever sent them, so they are to be sent again; whether any was. */
  readonly adopt: (visitor: string, account: string) => Promise<boolean>;
}

/** Days a draft is kept after its last change. */
const DAYS = 7;
const DAY_MS = 24 * 3_600_000;
/** Drafts kept of one owner; the oldest gives way. */
const MOST = 20;

/** Where a draft is kept. */
export const draftKey = (id: string): string => `draft:${id}`;
const listKey = (owner: string) => `drafts:${owner}`;

/** Drafts on the port that keeps small JSON with a time to live. */
export function draftStore(sessions: Sessions, clock: { now(): Date }): Drafts {
  const until = () => new Date(clock.now().getTime() + DAYS * DAY_MS).toISOString();
  const list = async (owner: string) => ((await sessions.get(listKey(owner))) as readonly DraftLine[] | undefined) ?? [];
  const write = async (owner: string, lines: readonly DraftLine[]) => sessions.put(listKey(owner), lines.slice(0, MOST), until());
  const load = async (owner: string, id: string) => {
    const draft = (await sessions.get(draftKey(id))) as Draft | undefined;
    return draft?.owner === owner ? draft : undefined;
  };
  const save = async (draft: Draft) => {
    const { id, owner, procedure, dossier } = draft;
    const line = { id, procedure, changedAt: clock.now().toISOString(), ...(dossier === undefined ? {} : { dossier }) };
    const others = (await list(owner)).filter((each) => each.id !== id);
    await sessions.put(draftKey(id), draft, until());
    await write(owner, draft.receipt === undefined ? [line, ...others] : others);
  };
  return {
    load,
    save,
    list,
    remove: async ({ id, owner }) => {
      await sessions.remove(draftKey(id));
      await write(owner, (await list(owner)).filter((each) => each.id !== id));
    },
    adopt: async (visitor, account) => {
      let hadFiles = false;
      for (const { id } of await list(visitor)) {
        const draft = await load(visitor, id);
        if (draft === undefined) continue;
        hadFiles ||= Object.values(draft.documents).some(({ files }) => files.length > 0);
        await save({ ...draft, owner: account, documents: {}, uploads: {}, done: draft.done.filter((page) => page !== "giay-to") });
      }
      await sessions.remove(listKey(visitor));
      return hadFiles;
    },
  };
}
