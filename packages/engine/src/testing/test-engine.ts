import { createVirtualClock } from "../clock/virtual-clock.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import { createEngine } from "../create-engine.ts";
import type { Definition } from "../definition/definition.ts";
import type { Engine, EngineOptions, ExecutionDescription } from "../engine.ts";
import type { Invocation } from "../run/invocation.ts";
import { createMemoryStore } from "../store/memory-store.ts";

/** Monday 2 March 2026, 8:00 in Vietnam. */
export const START = Date.parse("2026-03-02T01:00:00Z");
export const SECOND = 1_000;
export const DAY = 86_400_000;
export const MACHINE = "arn:aws:states:ap-southeast-1:111111111111:stateMachine:under-test";
export const EXECUTION = "arn:aws:states:ap-southeast-1:111111111111:execution:under-test:one";
export const TOKEN_TASK = "arn:aws:states:::lambda:invoke.waitForTaskToken";
export const FUNCTION_TASK = "arn:aws:states:::lambda:invoke";

/** An engine on a virtual clock with one machine, and everything its integrations were called with. */
export interface TestEngine {
  readonly engine: Engine;
  readonly clock: VirtualClock;
  readonly calls: Invocation[];
  /** Starts execution "one" and lets it come to rest. */
  readonly start: (input?: unknown) => Promise<void>;
  /** Answers the latest token that a state was given. */
  readonly succeed: (state: string, output: unknown) => Promise<void>;
  readonly tokenOf: (state: string) => string;
  readonly result: () => ExecutionDescription;
  readonly output: () => unknown;
  /** Names of the states entered so far. */
  readonly entered: () => readonly string[];
  readonly eventTypes: () => readonly string[];
}

/** Opens an engine for a definition; JSONata unless the definition says otherwise. */
export function openTestEngine(definition: Definition, options: Partial<Omit<EngineOptions, "clock">> & { readonly clock?: VirtualClock } = {}): TestEngine {
  const clock = options.clock ?? createVirtualClock(START);
  const calls: Invocation[] = [];
  const { invoke = async () => null } = options;
  const engine = createEngine({
    store: createMemoryStore(),
    ...options,
    clock,
    invoke: (invocation) => {
      calls.push(invocation);
      return invoke(invocation);
    },
  });
  engine.putStateMachine({ arn: MACHINE, name: "under-test", definition: { QueryLanguage: "JSONata", ...definition } });
  const tokenOf = (state: string): string => calls.findLast((call) => call.state === state)?.token ?? "";
  return {
    engine,
    clock,
    calls,
    start: async (input = {}) => {
      engine.startExecution({ machineArn: MACHINE, name: "one", input: JSON.stringify(input) });
      await clock.settle();
    },
    succeed: async (state, output) => {
      engine.sendTaskSuccess({ token: tokenOf(state), output: JSON.stringify(output) });
      await clock.settle();
    },
    tokenOf,
    result: () => engine.describeExecution(EXECUTION),
    output: () => JSON.parse(engine.describeExecution(EXECUTION).output ?? "null") as unknown,
    entered: () => engine.getExecutionHistory(EXECUTION).flatMap((event) => ((event["stateEnteredEventDetails"] as { readonly name: string } | undefined)?.name ?? []) as string[]),
    eventTypes: () => engine.getExecutionHistory(EXECUTION).map(({ type }) => type),
  };
}

/** The name a call is refused with. */
export function refusal(call: () => unknown): string {
  try {
    call();
    return "not refused";
  } catch (error) {
    return (error as Error).name;
  }
}
