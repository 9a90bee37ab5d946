import type { Clock } from "../clock/clock.ts";
import type { Change, Execution } from "../execution/execution.ts";
import { applyChange, nextReady } from "../execution/execution.ts";
import type { Frame } from "../execution/frame.ts";
import { isReady } from "../execution/frame.ts";
import { EVENT_LIMIT } from "../execution/history-event.ts";
import type { Ambient } from "../query/visit.ts";
import type { Ledger } from "../store/ledger.ts";
import { asTaskFailure } from "../task-failure.ts";
import type { TaskFrame } from "./answer-task.ts";
import { asTask, due, dueAt, failed, resourceOf, submitted, succeeded } from "./answer-task.ts";
import { closeExecution } from "./close-execution.ts";
import { Draft } from "./draft.ts";
import type { Invoke } from "./invocation.ts";
import type { Write } from "./next-step.ts";
import { nextStep } from "./next-step.ts";

/** A state that has been entered, or is tried again. */
export interface Transition {
  readonly executionArn: string;
  readonly machineArn: string;
  readonly state: string;
  /** Of the execution so far. */
  readonly transitions: number;
}

/** What a {@link Runner} is given. */
export interface RunnerOptions {
  readonly clock: Clock;
  readonly ambient: Ambient;
  readonly invoke: Invoke;
  /** Makes changes durable. */
  readonly ledger: Ledger;
  readonly keepHistory: boolean;
  readonly onTransition?: ((transition: Transition) => void) | undefined;
  /** Told once of what stops the runner: a store that takes nothing more, a fault of its own. */
  readonly onFault: (error: unknown) => void;
}

/** An execution that runs: what of it lives only as long as the process. */
interface Live {
  readonly execution: Execution;
  readonly ready: Set<number>;
  readonly timers: Map<number, () => void>;
  readonly calls: Map<number, { readonly serial: number; readonly abort: AbortController }>;
  expiry: () => void;
  draining: boolean;
}

/** A change could not be saved. */
class StoreFault extends Error {
  constructor(cause: unknown) {
    super("the change could not be saved: the engine has stopped", { cause });
  }
}

/** The longest an execution runs, in milliseconds. @see Step Functions quotas */
const LONGEST = 365 * 86_400_000;

/**
 * Runs executions. Every change is saved, then applied, and only then acted on: timers, calls and further steps follow
 * from the frames as they stand, so taking up an execution after a restart is the same as having just changed it.
 */
export class Runner {
  private readonly options: RunnerOptions;
  private readonly live = new Map<string, Live>();
  private draining = 0;
  private closed = false;
  private readonly rests: (() => void)[] = [];

  constructor(options: RunnerOptions) {
    this.options = options;
  }

  /** Saves a new execution with its first change, and takes it up. */
  begin(execution: Execution, first: Change): void {
    this.durable(() => this.options.ledger.begin(execution, first));
    this.take(execution);
  }

  /** Takes up an execution, new or as it was saved. */
  take(execution: Execution): void {
    const live: Live = { execution, ready: new Set(), timers: new Map(), calls: new Map(), expiry: () => {}, draining: false };
    this.live.set(execution.origin.arn, live);
    const seconds = execution.machine.definition.TimeoutSeconds;
    const end = execution.origin.startedAt + Math.min(seconds === undefined ? LONGEST : seconds * 1_000, LONGEST);
    live.expiry = this.options.clock.schedule(end, () => this.guarded(() => this.commit(execution, (draft) => closeExecution(draft, "TIMED_OUT", { error: "States.Timeout" }))));
    for (const frame of execution.frames.values()) this.arm(live, frame);
    this.drain(live);
  }

  /** Saves a change made from outside, then goes on. Returns when it is durable. */
  commit(execution: Execution, write: Write): void {
    const live = this.live.get(execution.origin.arn);
    if (live === undefined || this.closed) return;
    const draft = new Draft(execution, this.options.clock.now());
    write(draft);
    if (draft.head.events >= EVENT_LIMIT - 1 && !draft.closed) closeExecution(draft, "FAILED", { error: "States.Runtime", cause: `The execution reached the maximum number of history events (${EVENT_LIMIT}).` });
    const full = draft.change();
    const change = this.options.keepHistory ? full : { ...full, events: [] };
    this.durable(() => this.options.ledger.save(execution, change));
    applyChange(execution, change);
    for (const id of change.removed ?? []) this.release(live, id);
    for (const frame of change.frames ?? []) this.arm(live, frame);
    for (const state of draft.counted) this.tell(execution, state);
    if (execution.head.status === "RUNNING") this.drain(live);
    else this.drop(live);
  }

  /** Work under way that waits for nobody outside. */
  busy(): number {
    return this.draining + [...this.live.values()].reduce((sum, { calls }) => sum + calls.size, 0);
  }

