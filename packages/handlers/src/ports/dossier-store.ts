import type { DossierState, EventBatch, OpenedTask, PersonalRecord } from "@motcua/dossier";
import type { Page, SyncItem } from "./sync-queue.ts";

/** One command's writes; all or nothing. */
export interface Commit {
  readonly batch: EventBatch;
  /** Exact bytes of the batch as stored and hashed. */
  readonly body: string;
  /** SHA-256 hex of `body`. */
  readonly hash: string;
  readonly state: DossierState;
  readonly personal?: PersonalRecord;
  /** Removes the personal record for good. */
  readonly erasesPersonal?: boolean;
  /** ISO date in Asia/Ho_Chi_Minh, where this is the dossier's first batch on it: found again by {@link DossierStore.grownOn}. */
  readonly firstOnDay?: string;
  /** Where the dossier's next mark of lateness is due at another time than before: when, absent where there is none any more. */
  readonly nextMark?: { readonly at?: string };
  /** Where a dossier begins, ends or goes on after an end: the unit that settles it and when it was submitted, absent once it has ended. */
  readonly open?: { readonly item?: { readonly unit: string; readonly submittedAt: string } };
  /** Where what the national portal has not acknowledged is another than before: how to find the dossier, absent where it has everything. */
  readonly sync?: { readonly item?: SyncItem };
  readonly opened: readonly OpenedTask[];
  /** Ids of tasks closed. */
  readonly closed: readonly string[];
  readonly idempotency?: { readonly key: string; readonly requestHash: string; readonly response: string };
  /** At submission: the SHA-256 of the tracking secret. */
  readonly trackingHash?: string;
  /** Whether the orchestrator must hear of it: kept as pending, in the same transaction, until {@link DossierStore.settle}. */
  readonly pending: boolean;
}

/** A commit the orchestrator has not been brought in line with yet. */
export interface PendingCommit {
  readonly code: string;
  readonly seq: number;
  readonly at: string;
}

/** What became of a commit. `conflict`: another command won the sequence, load and decide again. */
export type CommitOutcome =
  | { readonly kind: "committed" }
  | { readonly kind: "conflict" }
  | { readonly kind: "replayed"; readonly response: string }
  | { readonly kind: "key-reused" };

/** A dossier as loaded, read consistently. */
export interface StoredDossier {
  readonly state: DossierState;
  readonly personal: PersonalRecord | undefined;
  readonly lastHash: string;
  /** Instant of the last batch. */
  readonly lastAt?: string;
}

/** A dossier whose log grew, and the unit that received it. */
export interface GrownLog {
  readonly unit: string;
  readonly code: string;
}

/** Dossiers, their logs and idempotency keys. */
export interface DossierStore {
  commit(commit: Commit): Promise<CommitOutcome>;
  load(code: string): Promise<StoredDossier | undefined>;
  /** Raw bodies of the log, in order. */
  log(code: string): Promise<readonly string[]>;
  /** Dossiers whose log grew on a day (ISO date, Asia/Ho_Chi_Minh), by unit and code; read consistently, for at least 60 days. */
  grownOn(day: string): Promise<readonly GrownLog[]>;
  /** Marks a commit as dispatched; repeating it is success. */
  settle(commit: PendingCommit): Promise<void>;
  /** Commits still pending that were made before an instant, oldest first. */
  pendingBefore(instant: string, limit: number): Promise<readonly PendingCommit[]>;
  /** The response stored under an idempotency key, with the hash of the request it answered. */
  replay(key: string): Promise<{ readonly requestHash: string; readonly response: string } | undefined>;
  /** Next serial of a unit's day, atomic; gaps are allowed. `day` is `yymmdd`. */
  nextSerial(unit: string, day: string): Promise<number>;
  /** Dossier code behind the SHA-256 of a tracking secret. */
  byTrackingHash(hash: string): Promise<string | undefined>;
}

/** An open task in a worklist. Names no citizen. */
export interface WorkItem {
  readonly code: string;
  readonly task: OpenedTask;
  readonly procedure: string;
  readonly version: string;
  readonly due?: string;
}

/** Which stretch of a list of open tasks: those after a position. */
export interface WorkPage {
  readonly limit: number;
  readonly cursor?: string;
}

/** Where a task stands in every list it is in: by due time, those without one last, then by dossier and task. Sorts as text. */
export function workPosition({ code, task, due }: WorkItem): string {
  return `${due === undefined ? "~" : new Date(due).toISOString()}#${code}#${task.id}`;
}

/** Indexes read by people and by the sweep. */
export interface WorkIndex {
  /** Open tasks of a role in a unit, in the order of {@link workPosition}; the cursor is the position of the last one. */
  ofRole(unit: string, role: string, page?: WorkPage): Promise<Page<WorkItem>>;
  /** Consultations a unit is asked to answer, likewise. */
  ofConsultedUnit(unit: string, page?: WorkPage): Promise<Page<WorkItem>>;
  /** Codes of the dossiers a unit settles that have not ended, oldest first. */
  openOfUnit(unit: string, page: WorkPage): Promise<Page<string>>;
  /** Codes of an applicant's dossiers, newest first; at most 100. */
  ofAccount(account: string): Promise<readonly string[]>;
  /** Codes of the dossiers handed in to a unit from one instant until before another, oldest first. */
  ofUnit(unit: string, period: { readonly from: string; readonly until: string; readonly limit: number }): Promise<readonly string[]>;
  /** Tasks with an `onDue` whose time has come. */
  dueBefore(instant: string, limit: number): Promise<readonly WorkItem[]>;
  /** Codes of the dossiers whose next mark of lateness is due, earliest first. */
  marksBefore(instant: string, limit: number): Promise<readonly string[]>;
}
