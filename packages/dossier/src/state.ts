import type { BranchStatus, Channel, NationalStatus, Position } from "@motcua/procedure";
import type { AgreedTime } from "./agree-limit.ts";
import type { GivenDocument } from "./command.ts";
import type { Notified, OwedDuty } from "./issue-results.ts";
import type { Holder } from "./mark-lateness.ts";
import type { Payments } from "./payments.ts";
import type { PortalChange } from "./portal-changes.ts";
import type { UnitHolder } from "./unit-holder.ts";
import type { DueChange, ErasureReason, OpenedTask, PauseReason, SettledFee } from "./event.ts";

/** Business state of a dossier; payment, delivery and synchronisation have machines of their own. */
export type Phase = "submitted" | "processing" | "supplement" | "finished" | "returned" | "refused" | "withdrawn" | "stopped";

/** A branch of a fork. */
export interface BranchState {
  readonly status: BranchStatus;
  readonly openedAt: string;
  readonly closedAt?: string;
  /** National code of the procedure it is of its own. */
  readonly procedure?: string;
  /** Whose part it is. */
  readonly holder?: UnitHolder;
  /** End of its own legal time: as it was entered while it is open, moved by supplements once it has ended. */
  readonly due?: string;
  /** Whether it has ended after that. */
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
  readonly phase: Phase;
  readonly nationalStatus: NationalStatus;
  readonly channel: Channel;
  readonly case: string;
  readonly receivingUnit: string;
  readonly competentUnit: string;
  readonly account?: string;
  readonly resultBy: "counter" | "post" | "online";
  readonly submittedAt: string;
  readonly acceptedAt?: string;
  readonly acceptanceDue?: string;
  /** The due date that is legally valid now; `firstDue` is the one printed at acceptance. */
  readonly due?: string;
  readonly firstDue?: string;
  /** Number of the finding that set the legal limit, in the case's `then`. */
  readonly finding?: number;
  /** A longer limit than the statutory one, to which the applicant has agreed. */
  readonly agreed?: AgreedTime;
  readonly finishedAt?: string;
  readonly endedAt?: string;
  /** Current execution; 0 when none runs. */
  readonly generation: number;
  readonly running: boolean;
  /** Shape of the state machine the current or last generation runs on. */
  readonly machine?: string;
  readonly position?: Position;
  readonly tasks: Readonly<Record<string, OpenedTask>>;
  /** Tasks a supplement request or a withdrawal interrupted; opened again when the supplement has come, or the withdrawal is taken back. */
  readonly suspended?: readonly OpenedTask[];
  /** Outcome by completed step, the latest. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** How many times outcomes with a bound were chosen, by `{step}/{outcome}`. */
  readonly loops?: Readonly<Record<string, number>>;
  /** Answers to consultations that still run, by `{step}/{who was asked}`. */
  readonly answered: Readonly<Record<string, string>>;
  /** Units that answered a consultation, with when they last did. */
  readonly consulted?: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, boolean>>;
  readonly documents: readonly GivenDocument[];
  readonly fees: readonly SettledFee[];
  readonly supplements: readonly { readonly number: number; readonly step: string; readonly requestedAt: string; readonly respondBy?: string; readonly completedAt?: string }[];
  /** Branches of the forks the dossier has entered, by fork and branch, as the fork was entered last. */
  readonly branches?: Readonly<Record<string, Readonly<Record<string, BranchState>>>>;
  /** Legal windows over several steps, as the dossier came to each last. */
  readonly windows?: Readonly<Record<string, WindowState>>;
  readonly pausedSince?: string;
  /** What the clock stands still for: it may be held for more than one reason at once, and for one after the other. */
  readonly pausedFor?: readonly PauseReason[];
  /** Milliseconds of ended pauses that moved no due date: they count for nobody. */
  readonly spared?: number;
  /** Due dates the dossier was marked for as soon late, and late: each once. */
  readonly marked?: { readonly soon?: string; readonly late?: string };
  /** More time that is asked for and not decided. `requestedBy` is the `sub` of who asked, `note` where the reason is kept. */
  readonly extension?: { readonly task: string; readonly step: string; readonly proposed: DueChange; readonly requestedBy: string; readonly note: string };
  /** Extensions with an apology so far. */
  readonly extensions?: number;
  /** Results that were corrected before they were handed over, and when they had been finished. */
  readonly corrections?: readonly { readonly finishedAt: string; readonly correctedAt: string }[];
  /** Officers who did a step last, by `sub`: the one who acted, and the absent one they acted for. */
  readonly doneBy?: Readonly<Record<string, readonly string[]>>;
  /** Machine of payments, by fee. */
  readonly payments?: Payments;
  /** Machine of delivery, once there is a result. */
  readonly delivery?: { readonly state: "ready" | "posted" | "delivered"; readonly tracking?: string };
  /** Changes the national portal is to be told of so far: each has its number. */
  readonly portalChanges?: number;
  /** Machine of synchronisation: the changes the national portal has not acknowledged, oldest first. */
  readonly unsynced?: readonly PortalChange[];
  /** An erasure of its personal data that is asked for and not decided. `requestedBy`: who asked, by `sub`, and the absent one they acted for. */
  readonly erasure?: { readonly basis: string; readonly law: string; readonly reason: ErasureReason; readonly requestedBy: readonly string[]; readonly requestedAt: string };
  /** When its personal data were erased. */
  readonly erasedAt?: string;
  /** Whether a withdrawal after acceptance was closed: papers given back, money refunded. */
  readonly withdrawalConfirmed?: boolean;
  /** VND given back when the withdrawal was closed. */
  readonly refundVnd?: number;
  /** The applicant's, from 1 to 5. */
  readonly rating?: number;
  readonly results: Readonly<Record<string, { readonly signedAt?: string; readonly number?: string; readonly validUntil?: string; readonly duties?: readonly OwedDuty[]; readonly notify?: readonly Notified[] }>>;
  readonly personalHash: string;
}
