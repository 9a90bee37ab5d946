import { createHash } from "node:crypto";
import type { DossierState, EventBatch, OpenedTask } from "@motcua/dossier";
import type { Commit } from "../ports/dossier-store.ts";

/** Code of the dossier the suites work on; a table is shared by many suites, so each test takes its own serial. */
export function sampleCode(serial: number): string {
  return `H20.015-261005-${String(serial).padStart(4, "0")}`;
}

/** What differs from one sample commit to another. */
export interface SampleCommit {
  readonly code: string;
  readonly seq: number;
  readonly opened?: readonly OpenedTask[];
  readonly closed?: readonly string[];
  readonly tasks?: readonly OpenedTask[];
  readonly account?: string;
  readonly at?: string;
  /** Where it is not the time of the commit. */
  readonly submittedAt?: string;
  readonly idempotency?: Commit["idempotency"];
  readonly trackingHash?: string;
  readonly pending?: boolean;
  readonly firstOnDay?: string;
  readonly nextMark?: Commit["nextMark"];
  readonly erasesPersonal?: boolean;
  readonly sync?: Commit["sync"];
  readonly open?: Commit["open"];
  readonly receivingUnit?: string;
}

/** A commit of the shape the use cases make, with hand-made content. */
export function sampleCommit(of: SampleCommit): Commit {
  const at = of.at ?? "2026-10-05T08:00:00.000+07:00";
  const batch: EventBatch = { code: of.code, seq: of.seq, at, actor: { kind: "system", id: "suite" }, command: "time-out", events: [{ type: "finished" }], previous: "0".repeat(64) };
  const body = JSON.stringify(batch);
  return {
    batch,
    body,
    hash: createHash("sha256").update(body).digest("hex"),
    state: sampleState(of, at),
    personal: { salt: "00", form: { ho_ten: "Người Thử" }, records: {}, answers: {}, notes: {} },
    opened: of.opened ?? [],
    closed: of.closed ?? [],
    pending: of.pending ?? false,
    ...(of.idempotency === undefined ? {} : { idempotency: of.idempotency }),
    ...(of.firstOnDay === undefined ? {} : { firstOnDay: of.firstOnDay }),
    ...(of.nextMark === undefined ? {} : { nextMark: of.nextMark }),
    ...(of.open === undefined ? {} : { open: of.open }),
    ...(of.sync === undefined ? {} : { sync: of.sync }),
    ...(of.erasesPersonal === undefined ? {} : { erasesPersonal: of.erasesPersonal }),
    ...(of.trackingHash === undefined ? {} : { trackingHash: of.trackingHash }),
  };
}

/** A task of a role, with what a test wants to say about it. */
export function sampleTask(id: string, more: Partial<OpenedTask> = {}): OpenedTask {
  const step = id.split("@")[0] ?? id;
  return { id, step, wait: id, assignee: { kind: "role", unit: "H20.015", role: "can_bo_tiep_nhan" }, openedAt: "2026-10-05T08:00:00+07:00", ...more };
}

function sampleState(of: SampleCommit, at: string): DossierState {
  return {
    code: of.code, procedure: "9.000001", version: "0123456789abcdef", seq: of.seq, phase: "processing", nationalStatus: 4, channel: "online", case: "chung",
    receivingUnit: of.receivingUnit ?? "H20.015", competentUnit: "H20.015", resultBy: "online", submittedAt: of.submittedAt ?? at, generation: 1, running: true,
    tasks: Object.fromEntries((of.tasks ?? of.opened ?? []).map((task) => [task.id, task])),
    outcomes: {}, answered: {}, facts: {}, documents: [], fees: [], supplements: [], results: {}, personalHash: "",
    ...(of.account === undefined ? {} : { account: of.account }),
  };
}
