import type { Actor, Command, EventBatch, PortalChange } from "@motcua/dossier";
import { ok } from "@motcua/procedure";
import { localInstant } from "../local-day.ts";
import { dossierMessage } from "../national/dossier-message.ts";
import { progressMessage } from "../national/progress-message.ts";
import { statesAfter } from "../national/states-after.ts";
import { tellPortal, type PortalAnswer } from "../national/tell-portal.ts";
import { pinnedModule } from "../pinned-module.ts";
import type { Ports } from "../ports/index.ts";
import type { SyncItem } from "../ports/sync-queue.ts";
import { isRetryable } from "../retryable-error.ts";
import { runCommand } from "../run-command.ts";
import { batchesOf } from "../state-at.ts";

const ACTOR: Actor = { kind: "system", id: "sync" };
const PAGE = 100;
/** Bounds one run of the schedule; what is left over is taken by the next. */
const PAGES = 20;
/** One run lasts no longer than this, so that two do not pile up. */
const LONGEST_RUN_MS = 50_000;
/** So many dossiers in a row without an answer: the platform is down, and is not asked again in this run. */
const ENOUGH = 5;
const MINUTE_MS = 60_000;
const LONGEST_WAIT_MINUTES = 60;

/** What a run did. */
export interface SyncRun {
  /** Dossiers the portal now has as they are. */
  readonly told: number;
  readonly refused: number;
  /** Dossiers that met no answer, to be tried again. */
  readonly postponed: number;
}

/**
 * Tells the national portal what has changed since it was told last: each change in order, a dossier's oldest first, none
 * after one that was not taken. The message's key is made of the change, so that one sent twice counts once; the log says what was
 * acknowledged, so that a run that was cut off is finished by the next. No dossier is asked whether it has anything to tell.
 */
export async function sync(ports: Ports): Promise<SyncRun> {
  const until = Date.now() + LONGEST_RUN_MS;
  const run = { told: 0, refused: 0, postponed: 0 };
  let unanswered = 0;
  for (let page = 0; page < PAGES; page += 1) {
    const items = await ports.sync.due(ports.clock.now().toISOString(), PAGE);
    for (const item of items) {
      const outcome = await tellDossier(ports, item);
      run[outcome === "failed" ? "postponed" : outcome] += 1;
      unanswered = outcome === "postponed" ? unanswered + 1 : 0;
      if (unanswered === ENOUGH || Date.now() > until) return report(ports, run);
    }
    if (items.length < PAGE) break;
  }
  return report(ports, run);
}

/** Watched by alarms: how long the oldest change has been waiting. */
async function report(ports: Ports, run: SyncRun): Promise<SyncRun> {
  const waiting = await ports.sync.list({ state: "waiting", limit: PAGE });
  const refused = await ports.sync.list({ state: "refused", limit: PAGE });
  const oldest = waiting.items.reduce((earliest, { since }) => Math.min(earliest, Date.parse(since)), ports.clock.now().getTime());
  const oldestSeconds = Math.round((ports.clock.now().getTime() - oldest) / 1000);
  ports.log({ level: "info", event: "sync-run", ...run, waiting: waiting.items.length, refusedNow: refused.items.length, oldestSeconds });
  return run;
}

/** Tells what a dossier has to tell, and records in its log what the portal answered. One dossier that fails does not hold up the others. */
async function tellDossier(ports: Ports, item: SyncItem): Promise<keyof SyncRun | "failed"> {
  let acknowledged: Answered | undefined;
  try {
    for await (const answered of answers(ports, item.code)) {
      if (answered.answer.kind === "refused") {
        if (acknowledged !== undefined) await record(ports, item.code, acknowledged);
        await record(ports, item.code, answered);
        // Refused once more for the same reason, the commit moved nothing.
        await ports.sync.put({ ...item, state: "refused", next: ports.clock.now().toISOString(), attempts: 0, reason: answered.answer.code });
        ports.log({ level: "error", event: "sync-refused", code: item.code, change: answered.change.change, reason: answered.answer.code });
        return "refused";
      }
      acknowledged = answered;
    }
    if (acknowledged !== undefined) await record(ports, item.code, acknowledged);
    return "told";
  } catch (error) {
    if (acknowledged !== undefined) await record(ports, item.code, acknowledged);
    const attempts = item.attempts + 1;
    const minutes = Math.min(LONGEST_WAIT_MINUTES, 2 ** (attempts - 1));
    await ports.sync.put({ ...item, attempts, next: new Date(ports.clock.now().getTime() + minutes * MINUTE_MS).toISOString() });
    ports.log({ level: isRetryable(error) ? "warn" : "error", event: "sync-postponed", code: item.code, attempts, error: error instanceof Error ? error.name : "unknown" });
    // A dossier that cannot be put into a message says nothing of the platform.
    return isRetryable(error) ? "postponed" : "failed";
  }
}

interface Answered {
  readonly change: PortalChange;
  readonly answer: PortalAnswer;
}

/** The changes that wait, each with what the portal says when it is told. Ends with the first that is refused. */
async function* answers(ports: Ports, code: string): AsyncGenerator<Answered, void> {
  const stored = await ports.dossiers.load(code);
  const changes = stored?.state.unsynced ?? [];
  if (stored?.personal === undefined || changes.length === 0) return;
  const { personal, state } = stored;
  const [{ procedure }, batches] = await Promise.all([pinnedModule(ports, state), batchesOf(ports.dossiers, code)]);
  const after = statesAfter(batches);
  for (const change of changes) {
    const now = after[change.seq - 1];
    if (now === undefined) return;
    const told = { ports, procedure, personal, now, to: change.to, batches: batches.slice(0, change.seq) };
    const message = { sender: ports.province.agency, key: keyOf(batches, change), isUpdating: change.change > 1 };
    let answer = await tellPortal(ports.connectors, { ...message, service: "DongBoHoSoMC", data: dossierMessage(told) });
    if (answer.kind === "taken" && isProgress(told)) {
      answer = await tellPortal(ports.connectors, { ...message, key: `${message.key}/progress`, isUpdating: false, service: "CapNhatTienDoHoSoMC", data: progressMessage(told) });
    }
    yield { change, answer };
    if (answer.kind === "refused") return;
  }
}

/** The same message has the same key. One that was refused is another when it is sent again: it may have been put right. */
function keyOf(batches: readonly EventBatch[], { seq, change }: PortalChange): string {
  const refusals = batches.flatMap(({ events }) => events).filter((event) => event.type === "status-synced" && event.change === change && event.state === "refused").length;
  return `${batches[0]?.code}/${seq}/${change}${refusals === 0 ? "" : `/again-${refusals}`}`;
}

/** A change of status is a line of progress; a payment or another due date is none. */
function isProgress({ now: { batch } }: { readonly now: { readonly batch: { readonly events: readonly { readonly type: string }[] } } }): boolean {
  return batch.events.some(({ type }) => type === "status-changed");
}

/** Records an answer; one that somebody has recorded meanwhile is recorded. */
async function record(ports: Ports, code: string, { change: { change }, answer }: Answered): Promise<void> {
  const said = answer.kind === "taken" ? { state: "acknowledged" as const, ...(answer.sourceTime === undefined ? {} : { sourceTime: answer.sourceTime }) } : { state: "refused" as const, reason: answer.code };
  const command = async () => ok({ type: "record-sync", actor: ACTOR, at: localInstant(ports.clock.now()), change, ...said } satisfies Command);
  const done = await runCommand(ports, { code, command });
  if (!done.ok) ports.log({ level: "warn", event: "sync-recorded-already", code, problem: done.problems[0]?.code });
}
