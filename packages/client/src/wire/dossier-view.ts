import type { BranchStatus, Channel, NationalStatus, Position, Text } from "@motcua/procedure";
import type { AgreedTime, DueChange, ErasureReason, Holder, Notified, OpenedTask, SettledFee, UnitHolder } from "./dossier-event.ts";
import type { GivenDocument, ResultBy } from "./given-document.ts";

/** A branch of a fork. */
export interface BranchState {
  readonly status: BranchStatus;
  readonly openedAt: string;
  readonly closedAt?: string;
  /** National code of the procedure it is of its own. */
  readonly procedure?: string;
  /** Whose part it is. */
  readonly holder?: UnitHolder;
  /** End of its own legal time. */
  readonly due?: string;
  readonly late?: boolean;
}

/** A legal window over several steps. */
export interface WindowState {
  readonly openedAt: string;
  /** End of its time, as it is now: pauses move it. */
  readonly due: string;
  readonly closedAt?: string;
  /** Whether the dossier left it after that. */
  readonly late?: boolean;
  /** Who held the dossier when its time ran out. */
  readonly held?: readonly Holder[];
}

/** A dossier folded from its events. Holds no citizen's data. */
export interface DossierState {
  readonly code: string;
  readonly procedure: string;
  readonly version: string;
  readonly seq: number;
  readonly phase: "submitted" | "processing" | "supplement" | "finished" | "returned" | "refused" | "withdrawn" | "stopped";
  readonly nationalStatus: NationalStatus;
  readonly channel: Channel;
  readonly case: string;
  readonly receivingUnit: string;
  readonly competentUnit: string;
  readonly account?: string;
  readonly resultBy: ResultBy;
  readonly submittedAt: string;
  readonly acceptedAt?: string;
  readonly acceptanceDue?: string;
  /** Valid now; `firstDue` was printed at acceptance. */
  readonly due?: string;
  readonly firstDue?: string;
  readonly finding?: number;
  readonly agreed?: AgreedTime;
  readonly finishedAt?: string;
  readonly endedAt?: string;
  readonly generation: number;
  readonly running: boolean;
  /** Shape of the state machine it runs on. */
  readonly machine?: string;
  readonly position?: Position;
  readonly tasks: Readonly<Record<string, OpenedTask>>;
  /** Tasks a supplement request or a withdrawal interrupted. */
  readonly suspended?: readonly OpenedTask[];
  readonly outcomes: Readonly<Record<string, string>>;
  /** How many times outcomes with a bound were chosen, by `{step}/{outcome}`. */
  readonly loops?: Readonly<Record<string, number>>;
  readonly answered: Readonly<Record<string, string>>;
  /** Units that answered a consultation, with when they last did. */
  readonly consulted?: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, boolean>>;
  readonly documents: readonly GivenDocument[];
  readonly fees: readonly SettledFee[];
  readonly supplements: readonly { readonly number: number; readonly step: string; readonly requestedAt: string; readonly respondBy?: string; readonly completedAt?: string }[];
  /** Branches of the forks the dossier has entered, by fork and branch. */
  readonly branches?: Readonly<Record<string, Readonly<Record<string, BranchState>>>>;
  /** Legal windows over several steps, as the dossier came to each last. */
  readonly windows?: Readonly<Record<string, WindowState>>;
  readonly pausedSince?: string;
  /** What the clock stands still for. */
  readonly pausedFor?: readonly ("supplement" | "payment" | "waiting" | "withdrawn")[];
  /** Milliseconds of ended pauses that moved no due date. */
  readonly spared?: number;
  /** Due dates the dossier was marked for as soon late, and late. */
  readonly marked?: { readonly soon?: string; readonly late?: string };
  /** More time that is asked for and not decided. */
  readonly extension?: { readonly task: string; readonly step: string; readonly proposed: DueChange; readonly requestedBy: string; readonly note: string };
  /** Extensions with an apology so far. */
  readonly extensions?: number;
  /** Results that were corrected before they were handed over. */
  readonly corrections?: readonly { readonly finishedAt: string; readonly correctedAt: string }[];
  /** Officers who did a step last, by `sub`. */
  readonly doneBy?: Readonly<Record<string, readonly string[]>>;
  /** Payments by fee: they run beside the dossier. */
  readonly payments?: Readonly<Record<string, { readonly state: "due" | "paid" | "waived" | "refund-due" | "refunded"; readonly vnd: number | null; readonly receipt?: string; readonly at?: string }>>;
  /** Delivery, once there is a result. */
  readonly delivery?: { readonly state: "ready" | "posted" | "delivered"; readonly tracking?: string };
  readonly portalChanges?: number;
  /** Changes the national portal has not acknowledged, oldest first; `reason` is its own code of a refusal. */
  readonly unsynced?: readonly { readonly change: number; readonly seq: number; readonly to: NationalStatus; readonly at: string; readonly state: "pending" | "sent" | "refused"; readonly reason?: string }[];
  /** An erasure of its personal data that is asked for and not decided. */
  readonly erasure?: { readonly basis: string; readonly law: string; readonly reason: ErasureReason; readonly requestedBy: readonly string[]; readonly requestedAt: string };
  /** When its personal data were erased. */
  readonly erasedAt?: string;
  readonly withdrawalConfirmed?: boolean;
  /** VND given back when the withdrawal was closed. */
  readonly refundVnd?: number;
  /** The applicant's, from 1 to 5. */
  readonly rating?: number;
  readonly results: Readonly<Record<string, { readonly signedAt?: string; readonly number?: string; readonly validUntil?: string; readonly duties?: readonly { readonly duty: string; readonly by: string }[]; readonly notify?: readonly Notified[] }>>;
  readonly personalHash: string;
}

