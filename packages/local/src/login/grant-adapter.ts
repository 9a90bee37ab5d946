import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";
import { type Journal, openJournal } from "../runtime/journal.ts";

interface Entry {
  readonly id: string;
  /** Absent: the entry is gone. */
  readonly payload?: AdapterPayload;
  /** Real time, milliseconds. */
  readonly until?: number;
}

/** What the log-in provider remembers (sessions, codes, grants), kept in a file. */
export interface GrantMemory {
  readonly adapter: AdapterFactory;
  readonly close: () => void;
}

/** Opens the memory; what has expired is dropped at the start. */
export function openGrantMemory(file: string): GrantMemory {
  const entries = new Map<string, Entry>();
  const journal: Journal<Entry> = openJournal<Entry>(file, (entry) => {
    if (entry.payload === undefined) entries.delete(entry.id);
    else entries.set(entry.id, entry);
  });
  for (const [id, { until }] of entries) if (until !== undefined && until < Date.now()) entries.delete(id);
  journal.compact([...entries.values()]);
  const write = (entry: Entry): void => {
    journal.append(entry);
    if (entry.payload === undefined) entries.delete(entry.id);
    else entries.set(entry.id, entry);
  };
  return { close: () => journal.close(), adapter: (model) => modelAdapter(model, entries, write) };
}

function modelAdapter(model: string, entries: ReadonlyMap<string, Entry>, write: (entry: Entry) => void): Adapter {
  const key = (id: string) => `${model}:${id}`;
  const live = (entry: Entry | undefined) => (entry?.until !== undefined && entry.until < Date.now() ? undefined : entry?.payload);
  const findBy = (name: "uid" | "userCode", value: string) =>
    [...entries.values()].map((entry) => (entry.id.startsWith(`${model}:`) ? live(entry) : undefined)).find((payload) => payload?.[name] === value);
  return {
    upsert: async (id, payload, expiresIn) => write({ id: key(id), payload, ...(expiresIn === undefined ? {} : { until: Date.now() + expiresIn * 1000 }) }),
    find: async (id) => live(entries.get(key(id))),
    findByUid: async (uid) => findBy("uid", uid),
    findByUserCode: async (userCode) => findBy("userCode", userCode),
    destroy: async (id) => write({ id: key(id) }),
    revokeByGrantId: async (grantId) => {
      for (const { id, payload } of entries.values()) if (payload?.grantId === grantId) write({ id });
    },
    consume: async (id) => {
      const entry = entries.get(key(id));
      if (entry?.payload !== undefined) write({ ...entry, payload: { ...entry.payload, consumed: Math.floor(Date.now() / 1000) } });
    },
  };
}
