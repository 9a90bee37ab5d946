import type { DossierState } from "./state.ts";
import type { Actor } from "./actor.ts";
import type { DueChange, EventBatch, EventBody, OpenedTask } from "./event.ts";
import { EXTENSION_STEP } from "./extension.ts";
import { loopKey } from "./loop-bound.ts";
import { paymentsOf, refundsDue, type FeePayment } from "./payments.ts";
import { afterAnswer, portalChangesOf } from "./portal-changes.ts";
import { SUPPLEMENT_STEP } from "./supplement-task.ts";

/** What an event knows of the batch it is in. */
export interface EventPlace {
  readonly code: string;
  readonly seq: number;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly actor: Actor;
}

/**
 * A dossier after a batch. Pure: the log alone gives the state.
 * @throws RangeError when a log does not begin with `submitted`
 */
export function evolve(state: DossierState | undefined, batch: EventBatch): DossierState {
  const after = batch.events.reduce<DossierState | undefined>((now, event) => applyEvent(now, event, batch), state);
  if (after === undefined) throw new RangeError("an empty batch makes no dossier");
  return afterBatch(after, batch);
}

/** A dossier after its whole log; `undefined` for an empty one. */
export function fold(batches: readonly EventBatch[]): DossierState | undefined {
  return batches.reduce<DossierState | undefined>(evolve, undefined);
}

/** A dossier after the last event of a batch: with the batch's number, and what the portal is to be told of. A batch of no events is none. */
export function afterBatch(state: DossierState, batch: Pick<EventBatch, "seq" | "at" | "events">): DossierState {
  return batch.events.length === 0 ? state : { ...state, seq: batch.seq, ...portalChangesOf(state, batch) };
}

/** A dossier after one event of a batch; the number of the batch it has once that is over, see {@link afterBatch}. */
export function applyEvent(state: DossierState | undefined, event: EventBody, place: EventPlace): DossierState {
  if (event.type === "submitted") return begun(event, place);
  if (state === undefined) throw new RangeError("a dossier begins with its submission");
  return (CHANGES[event.type] as (state: DossierState, event: EventBody, at: string, actor: Actor) => DossierState)(state, event, place.at, place.actor);
}

type Submitted = Extract<EventBody, { type: "submitted" }>;

function begun(event: Submitted, { code, seq, at }: EventPlace): DossierState {
  const { type: _, ...submission } = event;
  return {
    ...submission, code, seq, phase: "submitted", nationalStatus: 1, submittedAt: at, generation: 0, running: false,
    tasks: {}, outcomes: {}, answered: {}, facts: {}, supplements: [], results: {}, payments: paymentsOf(event.fees),
  };
}

type Changes = {
  readonly [Type in Exclude<EventBody["type"], "submitted">]: (state: DossierState, event: Extract<EventBody, { type: Type }>, at: string, actor: Actor) => DossierState;
};

