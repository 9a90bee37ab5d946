import { setTimeout as pause } from "node:timers/promises";
import type { Command, DossierState } from "@motcua/dossier";
import { decide } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { commitOf } from "./commit-of.ts";
import { decideContext } from "./decide-context.ts";
import type { RequestIdentity } from "./idempotency.ts";
import { pinnedModule } from "./pinned-module.ts";
import type { StoredDossier } from "./ports/dossier-store.ts";
import type { Ports } from "./ports/index.ts";
import { problem } from "./problem-table.ts";

/** A command on an existing dossier. */
export interface CommandRequest {
  readonly code: string;
  /** Asked again at every attempt: rights and open tasks are those of the state just read. */
  readonly command: (stored: StoredDossier) => Promise<Result<Command>>;
  readonly identity?: RequestIdentity;
}

/** What a command led to; a replay names the batch that answered the first time. */
export type CommandResult =
  | { readonly kind: "committed"; readonly state: DossierState }
  | { readonly kind: "replayed"; readonly response: string };

const ATTEMPTS = 12;
const LONGEST_PAUSE_MS = 400;

/**
 * Loads, decides and commits; when another command won the sequence, does all of it again.
 * After {@link ATTEMPTS} lost races the caller is told `busy` and nothing was written.
 */
export async function runCommand(ports: Ports, request: CommandRequest): Promise<Result<CommandResult>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(jitter(ports, attempt));
    const result = await attemptCommand(ports, request);
    if (result !== "conflict") return result;
  }
  ports.log({ level: "warn", event: "command-busy", code: request.code, attempts: ATTEMPTS });
  return refused(problem("busy"));
}

async function attemptCommand(ports: Ports, request: CommandRequest): Promise<Result<CommandResult> | "conflict"> {
  const stored = await ports.dossiers.load(request.code);
  if (stored === undefined) return refused(problem("not-found"));
  const command = await request.command(stored);
  if (!command.ok) return command;
  const module = await pinnedModule(ports, stored.state);
  const context = decideContext(ports, module, { unit: stored.state.competentUnit, personal: stored.personal });
  const decision = decide(command.value, stored.state, context);
  if (!decision.ok) return decision;
  const writes = commitOf(stored, command.value, { code: request.code, decision: decision.value });
  const { identity } = request;
  const response = JSON.stringify({ code: request.code, seq: writes.batch.seq });
  const outcome = await ports.dossiers.commit(identity === undefined ? writes : { ...writes, idempotency: { ...identity, response } });
  switch (outcome.kind) {
    case "committed":
      ports.log({ level: "info", event: "committed", code: request.code, seq: writes.batch.seq, command: command.value.type });
      return ok({ kind: "committed", state: writes.state });
    case "replayed":
      return ok(outcome);
    case "key-reused":
      return refused(problem("idempotency-key-reused"));
    case "conflict":
      return "conflict";
  }
}

function jitter(ports: Ports, attempt: number): number {
  const ceiling = Math.min(LONGEST_PAUSE_MS, 10 * 2 ** attempt);
  return (ceiling * Number.parseInt(ports.random(1), 16)) / 255;
}
