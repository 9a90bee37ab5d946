import type { Channel, Money, NationalStatus, Position } from "@motcua/procedure";
import type { GivenDocument, ResultBy } from "./given-document.ts";

/** Who acted. */
export interface Actor {
  readonly kind: "applicant" | "officer" | "system";
  readonly id: string;
  readonly unit?: string;
  readonly role?: string;
  /** `sub` of the absent person an officer acts for. */
  readonly onBehalfOf?: string;
}

/** A task opened for somebody. */
export interface OpenedTask {
  readonly id: string;
  readonly step: string;
  readonly wait: string;
  readonly assignee:
    /** `of` and `name`: whose part it is, where the unit only enters it for another one. */
    | { readonly kind: "role"; readonly unit: string; readonly role: string; readonly of?: string; readonly name?: string }
    | { readonly kind: "applicant" }
    | { readonly kind: "unit"; readonly unit: string; readonly of?: string; readonly name?: string }
    | { readonly kind: "system"; readonly system: string; readonly operation: string }
    | { readonly kind: "clock"; readonly unit?: string; readonly role?: string; readonly of?: string; readonly name?: string };
  readonly openedAt: string;
  readonly due?: string;
  /** When the time runs out that the law itself gives the step. */
  readonly legalDue?: string;
  readonly onDue?: "silence" | "elapsed" | "absent" | "unpaid";
  readonly appointment?: string;
}

/** A fee as it was settled: at submission, and again at acceptance where officers' answers changed it; VND. */
export interface SettledFee {
  readonly id: string;
  /** `null` where the province has not set it, and where it is due in another currency. */
  readonly vnd: number | null;
  readonly foreign?: Money;
  readonly waived?: boolean;
  readonly reduced?: boolean;
}

/** A longer limit the applicant has agreed to: the day it ends with, and the same in working days. */
export interface AgreedTime {
  readonly day: string;
  readonly limit: string;
}

/** Whose people do a part; `of` says whose part it is where that is another unit. */
export interface UnitHolder {
  readonly unit: string;
  readonly of?: string;
  readonly name?: string;
}

/** What a due date was and became. */
export interface DueChange {
  readonly before?: string;
  readonly after: string;
  readonly provisional: boolean;
}

/** Who is to be told of a result: one of the parties, or the unit behind one of the procedure's `units`. */
export type Notified = { readonly party: string } | (UnitHolder & { readonly named: string });

/** Whoever held an open task. */
export interface Holder {
  readonly who: OpenedTask["assignee"]["kind"];
  readonly unit?: string;
  readonly of?: string;
  readonly role?: string;
  readonly step: string;
}

/** Why personal data are erased. */
export type ErasureReason = "retention-ended" | "consent-withdrawn" | "unlawful-processing" | "ordered";

