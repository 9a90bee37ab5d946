import type { WorkCalendar } from "@motcua/calendar";
import { ok, refused, type DurationText, type LocalFee, type ProcedureModule, type Result } from "@motcua/procedure";
import type { Command } from "./command.ts";
import { approveExtension } from "./commands/approve-extension.ts";
import { answerConsultation } from "./commands/answer-consultation.ts";
import { completeTask } from "./commands/complete-task.ts";
import { confirmWithdrawal } from "./commands/confirm-withdrawal.ts";
import { correctResult } from "./commands/correct-result.ts";
import { postResult } from "./commands/post-result.ts";
import { rate } from "./commands/rate.ts";
import { recomputeDue } from "./commands/recompute-due.ts";
import { recordLateness } from "./commands/record-lateness.ts";
import { recordPayment } from "./commands/record-payment.ts";
import { recordRefund } from "./commands/record-refund.ts";
import { recordSync } from "./commands/record-sync.ts";
import { registerResult } from "./commands/register-result.ts";
import { rejectExtension } from "./commands/reject-extension.ts";
import { requestExtension } from "./commands/request-extension.ts";
import { requestSupplement } from "./commands/request-supplement.ts";
import { revokeWithdrawal } from "./commands/revoke-withdrawal.ts";
import { stop } from "./commands/stop.ts";
import { submit } from "./commands/submit.ts";
import { supplement } from "./commands/supplement.ts";
import { timeOut } from "./commands/time-out.ts";
import { waiveFee } from "./commands/waive-fee.ts";
import { withdraw } from "./commands/withdraw.ts";
import type { EventBody } from "./event.ts";
import { afterBatch } from "./evolve.ts";
import type { WantedUnit } from "./unit-holder.ts";
import { markLateness } from "./mark-lateness.ts";
import { markWindows, moveWindows } from "./move-windows.ts";
import type { PersonalRecord } from "./personal.ts";
import { refusal } from "./problems.ts";
import type { DossierState } from "./state.ts";
import { Unfolding } from "./unfolding.ts";

/** What a decision needs besides command and state. No clock: the time is in the command. */
export interface DecideContext {
  readonly module: ProcedureModule;
  /** Absent before the submission only. */
  readonly personal?: PersonalRecord;
  /** Shape of the state machine that runs the procedure's workflow now. */
  readonly machine: string;
  /** Calendar of the competent unit. */
  readonly calendar: WorkCalendar;
  /** Unit code of a commune, `undefined` when it is outside the province. */
  readonly unitOfCommune: (commune: string) => string | undefined;
  /** The province's unit of an agency and level, `undefined` where it has none: it is another province's, the ministry's, or works elsewhere. */
  readonly unitOf: (wanted: WantedUnit) => string | undefined;
  /** Unit of the province itself, for procedures that it settles. */
  readonly provinceUnit?: string;
  /** Amounts the province set, by fee id. */
  readonly localFees: Readonly<Record<string, LocalFee>>;
  /** Legal limits the province set, by case. */
  readonly localLimits?: Readonly<Record<string, DurationText>>;
  /** What events carry in the place of something personal. Whoever keeps no events needs none. @default {@link saltedHash} */
  readonly hash?: (salt: string, value: unknown) => string;
}

/** What a command leads to. `personal` is the record to store beside the events, where it changed. */
export interface Decision {
  readonly events: readonly EventBody[];
  readonly personal?: PersonalRecord;
}

type Later = Exclude<Command, { type: "submit" }>;
type Deciders = { readonly [Type in Later["type"]]: (story: Unfolding, command: Extract<Later, { type: Type }>) => Result<Unfolding> };

const DECIDERS: Deciders = {
  "complete-task": completeTask,
  "answer-consultation": answerConsultation,
  "request-supplement": requestSupplement,
  supplement,
  withdraw,
  "revoke-withdrawal": revokeWithdrawal,
  stop,
  "register-result": registerResult,
  "time-out": timeOut,
  "request-extension": requestExtension,
  "approve-extension": approveExtension,
  "reject-extension": rejectExtension,
  "recompute-due": recomputeDue,
  "correct-result": correctResult,
  "record-payment": recordPayment,
  "record-refund": recordRefund,
  "waive-fee": waiveFee,
  "post-result": postResult,
  "confirm-withdrawal": confirmWithdrawal,
  rate,
  "record-sync": recordSync,
  "record-lateness": recordLateness,
};

/** What can still be said of a dossier that has ended: payments, what the portal knows, how it was, and that it was not meant to end. */
const AFTER_END: ReadonlySet<Command["type"]> = new Set(["record-payment", "record-refund", "waive-fee", "record-sync", "confirm-withdrawal", "revoke-withdrawal", "rate"]);

/**
 * Decides a command: events, or all the problems at once. Pure.
 * @throws RangeError when the dossier's personal record was erased: what has been erased has ended
 */
export function decide(command: Command, state: DossierState | undefined, context: DecideContext): Result<Decision> {
  const decided = unfold(command, state, context);
  return decided.ok ? ok(decided.value.decision()) : decided;
}

/** A decision and the dossier it leads to. */
export interface DecidedState extends Decision {
  readonly state: DossierState;
}

/**
 * {@link decide}, and the state that {@link evolve} gives of its events: a decision has applied them as it made them. For
 * whoever goes on at once and keeps no log.
 * @throws RangeError as `decide` does
 */
export function decideState(command: Command, state: DossierState | undefined, context: DecideContext): Result<DecidedState> {
  const decided = unfold(command, state, context);
  if (!decided.ok) return decided;
  const { value: story } = decided;
  const decision = story.decision();
  return ok({ ...decision, state: afterBatch(story.state, { seq: story.seq, at: story.at, events: decision.events }) });
}

function submitted(command: Extract<Command, { type: "submit" }>, context: DecideContext): Result<Unfolding> {
  const begun = submit(command, context);
  if (begun.ok) moveWindows(begun.value);
  return begun;
}

function unfold(command: Command, state: DossierState | undefined, context: DecideContext): Result<Unfolding> {
  if (command.type === "submit") return state === undefined ? submitted(command, context) : refused(refusal("already-submitted"));
  if (state === undefined) return refused(refusal("not-submitted"));
  const { personal } = context;
  // Of what was erased lawfully nothing more is recorded.
  if (state.endedAt !== undefined && (personal === undefined || !AFTER_END.has(command.type))) return refused(refusal("already-ended"));
  if (personal === undefined) throw new RangeError("a dossier that has not ended keeps its personal record");
  const story = new Unfolding({ code: state.code, command, state, personal, context });
  markLateness(story);
  markWindows(story);
  const decided = (DECIDERS[command.type] as (story: Unfolding, command: Command) => Result<Unfolding>)(story, command);
  if (decided.ok) moveWindows(decided.value);
  return decided;
}