  /** Resolves when no execution is being stepped and calls that answer at once have been answered. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      if (this.draining > 0) {
        await new Promise<void>((resolve) => void this.rests.push(resolve));
        quiet = 0;
      }
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.draining > 0 ? 0 : quiet + 1;
    }
  }

  /** Stops without touching what is saved. */
  async close(): Promise<void> {
    this.closed = true;
    this.dropAll();
    await this.settled();
  }

  private arm(live: Live, frame: Frame): void {
    const { execution } = live;
    if (isReady(frame)) live.ready.add(frame.id);
    else live.ready.delete(frame.id);
    live.timers.get(frame.id)?.();
    live.timers.delete(frame.id);
    const at = dueAt(frame);
    if (at < Infinity) live.timers.set(frame.id, this.options.clock.schedule(at, () => this.guarded(() => this.wake(execution, frame.id))));
    const task = asTask(frame);
    const call = live.calls.get(frame.id);
    if (call !== undefined && (task?.phase.is !== "invoking" || call.serial !== task.serial)) this.hangUp(live, frame.id);
    if (task?.phase.is === "invoking" && !live.calls.has(frame.id)) void this.call(live, task);
  }

  private wake(execution: Execution, id: number): void {
    const frame = execution.frames.get(id);
    const write = frame === undefined ? undefined : due(execution, frame, this.options.clock.now());
    if (write !== undefined) this.commit(execution, write);
  }

  private async call(live: Live, frame: TaskFrame): Promise<void> {
    const { execution } = live;
    const { origin } = execution;
    const abort = new AbortController();
    live.calls.set(frame.id, { serial: frame.serial, abort });
    const { payload, token } = frame.phase;
    const answer = (write: (frame: TaskFrame) => Write): void => {
      const now = asTask(execution.frames.get(frame.id));
      if (abort.signal.aborted || now?.phase.is !== "invoking" || now.serial !== frame.serial) return;
      live.calls.delete(frame.id);
      this.guarded(() => this.commit(execution, write(now)));
    };
    try {
      const result = await this.options.invoke({
        resource: resourceOf(execution, frame),
        payload,
        ...(token === undefined ? {} : { token }),
        executionArn: origin.arn,
        executionName: origin.name,
        machineArn: origin.machineArn,
        state: frame.state,
        retryCount: frame.retries.reduce((sum, used) => sum + used, 0),
        signal: abort.signal,
      });
      answer((now) => (token === undefined ? succeeded(execution, now, result ?? null) : submitted(execution, now, result ?? null)));
    } catch (error) {
      answer((now) => failed(execution, now, asTaskFailure(error)));
    }
  }

  private drain(live: Live): void {
    if (live.draining || this.closed || live.ready.size === 0) return;
    live.draining = true;
    this.draining++;
    void this.stepWhileReady(live)
      .catch((error: unknown) => this.stop(error))
      .finally(() => {
        live.draining = false;
        this.draining--;
        // A step that was committed from outside between the last look and here.
        this.drain(live);
        if (this.draining === 0) for (const rest of this.rests.splice(0)) rest();
      });
  }

  private async stepWhileReady({ execution, ready }: Live): Promise<void> {
    for (let frame = nextReady(execution, ready); frame !== undefined; frame = nextReady(execution, ready)) {
      const write = await nextStep(execution, frame, this.options.ambient);
      if (this.closed || execution.frames.get(frame.id) !== frame) continue;
      this.guarded(() => this.commit(execution, write));
    }
  }

  /** What cannot be saved must not go on: the runner stops, and what is durable can be taken up again. */
  private durable(save: () => void): void {
    try {
      save();
    } catch (error) {
      this.stop(error);
      throw new StoreFault(error);
    }
  }

  /** For changes nobody outside waits for. */
  private guarded(change: () => void): void {
    try {
      change();
    } catch (error) {
      if (!(error instanceof StoreFault)) this.stop(error);
    }
  }

  private stop(error: unknown): void {
    if (this.closed) return;
    this.closed = true;
    this.dropAll();
    this.options.onFault(error);
  }

  private tell({ origin, head }: Execution, state: string): void {
    this.options.onTransition?.({ executionArn: origin.arn, machineArn: origin.machineArn, state, transitions: head.transitions });
  }

  private hangUp(live: Live, id: number): void {
    live.calls.get(id)?.abort.abort();
    live.calls.delete(id);
  }

  private release(live: Live, id: number): void {
    live.ready.delete(id);
    live.timers.get(id)?.();
    live.timers.delete(id);
    this.hangUp(live, id);
  }

  private dropAll(): void {
    for (const live of this.live.values()) this.drop(live);
  }

  private drop(live: Live): void {
    live.expiry();
    live.ready.clear();
    for (const id of [...live.timers.keys(), ...live.calls.keys()]) this.release(live, id);
    this.live.delete(live.execution.origin.arn);
  }
}
