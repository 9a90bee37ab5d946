import type { Actor, Command, OpenedTask } from "@motcua/dossier";
import { ok, refused } from "@motcua/procedure";
import type { Handlers } from "../handlers.ts";
import { localInstant } from "../local-day.ts";
import type { StoredDossier } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { isRetryable, RetryableError } from "../retryable-error.ts";
import { runCommand } from "../run-command.ts";
import { TerminalError } from "../terminal-error.ts";

type ConnectTask = Parameters<Handlers["connect"]>[0];
type Answer = Awaited<ReturnType<Ports["connectors"]["call"]>>;

const ACTOR: Actor = { kind: "system", id: "connect" };

/**
 * Calls the system a register step names and records its outcome. The call carries the dossier and the wait as its key,
 * so repeating it after a crash between call and commit gives the same answer.
 * @throws RetryableError while the system does not answer and attempts remain; on the last one the outcome is `unavailable`
 */
export async function connect(ports: Ports, task: ConnectTask): Promise<void> {
  const stored = await ports.dossiers.load(task.code);
  if (stored === undefined) throw new TerminalError(`no dossier ${task.code}`);
  const open = systemTask(stored, task.wait);
  if (open === undefined) return;
  const answer = await call(ports, task, { stored, open });
  const done = await runCommand(ports, {
    code: task.code,
    command: async (now) => {
      const still = systemTask(now, task.wait);
      if (still === undefined) return refused(problem("not-your-task", "/task"));
      return ok({ type: "register-result", task: still.id, actor: ACTOR, at: localInstant(ports.clock.now()), ...answer } satisfies Command);
    },
  });
  if (done.ok) return;
  const code = done.problems[0]?.code ?? "";
  if (code === "busy") throw new RetryableError(`dossier ${task.code} is busy`);
  if (code !== "not-your-task") throw new TerminalError(`the result of ${task.step} was refused: ${done.problems.map((each) => `${each.code} ${each.pointer}`).join(", ")}`);
}

async function call(ports: Ports, task: ConnectTask, { stored, open }: { readonly stored: StoredDossier; readonly open: OpenedTask }): Promise<Answer> {
  const { assignee } = open;
  if (assignee.kind !== "system") throw new TerminalError(`task ${open.id} is no system's`);
  const { state, personal } = stored;
  try {
    return await ports.connectors.call({
      system: assignee.system,
      operation: assignee.operation,
      idempotencyKey: `${task.code}/${task.wait}`,
      body: { code: task.code, procedure: state.procedure, step: task.step, unit: state.competentUnit, form: personal?.form, records: personal?.records ?? {} },
    });
  } catch (error) {
    if (!isRetryable(error) || !task.lastAttempt) throw error;
    ports.log({ level: "warn", event: "system-unavailable", code: task.code, system: assignee.system, operation: assignee.operation });
    return { outcome: "unavailable" };
  }
}

function systemTask({ state }: StoredDossier, wait: string): OpenedTask | undefined {
  return Object.values(state.tasks).find((task) => task.wait === wait && task.assignee.kind === "system");
}
