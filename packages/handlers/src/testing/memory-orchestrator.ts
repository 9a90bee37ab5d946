import type { Connectors, Orchestrator, Registration, Registrations } from "../ports/orchestrator.ts";

/** Executions as the use cases asked for them, for a test to look at. */
export interface MemoryOrchestrator {
  readonly orchestrator: Orchestrator;
  readonly started: Map<string, { readonly machine: string; readonly input: unknown }>;
  readonly stopped: Map<string, string>;
  /** Output by token: the first answer counts, as with Step Functions. */
  readonly answers: Map<string, unknown>;
}

/** An orchestrator that only remembers. */
export function memoryOrchestrator(): MemoryOrchestrator {
  const started: MemoryOrchestrator["started"] = new Map();
  const stopped: MemoryOrchestrator["stopped"] = new Map();
  const answers: MemoryOrchestrator["answers"] = new Map();
  const orchestrator: Orchestrator = {
    start: async ({ name, machine, input }) => void (started.has(name) || started.set(name, { machine, input })),
    stop: async ({ name, cause }) => void (started.has(name) && stopped.set(name, cause)),
    answer: async (token, output) => void (answers.has(token) || answers.set(token, output)),
  };
  return { orchestrator, started, stopped, answers };
}

/** Registrations in memory; `onPut` hears each, as a table's stream would. */
export function memoryRegistrations(onPut: (registration: Registration) => void = () => undefined): Registrations {
  const kept = new Map<string, Registration>();
  return {
    put: async (registration) => {
      kept.set(`${registration.code}/${registration.wait}`, registration);
      onPut(registration);
    },
    get: async (code, wait) => kept.get(`${code}/${wait}`),
  };
}

/** Systems of the state that answer by a function of the caller's. */
export function memoryConnectors(answer: Connectors["call"]): Connectors {
  return { call: answer };
}
