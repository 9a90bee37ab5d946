import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { dutiesOf } from "../duties.ts";
import type { Caller, WorklistLine } from "../handlers.ts";
import { lateness } from "../lateness.ts";
import { pinnedModule } from "../pinned-module.ts";
import type { WorkItem } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import type { Membership } from "../ports/people.ts";
import { problem } from "../problem-table.ts";
import { stepName } from "../task-view.ts";

/** Lines read for each membership; an officer works from the top. What is due later is not listed until these are done. */
export const WORKLIST_LINES = 200;

/** The open tasks of all the roles and units a person acts for, earliest due first. */
export async function worklist(ports: Ports, caller: Caller): Promise<Result<readonly WorklistLine[]>> {
  const memberships = await dutiesOf(ports, caller.sub);
  if (memberships.length === 0) return refused(problem("not-an-officer"));
  const items = await openTasks(ports, memberships);
  const lines = await Promise.all(items.map((item) => worklistLine(ports, item)));
  return ok(lines.sort((a, b) => byDue(a.due, b.due) || (a.code < b.code ? -1 : 1)));
}

/** What is open for some memberships, each task once. */
export async function openTasks(ports: Ports, memberships: readonly Membership[]): Promise<readonly WorkItem[]> {
  const units = [...new Set(memberships.map(({ unit }) => unit))];
  const pages = await Promise.all([
    ...memberships.map(async ({ unit, role }) => (await ports.work.ofRole(unit, role, { limit: WORKLIST_LINES })).items),
    ...units.map((unit) => ports.work.ofConsultedUnit(unit)),
  ]);
  const unique = new Map(pages.flat().map((item) => [`${item.code}/${item.task.id}`, item]));
  return [...unique.values()];
}

/** An open task as a worklist tells it. */
export async function worklistLine(ports: Ports, item: WorkItem): Promise<WorklistLine> {
  const module = await pinnedModule(ports, item);
  const { assignee } = item.task;
  return {
    code: item.code,
    task: item.task.id,
    step: item.task.step,
    stepName: stepName(module, item.task.step),
    procedure: module.procedure.name,
    ...(item.due === undefined ? {} : { due: item.due }),
    lateness: lateness(item.due, ports.clock.now()),
    unit: "unit" in assignee ? assignee.unit : "",
    ...(assignee.kind === "role" ? { role: assignee.role } : {}),
  };
}

function byDue(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return Date.parse(a) - Date.parse(b);
}
