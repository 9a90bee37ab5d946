import type { Commit, CommitOutcome, DossierStore, GrownLog, PendingCommit, StoredDossier, WorkIndex, WorkItem, WorkPage } from "../ports/dossier-store.ts";
import { workPosition } from "../ports/dossier-store.ts";
import type { Page, SyncItem, SyncQueue } from "../ports/sync-queue.ts";

interface Kept {
  stored: StoredDossier;
  readonly log: string[];
}

/** Dossiers and their indexes in memory: every call is one turn of the event loop, so each commit is atomic. */
export interface MemoryDossiers {
  readonly dossiers: DossierStore;
  readonly work: WorkIndex;
  readonly sync: SyncQueue;
}

/** Creates empty dossiers; `onCommit` hears each commit, as a table's stream would. */
export function memoryDossiers(onCommit: (body: string) => void = () => undefined): MemoryDossiers {
  const kept = new Map<string, Kept>();
  const answers = new Map<string, { readonly requestHash: string; readonly response: string }>();
  const serials = new Map<string, number>();
  const secrets = new Map<string, string>();
  const pending = new Map<string, PendingCommit>();
  const marks = new Map<string, string>();
  const waiting = new Map<string, SyncItem>();
  const open: OpenIndex = new Map();
  const grown = new Map<string, GrownLog & { readonly day: string }>();

  const dossiers: DossierStore = {
    commit: async (commit) => {
      const outcome = judge(commit, kept.get(commit.batch.code), answers);
      if (outcome.kind !== "committed") return outcome;
      apply(commit, kept);
      const { code, seq, at } = commit.batch;
      if (commit.idempotency !== undefined) {
        const { key, ...answer } = commit.idempotency;
        answers.set(key, answer);
      }
      if (commit.trackingHash !== undefined) secrets.set(commit.trackingHash, code);
      if (commit.nextMark !== undefined) setMark(marks, code, commit.nextMark.at);
      if (commit.open !== undefined) setOpen(open, code, commit.open.item);
      if (commit.sync !== undefined) setSync(waiting, code, commit.sync.item);
      if (commit.pending) pending.set(`${code}/${seq}`, { code, seq, at });
      const { firstOnDay: day, state: { receivingUnit: unit } } = commit;
      if (day !== undefined) grown.set(`${day}/${unit}/${code}`, { day, unit, code });
      onCommit(commit.body);
      return outcome;
    },
    load: async (code) => structuredClone(kept.get(code)?.stored),
    log: async (code) => [...(kept.get(code)?.log ?? [])],
    grownOn: async (day) =>
      [...grown.entries()].filter(([, log]) => log.day === day).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { unit, code }]) => ({ unit, code })),
    settle: async ({ code, seq }) => void pending.delete(`${code}/${seq}`),
    pendingBefore: async (instant, limit) =>
      [...pending.values()].filter(({ at }) => Date.parse(at) < Date.parse(instant)).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(0, limit),
    replay: async (key) => answers.get(key),
    nextSerial: async (unit, day) => {
      const next = (serials.get(`${unit}/${day}`) ?? 0) + 1;
      serials.set(`${unit}/${day}`, next);
      return next;
    },
    byTrackingHash: async (hash) => secrets.get(hash),
  };
  return { dossiers, work: memoryIndex(kept, { marks, open }), sync: memorySync(waiting) };
}

function judge(commit: Commit, dossier: Kept | undefined, answers: ReadonlyMap<string, { readonly requestHash: string; readonly response: string }>): CommitOutcome {
  const seen = commit.idempotency === undefined ? undefined : answers.get(commit.idempotency.key);
  if (seen !== undefined) return seen.requestHash === commit.idempotency?.requestHash ? { kind: "replayed", response: seen.response } : { kind: "key-reused" };
  return (dossier?.log.length ?? 0) === commit.batch.seq - 1 ? { kind: "committed" } : { kind: "conflict" };
}

function apply(commit: Commit, kept: Map<string, Kept>): void {
  const before = kept.get(commit.batch.code);
  const personal = commit.erasesPersonal === true ? undefined : (commit.personal ?? before?.stored.personal);
  const stored = structuredClone({ state: commit.state, personal, lastHash: commit.hash, lastAt: commit.batch.at });
  kept.set(commit.batch.code, { stored, log: [...(before?.log ?? []), commit.body] });
}

function setMark(marks: Map<string, string>, code: string, at: string | undefined): void {
  if (at === undefined) marks.delete(code);
  else marks.set(code, at);
}

type OpenIndex = Map<string, { readonly unit: string; readonly position: string }>;

