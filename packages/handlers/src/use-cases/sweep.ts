import type { Actor, Command } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { localInstant } from "../local-day.ts";
import type { StoredDossier, WorkItem } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { runCommand } from "../run-command.ts";

const ACTOR: Actor = { kind: "system", id: "sweep" };
const PAGE = 100;
/** Bounds one run of the schedule; what is left over is taken by the next. */
const PAGES = 20;

/**
 * Issues the commands whose legal time has come, oldest first; returns how many were carried out. Marks of lateness come
 * first: a silence that ends a step has not ended it at the due moment.
 */
export async function sweep(ports: Ports): Promise<number> {
  const marked = await sweepPages((limit) => ports.work.marksBefore(ports.clock.now().toISOString(), limit), (code) => recordLateness(ports, code));
  const timedOut = await sweepPages((limit) => ports.work.dueBefore(ports.clock.now().toISOString(), limit), (item) => timeOut(ports, item));
  return marked + timedOut;
}

/** Takes pages from an index until it gives no full one, or none of a page could be done. */
async function sweepPages<Item>(read: (limit: number) => Promise<readonly Item[]>, issue: (item: Item) => Promise<boolean>): Promise<number> {
  let issued = 0;
  for (let page = 0; page < PAGES; page += 1) {
    const items = await read(PAGE);
    const before = issued;
    for (const item of items) if (await issue(item)) issued += 1;
    if (items.length < PAGE || issued === before) break;
  }
  return issued;
}

async function timeOut(ports: Ports, { code, task }: WorkItem): Promise<boolean> {
  const command = ({ state }: StoredDossier, at: string): Result<Command> =>
    state.tasks[task.id] === undefined ? refused(problem("not-your-task", "/task")) : ok({ type: "time-out", task: task.id, actor: ACTOR, at });
  return issueCommand(ports, code, { command, refusedAs: "time-out-refused", task: task.id });
}

/** Whoever acted since has recorded the mark already: then there is nothing to record. */
async function recordLateness(ports: Ports, code: string): Promise<boolean> {
  return issueCommand(ports, code, { command: (_, at) => ok({ type: "record-lateness", actor: ACTOR, at }), refusedAs: "lateness-refused" });
}

interface Issue {
  readonly command: (stored: StoredDossier, at: string) => Result<Command>;
  readonly refusedAs: string;
  readonly task?: string;
}

async function issueCommand(ports: Ports, code: string, { command, refusedAs, task }: Issue): Promise<boolean> {
  const done = await runCommand(ports, { code, command: async (stored) => command(stored, localInstant(ports.clock.now())) });
  if (!done.ok) ports.log({ level: "warn", event: refusedAs, code, ...(task === undefined ? {} : { task }), problem: done.problems[0]?.code });
  return done.ok;
}
