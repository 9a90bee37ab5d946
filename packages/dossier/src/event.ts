import type { BranchStatus, Channel, Money, NationalStatus, Position } from "@motcua/procedure";
import type { Actor } from "./actor.ts";
import type { AgreedTime } from "./agree-limit.ts";
import type { GivenDocument } from "./command.ts";
import type { Notified, OwedDuty } from "./issue-results.ts";
import type { Holder } from "./mark-lateness.ts";
import type { UnitHolder } from "./unit-holder.ts";

/** A task opened for somebody: one person, one consulted unit, the applicant, a system or the clock. */
export interface OpenedTask {
  /** `{step}@{seq}`; a consultation's parts end in `.1`, `.2`, … Unique in the dossier. */
  readonly id: string;
  readonly step: string;
  /** `{step}@{seq}`: what the waiting state of the execution registers under. */
  readonly wait: string;
  readonly assignee:
    /** `of` and `name`: whose part it is, where the unit only enters it for another one. */
    | { readonly kind: "role"; readonly unit: string; readonly role: string; readonly of?: string; readonly name?: string }
    | { readonly kind: "applicant" }
    | { readonly kind: "unit"; readonly unit: string; readonly of?: string; readonly name?: string }
    | { readonly kind: "system"; readonly system: string; readonly operation: string }
    /** Whoever may end a wait before its time. Absent in logs of old: the competent unit. */
    | { readonly kind: "clock"; readonly unit?: string; readonly role?: string; readonly of?: string; readonly name?: string };
  readonly openedAt: string;
  /** Personal due time of the step; for `confirm`, `wait`, and what has a silence, it is when the sweep decides. */
  readonly due?: string;
  /** When the time runs out that the law itself gives the step, beside the office's own. */
  readonly legalDue?: string;
  /** What the sweep does at `due`. */
  readonly onDue?: "silence" | "elapsed" | "absent" | "unpaid";
  /** `attend`: the day people mean to come, ISO date. */
  readonly appointment?: string;
}

/** A fee as it was settled: at submission, and again at acceptance where officers' answers changed it. Integer VND. */
export interface SettledFee {
  readonly id: string;
  /** `null` where the province has not set it, and where it is due in another currency. */
  readonly vnd: number | null;
  readonly foreign?: Money;
  readonly waived?: boolean;
  readonly reduced?: boolean;
}

/** What a due date was and became. */
export interface DueChange {
  readonly before?: string;
  readonly after: string;
  readonly provisional: boolean;
}

/** Why the clock stands still: for what is missing, for the applicant's money, for somebody else's part (a step off the clock), while it was withdrawn. */
export type PauseReason = "supplement" | "payment" | "waiting" | "withdrawn";

