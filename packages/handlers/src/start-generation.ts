import type { EventBatch, EventBody } from "@motcua/dossier";
import type { StateMachine } from "@motcua/workflow";
import { executionInput, executionName, toStateMachine } from "@motcua/workflow";
import { pinnedModule } from "./pinned-module.ts";
import type { Ports } from "./ports/index.ts";
import { stateAt } from "./state-at.ts";
import { TerminalError } from "./terminal-error.ts";

/** The state machine of the version a dossier is pinned to. @throws TerminalError for a dossier that does not exist */
export async function machineOf(ports: Ports, code: string): Promise<StateMachine> {
  const stored = await ports.dossiers.load(code);
  if (stored === undefined) throw new TerminalError(`no dossier ${code}`);
  return toStateMachine((await pinnedModule(ports, stored.state)).procedure);
}

/**
 * Starts the execution of a generation where the dossier stood when the batch was committed, not where it stands now:
 * the input is the same at every repetition, and steps done since are answered as their states register.
 */
export async function startGeneration(ports: Ports, batch: EventBatch, event: Extract<EventBody, { type: "generation-started" }>): Promise<void> {
  const state = await stateAt(ports.dossiers, batch.code, batch.seq);
  if (state?.position === undefined) throw new TerminalError(`dossier ${batch.code} has no position at batch ${batch.seq}`);
  const { procedure } = await pinnedModule(ports, state);
  const machine = toStateMachine(procedure);
  const { code, seq: after } = batch;
  const { generation, facts } = event;
  await ports.orchestrator.start({
    machine: event.machine,
    name: executionName(code, generation),
    input: executionInput(machine, { dossier: code, generation, after, facts, position: state.position }),
  });
  ports.log({ level: "info", event: "execution-started", code, generation });
}
