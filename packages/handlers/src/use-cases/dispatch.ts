import type { EventBatch, EventBody } from "@motcua/dossier";
import { executionName, taskAnswer } from "@motcua/workflow";
import { concernsOrchestrator } from "../commit-of.ts";
import type { Handlers } from "../handlers.ts";
import { machineOf, startGeneration } from "../start-generation.ts";
import type { Registration } from "../ports/orchestrator.ts";
import type { Ports } from "../ports/index.ts";
import { batchesOf, stateAt } from "../state-at.ts";
import { TerminalError } from "../terminal-error.ts";

type Change = Parameters<Handlers["dispatch"]>[0];
type StepDone = Extract<EventBody, { type: "step-done" }>;

/**
 * Brings executions in line with what was committed. Registration and outcome meet in either order; whichever comes
 * second answers. Every side effect may be repeated, and a commit stays pending until all of its are done.
 */
export async function dispatch(ports: Ports, change: Change): Promise<void> {
  if (change.kind === "commit") return dispatchBatch(ports, JSON.parse(change.body) as EventBatch);
  const batch = await batchAwaiting(ports, change.registration);
  if (batch !== undefined) await dispatchBatch(ports, batch);
}

async function dispatchBatch(ports: Ports, batch: EventBatch): Promise<void> {
  if (!batch.events.some(concernsOrchestrator)) return;
  const ended = batch.events.find((event) => event.type === "generation-ended" && event.why !== "completed");
  let settled = true;
  for (const event of batch.events) {
    if (event.type === "generation-started") await startGeneration(ports, batch, event);
    if (event.type === "step-done" && ended === undefined) settled = (await answerStep(ports, batch, event)) && settled;
    if (event.type === "generation-ended" && event === ended) await stopGeneration(ports, batch, event);
  }
  if (settled) await ports.dossiers.settle({ code: batch.code, seq: batch.seq, at: batch.at });
}

/** Answers the waiting state if it has registered; `false` when it is still to come. */
async function answerStep(ports: Ports, batch: EventBatch, step: StepDone): Promise<boolean> {
  const registration = await ports.registrations.get(batch.code, step.wait);
  if (registration === undefined) return overtaken(ports, batch);
  await ports.orchestrator.answer(registration.token, await answerTo(ports, batch, step));
  ports.log({ level: "info", event: "step-answered", code: batch.code, seq: batch.seq, step: step.step });
  return true;
}

async function answerTo(ports: Ports, batch: EventBatch, step: StepDone): Promise<unknown> {
  const machine = await machineOf(ports, batch.code);
  return taskAnswer(machine, { step: step.step, outcome: step.outcome, facts: step.facts, after: batch.seq });
}

async function stopGeneration(ports: Ports, batch: EventBatch, event: Extract<EventBody, { type: "generation-ended" }>): Promise<void> {
  const state = await stateAt(ports.dossiers, batch.code, batch.seq);
  if (state?.machine === undefined) throw new TerminalError(`dossier ${batch.code} ends a generation that never began`);
  await ports.orchestrator.stop({ machine: state.machine, name: executionName(batch.code, event.generation), cause: event.why });
  ports.log({ level: "info", event: "execution-stopped", code: batch.code, generation: event.generation, why: event.why });
}

/** Whether the execution that would have asked was stopped later: then nobody will ever register. */
async function overtaken(ports: Ports, batch: EventBatch): Promise<boolean> {
  const later = (await batchesOf(ports.dossiers, batch.code)).slice(batch.seq);
  return later.some(({ events }) => events.some((event) => event.type === "generation-ended" && event.why !== "completed"));
}

/** The batch that completed what a registration waits for, if it has been committed. */
async function batchAwaiting(ports: Ports, registration: Registration): Promise<EventBatch | undefined> {
  const stored = await ports.dossiers.load(registration.code);
  if (stored === undefined) return undefined;
  const open = Object.values(stored.state.tasks).some((task) => task.wait === registration.wait);
  if (open) return undefined;
  const batches = await batchesOf(ports.dossiers, registration.code);
  return batches.find(({ events }) => events.some((event) => event.type === "step-done" && event.wait === registration.wait));
}