/** What each event does to the state. */
const CHANGES: Changes = {
  accepted: (state, { due, fees = state.fees, finding, agreed }, at) => ({
    ...omit(state, "spared"), phase: "processing", acceptedAt: at, due: due.after, firstDue: due.after, fees, payments: paymentsOf(fees, state.payments), ...(finding === undefined ? {} : { finding }), ...(agreed === undefined ? {} : { agreed }),
  }),
  "fees-assessed": (state, { fees }) => ({ ...state, fees, payments: paymentsOf(fees, state.payments) }),
  refused: (state, _, at) => ({ ...state, phase: "refused", endedAt: at }),
  "task-opened": (state, { task }) => ({ ...state, tasks: { ...state.tasks, [task.id]: task } }),
  "task-done": (state, { task, step, outcome, documents }, at, actor) => {
    const asked = state.tasks[task]?.assignee;
    const answered = asked?.kind === "unit" ? { ...state.answered, [`${step}/${askedKey(asked)}`]: outcome } : state.answered;
    // Silence, which the sweep records, is nobody's answer.
    const consulted = asked?.kind === "unit" && actor.kind === "officer" ? { consulted: { ...state.consulted, [asked.unit]: at } } : {};
    const papers = documents === undefined ? {} : { documents: [...state.documents.filter(({ id }) => !documents.some((given) => given.id === id)), ...documents] };
    return { ...decided(state, task), ...doneBy(state, step, actor), ...consulted, ...papers, answered, tasks: without(state.tasks, task) };
  },
  "task-cancelled": (state, { task, why }) => {
    const cancelled = state.tasks[task];
    const resumes = (why === "supplement" || why === "withdrawn") && cancelled !== undefined && !UNDRAWN.has(cancelled.step);
    const kept = resumes ? { suspended: [...(state.suspended ?? []), cancelled] } : {};
    return { ...decided(state, task), ...kept, tasks: without(state.tasks, task) };
  },
  "step-done": (state, { step, outcome, facts, nth, position }) => {
    const answered = withoutAnswers(state.answered, step);
    const counted = nth === undefined ? {} : { loops: { ...state.loops, [loopKey({ step, outcome })]: nth } };
    const outcomes = { ...state.outcomes, [step]: outcome };
    return position === undefined ? { ...omit(state, "position"), ...counted, answered, facts, outcomes } : { ...state, ...counted, answered, facts, outcomes, position };
  },
  "branch-changed": (state, event, at) => withBranch(state, event, at),
  "window-changed": (state, event, at) => withWindow(state, event, at),
  "fork-joined": (state) => state,
  "generation-started": (state, { generation, machine, facts, position }) => ({ ...omit(state, "suspended"), generation, machine, facts, position, running: true }),
  "generation-ended": (state, { why }, at) => {
    const stopped = { ...state, running: false };
    if (why === "supplement" || why === "corrected") return stopped;
    // A withdrawal may be taken back: where the dossier stood is kept.
    return { ...(why === "withdrawn" ? stopped : omit(stopped, "position")), endedAt: state.endedAt ?? at };
  },
  "supplement-requested": (state, { number, step, respondBy }, at) => ({
    ...state,
    phase: "supplement",
    supplements: [...state.supplements, { number, step, requestedAt: at, ...(respondBy === undefined ? {} : { respondBy }) }],
  }),
  supplemented: (state, { number, documents, personalHash }, at) => ({
    ...state,
    phase: state.acceptedAt === undefined ? "submitted" : "processing",
    documents,
    personalHash,
    supplements: state.supplements.map((request) => (request.number === number ? { ...request, completedAt: at } : request)),
  }),
  paused: (state, { why }, at) => ({ ...state, pausedSince: state.pausedSince ?? at, pausedFor: [...(state.pausedFor ?? []), why] }),
  resumed: (state, { due }, at) => redated({ ...omit(omit(state, "pausedSince"), "pausedFor"), ...(due === undefined ? spared(state, at) : {}) }, due),
  "extension-requested": (state, { task, step, proposed, note }, _, actor) => ({ ...state, extension: { task, step, proposed, note, requestedBy: actor.id } }),
  extended: (state, { due, why }) => redated(why === "apology" ? { ...state, extensions: (state.extensions ?? 0) + 1 } : state, due),
  "lateness-recorded": (state, { mark, due }) => ({ ...state, marked: { ...state.marked, [mark === "late" ? "late" : "soon"]: due } }),
  limited: (state, { due, finding }) => redated({ ...state, finding }, due),
  agreed: (state, { due, agreed }) => redated({ ...state, agreed }, due),
  redated: (state, { due }) => redated(state, due),
  "result-signed": (state, { result }, at) => withResult(state, result, { signedAt: at }),
  "result-sealed": (state, { result, number }) => withResult(state, result, { number }),
  "result-issued": (state, { type: _, result, ...told }) => withResult(state, result, told),
  finished: (state, _, at) => ({ ...state, phase: "finished", finishedAt: at, delivery: { state: "ready" } }),
  "fee-paid": (state, { fee, vnd, receipt }, at) => withPayment(state, fee, { state: "paid", vnd, at, ...(receipt === undefined ? {} : { receipt }) }),
  "fee-waived": (state, { fee }, at) => withPayment(state, fee, { state: "waived", vnd: 0, at }),
  "refund-due": (state, { fee }) => withPayment(state, fee, { ...(state.payments?.[fee] ?? { vnd: null }), state: "refund-due" }),
  "fee-refunded": (state, { fee, vnd, receipt }, at) => withPayment(state, fee, { state: "refunded", vnd, receipt, at }),
  "result-posted": (state, { tracking }) => ({ ...state, delivery: { state: "posted", tracking } }),
  rated: (state, { score }) => ({ ...state, rating: score }),
  "status-synced": (state, event) => ({ ...state, unsynced: afterAnswer(state.unsynced ?? [], event) }),
  "result-corrected": (state, { finishedAt, results }, at) => ({
    ...omit(omit(state, "finishedAt"), "delivery"),
    phase: "processing",
    results: Object.fromEntries(Object.entries(state.results).filter(([id]) => !results.includes(id))),
    corrections: [...(state.corrections ?? []), { finishedAt, correctedAt: at }],
  }),
  returned: (state, _, at) => ({ ...state, phase: "returned", endedAt: at, delivery: { ...state.delivery, state: "delivered" } }),
  withdrawn: (state, _, at) => ({ ...state, phase: "withdrawn", endedAt: at }),
  "withdrawal-revoked": (state) => ({ ...omit(withRefunds(state, "paid"), "endedAt"), phase: awaitsSupplement(state) ? "supplement" : "processing" }),
  "withdrawal-confirmed": (state, { refundVnd }) => ({ ...withRefunds(state, "refunded"), withdrawalConfirmed: true, refundVnd }),
  stopped: (state, _, at) => ({ ...state, phase: "stopped", endedAt: at }),
  "erasure-requested": (state, { basis, law, reason }, at, { id, onBehalfOf }) => ({ ...state, erasure: { basis, law, reason, requestedBy: onBehalfOf === undefined ? [id] : [id, onBehalfOf], requestedAt: at } }),
  "erasure-rejected": (state) => omit(state, "erasure"),
  // Whom it is about is gone: nothing more can be told of it.
  "personal-erased": (state, _, at) => ({ ...omit(omit(state, "unsynced"), "erasure"), erasedAt: at }),
  "status-changed": (state, { to }) => ({ ...state, nationalStatus: to }),
};

