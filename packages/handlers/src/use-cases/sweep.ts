import type { Actor, Command } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { localInstant } from "../local-day.ts";
import type { StoredDossier, WorkItem } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { isRetryable } from "../retryable-error.ts";
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
  const now = () => ports.clock.now().toISOString();
  const marked = await sweepPages({ read: (limit) => ports.work.marksBefore(now(), limit), nameOf: (code) => code, issue: (code) => recordLateness(ports, code) });
  const timedOut = await sweepPages({ read: (limit) => ports.work.dueBefore(now(), limit), nameOf: ({ code, task }) => `${code} ${task.id}`, issue: (item) => timeOut(ports, item) });
  return marked + timedOut;
}

interface Swept<Item> {
  readonly read: (limit: number) => Promise<readonly Item[]>;
  readonly nameOf: (item: Item) => string;
  readonly issue: (item: Item) => Promise<boolean>;
}

/** Takes pages from an index until it gives no full one. What cannot be done stays in the index: it is passed over, however much of it there is. */
async function sweepPages<Item>({ read, nameOf, issue }: Swept<Item>): Promise<number> {
  const stuck = new Set<string>();
  let issued = 0;
  for (let page = 0; page < PAGES; page += 1) {
    const asked = PAGE + stuck.size;
    const items = await read(asked);
    for (const item of items.filter((each) => !stuck.has(nameOf(each)))) {
      if (await issue(item)) issued += 1;
      else stuck.add(nameOf(item));
    }
    if (items.length < asked) break;
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

/** A dossier that cannot be read (a version that is gone, a record that was erased) must not keep the law's time from all others. */
async function issueCommand(ports: Ports, code: string, { command, refusedAs, task }: Issue): Promise<boolean> {
  const of = { code, ...(task === undefined ? {} : { task }) };
  try {
    const done = await runCommand(ports, { code, command: async (stored) => command(stored, localInstant(ports.clock.now())) });
    if (!done.ok) ports.log({ level: "warn", event: refusedAs, ...of, problem: done.problems[0]?.code });
    return done.ok;
  } catch (error) {
    if (isRetryable(error)) throw error;
    ports.log({ level: "error", event: "sweep-failed", ...of, error: error instanceof Error ? error.name : "unknown" });
    return false;
  }
}