/** What happened to a dossier. Nothing here is a citizen's data. */
export type DossierEvent =
  | {
      readonly type: "submitted"; readonly procedure: string; readonly version: string; readonly channel: Channel;
      readonly receivingUnit: string; readonly competentUnit: string; readonly account?: string; readonly case: string;
      readonly documents: readonly GivenDocument[]; readonly fees: readonly SettledFee[]; readonly resultBy: ResultBy;
      readonly personalHash: string; readonly acceptanceDue?: string;
    }
  /** `fees` where they are not those of the submission. */
  | { readonly type: "accepted"; readonly due: DueChange; readonly fees?: readonly SettledFee[]; readonly finding?: number; readonly agreed?: AgreedTime }
  | { readonly type: "fees-assessed"; readonly fees: readonly SettledFee[] }
  | { readonly type: "refused"; readonly reasonHash?: string }
  | { readonly type: "task-opened"; readonly task: OpenedTask }
  | { readonly type: "task-done"; readonly task: string; readonly step: string; readonly outcome: string; readonly late: boolean; readonly overLegal?: true; readonly recordHash?: string; readonly noteHash?: string; readonly answersHash?: string; readonly reference?: string; readonly documents?: readonly GivenDocument[] }
  | { readonly type: "task-cancelled"; readonly task: string; readonly why: "supplement" | "withdrawn" | "stopped" | "refused" | "joined" | "finished" | "corrected" }
  | { readonly type: "step-done"; readonly step: string; readonly wait: string; readonly outcome: string; readonly facts: Readonly<Record<string, boolean>>; readonly nth?: number; readonly position?: Position }
  /** What became of a branch of a fork. `procedure` is the national code it has of its own. */
  | { readonly type: "branch-changed"; readonly fork: string; readonly branch: string; readonly to: "open" | "succeeded" | "failed" | "left-out" | "cancelled"; readonly procedure?: string; readonly holder?: UnitHolder; readonly due?: string; readonly late?: boolean }
  /** A legal window over several steps. `due` is the end of its time; `held`: who held the dossier when that passed. `moved`: after a pause, or by time the law adds. `late`: whether it was left after its end. */
  | { readonly type: "window-changed"; readonly window: string; readonly to: "open" | "moved" | "overdue" | "closed"; readonly due: string; readonly held?: readonly Holder[]; readonly late?: boolean }
  | { readonly type: "fork-joined"; readonly fork: string; readonly outcome: string }
  | { readonly type: "generation-started"; readonly generation: number; readonly machine: string; readonly facts: Readonly<Record<string, boolean>>; readonly position: Position }
  | { readonly type: "generation-ended"; readonly generation: number; readonly why: "supplement" | "withdrawn" | "stopped" | "refused" | "completed" | "corrected" }
  | { readonly type: "supplement-requested"; readonly number: number; readonly step: string; readonly defects: readonly { readonly document?: string }[]; readonly textHash: string; readonly respondBy?: string; readonly overLimit: boolean }
  | { readonly type: "supplemented"; readonly number: number; readonly documents: readonly GivenDocument[]; readonly personalHash: string }
  | { readonly type: "paused"; readonly why: "supplement" | "payment" | "waiting" | "withdrawn" }
  | { readonly type: "resumed"; readonly why: "supplement" | "payment" | "waiting" | "withdrawn"; readonly due?: DueChange }
  | { readonly type: "extension-requested"; readonly number: number; readonly step: string; readonly task: string; readonly proposed: DueChange; readonly note: string; readonly reasonHash: string }
  | { readonly type: "extended"; readonly due: DueChange; readonly why: "verification" | "apology"; readonly step: string }
  | { readonly type: "lateness-recorded"; readonly mark: "soon-late" | "late"; readonly due: string; readonly held: readonly Holder[] }
  | { readonly type: "limited"; readonly due: DueChange; readonly finding: number; readonly step: string }
  /** A calendar was changed and a decision moved the date. */
  /** The applicant has agreed to another day than the law's. */
  | { readonly type: "agreed"; readonly due: DueChange; readonly agreed: AgreedTime; readonly step: string }
  | { readonly type: "redated"; readonly due: DueChange; readonly decisionHash: string }
  | { readonly type: "result-signed"; readonly result: string; readonly by: Actor }
  | { readonly type: "result-sealed"; readonly result: string; readonly number: string }
  /** Issued: the last day it is valid (ISO date), and who is to be told, where the definition says so. */
  | { readonly type: "result-issued"; readonly result: string; readonly validUntil?: string; readonly duties?: readonly { readonly duty: string; readonly by: string }[]; readonly notify?: readonly Notified[] }
  | { readonly type: "finished" }
  | { readonly type: "result-corrected"; readonly finishedAt: string; readonly step: string; readonly results: readonly string[]; readonly reasonHash: string }
  | { readonly type: "fee-paid"; readonly fee: string; readonly vnd: number; readonly receipt?: string }
  | { readonly type: "fee-waived"; readonly fee: string; readonly reasonHash?: string }
  /** Paid and refundable, and the dossier ended without its result. */
  | { readonly type: "refund-due"; readonly fee: string; readonly vnd: number }
  | { readonly type: "fee-refunded"; readonly fee: string; readonly vnd: number; readonly receipt: string }
  | { readonly type: "result-posted"; readonly tracking: string }
  | { readonly type: "rated"; readonly score: number; readonly commentHash?: string }
  | { readonly type: "status-synced"; readonly change: number; readonly to: NationalStatus; readonly state: "sent" | "acknowledged" | "refused"; readonly sourceTime?: string; readonly reason?: string }
  | { readonly type: "returned"; readonly by: ResultBy; readonly recipientHash: string }
  | { readonly type: "withdrawn"; readonly accepted: boolean; readonly reasonHash?: string }
  /** The applicant has taken a withdrawal back: the dossier goes on where it left. */
  | { readonly type: "withdrawal-revoked" }
  | { readonly type: "withdrawal-confirmed"; readonly refundVnd: number }
  | { readonly type: "stopped"; readonly reasonHash: string }
  | { readonly type: "erasure-requested"; readonly basis: string; readonly law: string; readonly reason: ErasureReason }
  | { readonly type: "erasure-rejected" }
  | { readonly type: "personal-erased"; readonly basis: string; readonly law: string; readonly reason: ErasureReason }
  | { readonly type: "status-changed"; readonly from: NationalStatus | 0; readonly to: NationalStatus };

/** The events of one command: one item of the log, one link of its chain. */
export interface EventBatch {
  readonly code: string;
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  readonly command: string;
  readonly events: readonly DossierEvent[];
  /** SHA-256 hex of the batch before. */
  readonly previous: string;
}