/** Why personal data are erased: they are needed no longer, consent was withdrawn, they were processed unlawfully, an authority or a court has ordered it. */
export const ERASURE_REASONS = ["retention-ended", "consent-withdrawn", "unlawful-processing", "ordered"] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** Facts of a dossier's life. Nothing here is a citizen's data: texts and forms are in the personal record, by hash. */
export type EventBody =
  | {
      readonly type: "submitted"; readonly procedure: string; readonly version: string; readonly channel: Channel;
      readonly receivingUnit: string; readonly competentUnit: string; readonly account?: string; readonly case: string;
      readonly documents: readonly GivenDocument[]; readonly fees: readonly SettledFee[];
      readonly resultBy: "counter" | "post" | "online"; readonly personalHash: string;
      readonly acceptanceDue?: string;
    }
  /** `fees` where they are not those of the submission; `finding` where one made at intake brings another limit, `agreed` where the applicant agreed to a longer one. */
  | { readonly type: "accepted"; readonly due: DueChange; readonly fees?: readonly SettledFee[]; readonly finding?: number; readonly agreed?: AgreedTime }
  /** Another agency has computed what is due to it. */
  | { readonly type: "fees-assessed"; readonly fees: readonly SettledFee[] }
  | { readonly type: "refused"; readonly reasonHash?: string }
  | { readonly type: "task-opened"; readonly task: OpenedTask }
  | { readonly type: "task-done"; readonly task: string; readonly step: string; readonly outcome: string; readonly late: boolean; readonly overLegal?: true; readonly recordHash?: string; readonly noteHash?: string; readonly answersHash?: string; readonly reference?: string; readonly documents?: readonly GivenDocument[] }
  | { readonly type: "task-cancelled"; readonly task: string; readonly why: "supplement" | "withdrawn" | "stopped" | "refused" | "joined" | "finished" | "corrected" }
  /** The step is complete: the waiting state is to be answered with this outcome and these facts. `nth`: how many times this outcome has been chosen, where the step bounds that. `position` is where the dossier stands then, absent where its way has ended. */
  | { readonly type: "step-done"; readonly step: string; readonly wait: string; readonly outcome: string; readonly facts: Readonly<Record<string, boolean>>; readonly nth?: number; readonly position?: Position }
  /** `machine` is the shape of the state machine it runs on, kept: a later release may print another for the same definition. */
  /** What became of a branch of a fork. `procedure` is the national code it has of its own, `holder` whose part it is, `due` the end of its own legal time, moved by supplements; `late` where it has ended after that. */
  | { readonly type: "branch-changed"; readonly fork: string; readonly branch: string; readonly to: BranchStatus; readonly procedure?: string; readonly holder?: UnitHolder; readonly due?: string; readonly late?: boolean }
  /** A legal window over several steps. `due` is the end of its time; `held`: who held the dossier when that passed. `moved`: after a pause, or by time the law adds. `late`: whether it was left after its end. */
  | { readonly type: "window-changed"; readonly window: string; readonly to: "open" | "moved" | "overdue" | "closed"; readonly due: string; readonly held?: readonly Holder[]; readonly late?: boolean }
  /** A fork is over, with this outcome. */
  | { readonly type: "fork-joined"; readonly fork: string; readonly outcome: string }
  | { readonly type: "generation-started"; readonly generation: number; readonly machine: string; readonly facts: Readonly<Record<string, boolean>>; readonly position: Position }
  | { readonly type: "generation-ended"; readonly generation: number; readonly why: "supplement" | "withdrawn" | "stopped" | "refused" | "completed" | "corrected" }
  | { readonly type: "supplement-requested"; readonly number: number; readonly step: string; readonly defects: readonly { readonly document?: string }[]; readonly textHash: string; readonly respondBy?: string; readonly overLimit: boolean }
  | { readonly type: "supplemented"; readonly number: number; readonly documents: readonly GivenDocument[]; readonly personalHash: string }
  /** The clock stands still; told again, while it does, for a reason that comes on top. */
  | { readonly type: "paused"; readonly why: PauseReason }
  | { readonly type: "resumed"; readonly why: PauseReason; readonly due?: DueChange }
  /** More time is asked for; `task` is its approval, `note` where the reason is kept in the personal record. */
  | { readonly type: "extension-requested"; readonly number: number; readonly step: string; readonly task: string; readonly proposed: DueChange; readonly note: string; readonly reasonHash: string }
  | { readonly type: "extended"; readonly due: DueChange; readonly why: "verification" | "apology"; readonly step: string }
  /** Who held the dossier at the moment it became soon late or late. `due` is the date it was held to. */
  | { readonly type: "lateness-recorded"; readonly mark: "soon-late" | "late"; readonly due: string; readonly held: readonly Holder[] }
  /** A finding at this step brings another legal limit: the case's `then` of this number. */
  | { readonly type: "limited"; readonly due: DueChange; readonly finding: number; readonly step: string }
  /** The applicant has agreed to another day than the law's, or than the one agreed before; recorded at this step. */
  | { readonly type: "agreed"; readonly due: DueChange; readonly agreed: AgreedTime; readonly step: string }
  /** A calendar was changed and a decision moved the date. */
  | { readonly type: "redated"; readonly due: DueChange; readonly decisionHash: string }
  | { readonly type: "result-signed"; readonly result: string; readonly by: Actor }
  | { readonly type: "result-sealed"; readonly result: string; readonly number: string }
  /** Issued: the last day it is valid (ISO date), and who is to be told, where the definition says so. */
  | { readonly type: "result-issued"; readonly result: string; readonly validUntil?: string; readonly duties?: readonly OwedDuty[]; readonly notify?: readonly Notified[] }
  | { readonly type: "finished" }
  /** Goes back to be signed again at `step`; these results are void. `finishedAt` is when it was finished with the error. */
  | { readonly type: "result-corrected"; readonly finishedAt: string; readonly step: string; readonly results: readonly string[]; readonly reasonHash: string }
  | { readonly type: "fee-paid"; readonly fee: string; readonly vnd: number; readonly receipt?: string }
  | { readonly type: "fee-waived"; readonly fee: string; readonly reasonHash?: string }
  /** Paid and refundable, and the dossier ended without its result. */
  | { readonly type: "refund-due"; readonly fee: string; readonly vnd: number }
  | { readonly type: "fee-refunded"; readonly fee: string; readonly vnd: number; readonly receipt: string }
  | { readonly type: "result-posted"; readonly tracking: string }
  | { readonly type: "rated"; readonly score: number; readonly commentHash?: string }
  /** The national portal was told of the change of this number, says it has it, or refuses it by its own code `reason`; `sourceTime` is the portal's own. */
  | { readonly type: "status-synced"; readonly change: number; readonly to: NationalStatus; readonly state: "sent" | "acknowledged" | "refused"; readonly sourceTime?: string; readonly reason?: string }
  | { readonly type: "returned"; readonly by: "counter" | "post" | "online"; readonly recipientHash: string }
  | { readonly type: "withdrawn"; readonly accepted: boolean; readonly reasonHash?: string }
  /** The applicant has taken a withdrawal after acceptance back: the dossier goes on where it left. Where the clock ran then, `resumed` follows: it runs on with what was left. */
  | { readonly type: "withdrawal-revoked" }
  | { readonly type: "withdrawal-confirmed"; readonly refundVnd: number }
  | { readonly type: "stopped"; readonly reasonHash: string }
  /** Somebody who answers for personal data asks for their erasure; another one decides. `basis` is the decision's number and date, `law` the provision; neither names anybody. */
  | { readonly type: "erasure-requested"; readonly basis: string; readonly law: string; readonly reason: ErasureReason }
  | { readonly type: "erasure-rejected" }
  /** A lawful erasure, by the number of the decision it rests on: the personal record and the files are gone. */
  | { readonly type: "personal-erased"; readonly basis: string; readonly law: string; readonly reason: ErasureReason }
  | { readonly type: "status-changed"; readonly from: NationalStatus | 0; readonly to: NationalStatus };

/** The events of one command: one item of the log, one link of the chain. */
export interface EventBatch {
  readonly code: string;
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  readonly command: string;
  readonly events: readonly EventBody[];
  /** SHA-256 hex of the previous batch; 64 zeros for the first. */
  readonly previous: string;
}