function setOpen(open: OpenIndex, code: string, item: { readonly unit: string; readonly submittedAt: string } | undefined): void {
  if (item === undefined) open.delete(code);
  else open.set(code, { unit: item.unit, position: `${new Date(item.submittedAt).toISOString()}#${code}` });
}

function setSync(waiting: Map<string, SyncItem>, code: string, item: SyncItem | undefined): void {
  if (item === undefined) waiting.delete(code);
  else waiting.set(code, item);
}

function memorySync(waiting: Map<string, SyncItem>): SyncQueue {
  const inState = (state: SyncItem["state"]) => [...waiting.values()].filter((item) => item.state === state).sort((a, b) => Date.parse(a.next) - Date.parse(b.next) || (a.code < b.code ? -1 : 1));
  return {
    due: async (instant, limit) => inState("waiting").filter(({ next }) => Date.parse(next) <= Date.parse(instant)).slice(0, limit),
    put: async (item) => void (waiting.has(item.code) && waiting.set(item.code, item)),
    get: async (code) => waiting.get(code),
    list: async ({ state, units, limit, cursor = "0" }) => {
      const all = inState(state).filter(({ unit }) => units?.includes(unit) ?? true);
      const from = Number(cursor);
      const items = all.slice(from, from + limit);
      return from + items.length < all.length ? { items, cursor: String(from + items.length) } : { items };
    },
  };
}

function memoryIndex(kept: ReadonlyMap<string, Kept>, { marks, open: notEnded }: { readonly marks: ReadonlyMap<string, string>; readonly open: OpenIndex }): WorkIndex {
  const open = (): WorkItem[] => [...kept.values()].flatMap(({ stored }) => itemsOf(stored)).sort(byDue);
  return {
    ofRole: async (unit, role, page) => pageOf(open().filter(({ task: { assignee } }) => assignee.kind === "role" && assignee.unit === unit && assignee.role === role), page),
    ofConsultedUnit: async (unit, page) => pageOf(open().filter(({ task: { assignee } }) => assignee.kind === "unit" && assignee.unit === unit), page),
    openOfUnit: async (unit, { limit, cursor = "" }) => {
      const after = [...notEnded].filter(([, each]) => each.unit === unit && each.position > cursor).sort(([, a], [, b]) => (a.position < b.position ? -1 : 1));
      const items = after.slice(0, limit);
      const last = items.at(-1)?.[1].position;
      return { items: items.map(([code]) => code), ...(last !== undefined && items.length < after.length ? { cursor: last } : {}) };
    },
    ofAccount: async (account) =>
      [...kept.values()]
        .filter(({ stored }) => stored.state.account === account)
        .sort((a, b) => Date.parse(b.stored.state.submittedAt) - Date.parse(a.stored.state.submittedAt))
        .map(({ stored }) => stored.state.code)
        .slice(0, 100),
    ofUnit: async (unit, { from, until, limit }) =>
      [...kept.values()]
        .map(({ stored: { state } }) => ({ ...state, time: Date.parse(state.submittedAt) }))
        .filter(({ receivingUnit, time }) => receivingUnit === unit && time >= Date.parse(from) && time < Date.parse(until))
        .sort((a, b) => a.time - b.time || (a.code < b.code ? -1 : 1))
        .map(({ code }) => code)
        .slice(0, limit),
    dueBefore: async (instant, limit) =>
      open().filter(({ task }) => task.onDue !== undefined && task.due !== undefined && Date.parse(task.due) <= Date.parse(instant)).slice(0, limit),
    marksBefore: async (instant, limit) =>
      [...marks].filter(([, at]) => Date.parse(at) <= Date.parse(instant)).sort(([a, x], [b, y]) => Date.parse(x) - Date.parse(y) || (a < b ? -1 : 1)).map(([code]) => code).slice(0, limit),
  };
}

function itemsOf({ state }: StoredDossier): WorkItem[] {
  return Object.values(state.tasks).map((task) => {
    const due = task.due ?? state.due;
    return { code: state.code, task, procedure: state.procedure, version: state.version, ...(due === undefined ? {} : { due }) };
  });
}

function byDue(a: WorkItem, b: WorkItem): number {
  return workPosition(a) < workPosition(b) ? -1 : 1;
}

function pageOf(all: readonly WorkItem[], { limit, cursor = "" }: WorkPage = { limit: Number.POSITIVE_INFINITY }): Page<WorkItem> {
  const after = all.filter((item) => workPosition(item) > cursor);
  const items = after.slice(0, limit);
  const last = items.at(-1);
  return last !== undefined && items.length < after.length ? { items, cursor: workPosition(last) } : { items };
}
