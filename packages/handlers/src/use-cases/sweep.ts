import type { Actor, Command } from "@motcua/dossier";
import { ok, refused } from "@motcua/procedure";
import { localInstant } from "../local-day.ts";
import type { WorkItem } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { runCommand } from "../run-command.ts";

const ACTOR: Actor = { kind: "system", id: "sweep" };
const PAGE = 100;
/** Bounds one run of the schedule; what is left over is taken by the next. */
const PAGES = 20;

/** Issues the commands whose legal time has come, oldest first; returns how many were carried out. */
export async function sweep(ports: Ports): Promise<number> {
  let issued = 0;
  for (let page = 0; page < PAGES; page += 1) {
    const items = await ports.work.dueBefore(ports.clock.now().toISOString(), PAGE);
    const before = issued;
    for (const item of items) if (await timeOut(ports, item)) issued += 1;
    if (items.length < PAGE || issued === before) break;
  }
  return issued;
}

async function timeOut(ports: Ports, item: WorkItem): Promise<boolean> {
  const done = await runCommand(ports, {
    code: item.code,
    command: async ({ state }) => {
      const at = localInstant(ports.clock.now());
      if (state.tasks[item.task.id] === undefined) return refused(problem("not-your-task", "/task"));
      return ok({ type: "time-out", task: item.task.id, actor: ACTOR, at } satisfies Command);
    },
  });
  if (!done.ok) ports.log({ level: "warn", event: "time-out-refused", code: item.code, task: item.task.id, problem: done.problems[0]?.code });
  return done.ok;
}