/** A task the caller may act on. */
export interface TaskView {
  readonly id: string;
  readonly step: string;
  readonly name: Text;
  readonly kind: string;
  readonly outcomes: readonly { readonly id: string; readonly name: Text }[];
  readonly due?: string;
  /** `attend`: the day people mean to come, and who has to. */
  readonly appointment?: string;
  readonly expected?: readonly string[];
  /** Schema of the step's record form. */
  readonly record?: unknown;
  /** Questions officers may answer with the task; `answer` is what was said so far. */
  readonly questions?: readonly { readonly id: string; readonly text: Text; readonly answer?: boolean }[];
  /** Documents this step asks for that are not there yet. */
  readonly documents?: readonly { readonly id: string; readonly name: Text; readonly mode: "submit" | "present" }[];
  readonly canSupplement: boolean;
  readonly canStop: boolean;
  readonly canExtend: boolean;
  readonly canCorrect: boolean;
  readonly canPost: boolean;
  /** Of the approval of an extension: the dates, and why it was asked for. */
  readonly extension?: { readonly before?: string; readonly after: string; readonly provisional: boolean; readonly reason?: string };
}

/** What an officer or the owner sees of a dossier. */
export interface DossierView {
  readonly state: DossierState;
  readonly procedure: { readonly code: string; readonly version: string; readonly name: Text };
  readonly form: unknown;
  readonly records: Readonly<Record<string, unknown>>;
  readonly tasks: readonly TaskView[];
  /** Acts that belong to no task and that the caller may do now. */
  readonly acts: readonly ("supplement" | "withdraw" | "revoke-withdrawal" | "recompute-due" | "record-payment" | "record-refund" | "waive-fee" | "confirm-withdrawal" | "rate")[];
  /** `note` is what was written there, a line each: to the applicant (what is missing, why it was refused or stopped) or by them; officers also see what they wrote to each other. */
  readonly history: readonly { readonly at: string; readonly text: Text; readonly step?: string; readonly actor: string; readonly note?: string }[];
  /** Papers there are, by what they are asked for with; the applicant is offered those addressed to them. */
  readonly papers: readonly { readonly id: string; readonly form: string; readonly name: Text; readonly at: string }[];
}
