import type { VirtualClock } from "../clock/virtual-clock.ts";
import { createEngine } from "../create-engine.ts";
import type { Definition } from "../definition/definition.ts";
import type { Engine, EngineEvent } from "../engine.ts";
import type { Json } from "../json.ts";
import type { Invocation } from "../run/invocation.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import type { StoreRecord } from "../store/store.ts";
import { TaskFailure } from "../task-failure.ts";
import { EXECUTION, MACHINE } from "./test-engine.ts";

/** How long the world thinks over a token, in milliseconds. */
const THINKS = 3_600_000;

/** A run that is killed at some of its writes and taken up again, in a world that forgets nothing. */
export interface KilledRun {
  readonly history: readonly EngineEvent[];
  readonly status: string;
  readonly output: string | undefined;
  /** Answers that were taken, by token. */
  readonly taken: ReadonlyMap<string, number>;
  readonly records: readonly StoreRecord[];
}

/**
 * Runs execution "one" to its end. `kills` are counts of writes after each of which the process dies, counted anew
 * after every restart; `from` begins with what an earlier process had saved.
 */
export async function runKilled(options: { readonly definition: Definition; readonly clock: VirtualClock; readonly kills?: readonly number[]; readonly from?: readonly StoreRecord[] }): Promise<KilledRun> {
  const { definition, clock, from = [] } = options;
  const kills = [...(options.kills ?? [])];
  const store = createMemoryStore(from);
  const waiting = new Map<string, { readonly output: string; readonly at: number }>();
  const taken = new Map<string, number>();
  let engine: Engine;
  let dead = false;
  const deliver = (token: string, output: string): void => {
    if (dead) return;
    try {
      engine.sendTaskSuccess({ token, output });
      taken.set(token, (taken.get(token) ?? 0) + 1);
      waiting.delete(token);
    } catch (error) {
      if ((error as Error).name === "TaskTimedOut") waiting.delete(token);
      else if (!dead) throw error;
    }
  };
  const think = (token: string, state: string): void => {
    if (waiting.has(token) || taken.has(token)) return;
    const output = JSON.stringify({ answered: state });
    const at = clock.now() + THINKS;
    waiting.set(token, { output, at });
    clock.schedule(at, () => deliver(token, output));
  };
  const invoke = async ({ token, state, payload, retryCount }: Invocation): Promise<Json> => {
    if (token !== undefined) think(token, state);
    else if (retryCount < ((payload as { readonly failures?: number }).failures ?? 0)) throw new TaskFailure("Busy", `attempt ${retryCount}`);
    return { from: state, retryCount };
  };
  const open = (): void => {
    let left = kills.shift() ?? Infinity;
    dead = false;
    const append = (record: StoreRecord): void => {
      if (left-- <= 0) {
        dead = true;
        throw new Error("killed");
      }
      store.append(record);
    };
    engine = createEngine({ store: { ...store, append }, clock, invoke, random: () => 0.5 });
    // What the world was asked before the process died it still knows.
    for (const event of history(engine)) if (event.type === "TaskScheduled") remember(event, think);
    for (const [token, { output, at }] of waiting) if (at <= clock.now()) clock.schedule(clock.now(), () => deliver(token, output));
  };
  const begin = (): void => {
    try {
      engine.putStateMachine({ arn: MACHINE, name: "under-test", definition });
      engine.startExecution({ machineArn: MACHINE, name: "one", input: '{"n":1}' });
    } catch (error) {
      if (!dead) throw error;
    }
  };
  open();
  if (history(engine!).length === 0) begin();
  for (let rounds = 0; rounds < 10_000; rounds++) {
    await clock.settle();
    if (dead) {
      await engine!.close();
      open();
      if (history(engine!).length === 0) begin();
    } else if (engine!.listExecutions({ status: "RUNNING" }).length === 0) break;
    else if (engine!.busy() === 0) await clock.advance(clock.next() ?? clock.now());
  }
  const { status, output } = engine!.describeExecution(EXECUTION);
  return { history: history(engine!), status, output, taken, records: store.records() };
}

function history(engine: Engine): readonly EngineEvent[] {
  return engine.listExecutions().length === 0 ? [] : engine.getExecutionHistory(EXECUTION);
}

function remember(event: EngineEvent, think: (token: string, state: string) => void): void {
  const { parameters } = event["taskScheduledEventDetails"] as { readonly parameters: string };
  const { token, state } = JSON.parse(parameters) as { readonly token?: string; readonly state?: string };
  if (token !== undefined) think(token, state ?? "");
}

/**
 * A history with its tokens blotted out, as a tree of threads: what follows an event is ordered by content, because
 * threads that run side by side may be written in any order.
 */
export function threadsOf(events: readonly EngineEvent[]): Thread {
  const after = new Map<number, EngineEvent[]>();
  for (const event of events) after.set(event.previousEventId, [...(after.get(event.previousEventId) ?? []), event]);
  const thread = (from: number): Thread => {
    const said: string[] = [];
    let next = after.get(from) ?? [];
    for (let [only] = next; next.length === 1 && only !== undefined; [only] = next) {
      said.push(blotted(only));
      next = after.get(only.id) ?? [];
    }
    const threads = next.map((event): Thread => ({ said: [blotted(event)], threads: [thread(event.id)] }));
    return { said, threads: threads.sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)) };
  };
  return thread(0);
}

/** What a thread says until it parts into several. */
export interface Thread {
  readonly said: readonly string[];
  readonly threads: readonly Thread[];
}

function blotted(event: EngineEvent): string {
  return JSON.stringify({ ...event, id: 0, previousEventId: 0 }).replaceAll(/token\\*":\\*"[A-Za-z0-9_-]+/g, "token");
}