/** Tasks that no workflow draws: what opens them opens them again. */
const UNDRAWN: ReadonlySet<string> = new Set([EXTENSION_STEP, SUPPLEMENT_STEP]);

/** Whether the last supplement request has not been answered. */
export function awaitsSupplement({ supplements }: Pick<DossierState, "supplements">): boolean {
  const last = supplements.at(-1);
  return last !== undefined && last.completedAt === undefined;
}

function withBranch(state: DossierState, { type: _, fork, branch, to, ...told }: Extract<EventBody, { type: "branch-changed" }>, at: string): DossierState {
  const before = state.branches?.[fork]?.[branch];
  // A fork that is entered again begins anew; a branch that ends at once never was open.
  const begun = to === "open" || before === undefined || before.closedAt !== undefined;
  const opened = { ...(begun ? {} : before), ...told, status: to, openedAt: begun ? at : before.openedAt };
  const now = to === "open" ? opened : { ...opened, closedAt: at };
  return { ...state, branches: { ...state.branches, [fork]: { ...state.branches?.[fork], [branch]: now } } };
}

/** A time that is moved has not run out any more. */
function withWindow(state: DossierState, { type: _, window, to, ...told }: Extract<EventBody, { type: "window-changed" }>, at: string): DossierState {
  const before = state.windows?.[window];
  const begun = to === "open" || before === undefined;
  const { held, ...kept } = before ?? { openedAt: at, held: undefined };
  const now = begun ? { openedAt: at, ...told } : { ...kept, ...(to === "moved" || held === undefined ? {} : { held }), ...told };
  return { ...state, windows: { ...state.windows, [window]: to === "closed" ? { ...now, closedAt: at } : now } };
}

/** Who was asked, as answers are kept by: a commune or agency, else the unit. */
export function askedKey(asked: Extract<OpenedTask["assignee"], { kind: "unit" }>): string {
  return asked.of ?? asked.unit;
}

/** What was answered, without the parts of a step that is done. */
function withoutAnswers(answered: DossierState["answered"], step: string): DossierState["answered"] {
  const gone = Object.keys(answered).filter((key) => key.startsWith(`${step}/`));
  return gone.reduce((left, key) => omit(left, key), answered);
}

/** The main clock once accepted, the acceptance clock before. */
function redated(state: DossierState, due: DueChange | undefined): DossierState {
  if (due === undefined) return state;
  return state.acceptedAt === undefined ? { ...state, acceptanceDue: due.after } : { ...state, due: due.after };
}

/** A request for more time is over with the task of its approval. */
function decided(state: DossierState, task: string): DossierState {
  return state.extension?.task === task ? omit(state, "extension") : state;
}

function doneBy(state: DossierState, step: string, { kind, id, onBehalfOf }: Actor): Pick<DossierState, "doneBy"> {
  if (kind !== "officer") return {};
  return { doneBy: { ...state.doneBy, [step]: onBehalfOf === undefined ? [id] : [id, onBehalfOf] } };
}

function spared({ spared: before = 0, pausedSince }: DossierState, at: string): Pick<DossierState, "spared"> {
  return pausedSince === undefined ? {} : { spared: before + Date.parse(at) - Date.parse(pausedSince) };
}

/** What was owed is part of what a closed withdrawal refunded; what one that is taken back owed is owed no more. */
function withRefunds(state: DossierState, becomes: "refunded" | "paid"): DossierState {
  const { payments } = state;
  if (payments === undefined || refundsDue(payments).length === 0) return state;
  return { ...state, payments: Object.fromEntries(Object.entries(payments).map(([fee, payment]) => [fee, payment.state === "refund-due" ? { ...payment, state: becomes } : payment])) };
}

function withPayment(state: DossierState, fee: string, payment: FeePayment): DossierState {
  return { ...state, payments: { ...state.payments, [fee]: payment } };
}

function withResult(state: DossierState, result: string, more: DossierState["results"][string]): DossierState {
  return { ...state, results: { ...state.results, [result]: { ...state.results[result], ...more } } };
}

function without(tasks: DossierState["tasks"], id: string): DossierState["tasks"] {
  return omit(tasks, id);
}

function omit<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  if (!(key in value)) return value;
  const { [key]: _, ...rest } = value;
  return rest;
}
