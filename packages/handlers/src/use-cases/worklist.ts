import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { dutiesOf } from "../duties.ts";
import type { Caller, WorklistLine } from "../handlers.ts";
import { lateness } from "../lateness.ts";
import { pinnedModule } from "../pinned-module.ts";
import { workPosition, type WorkItem } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import type { Membership } from "../ports/people.ts";
import type { Page } from "../ports/sync-queue.ts";
import { problem } from "../problem-table.ts";
import { stepName } from "../task-view.ts";

/** Lines read for each membership at once; an officer works from the top. */
export const WORKLIST_LINES = 200;

/**
 * The open tasks of all the roles and units a person acts for, earliest due first. A page is complete as far as it goes: where
 * more is open there is a cursor, and the next page begins there.
 */
export async function worklist(ports: Ports, caller: Caller, { cursor }: { readonly cursor?: string } = {}): Promise<Result<Page<WorklistLine>>> {
  const memberships = await dutiesOf(ports, caller.sub);
  if (memberships.length === 0) return refused(problem("not-an-officer"));
  const { items, end } = await openTasksAfter(ports, memberships, decoded(cursor));
  const lines = await Promise.all(items.map((item) => worklistLine(ports, item)));
  return ok({ items: lines, ...(end === undefined ? {} : { cursor: Buffer.from(end).toString("base64url") }) });
}

/** What is open for some memberships, each task once, as much as some pages hold; whether there is more. */
export async function openTasks(ports: Ports, memberships: readonly Membership[], pages: number): Promise<{ readonly items: readonly WorkItem[]; readonly more: boolean }> {
  const items: WorkItem[] = [];
  let end: string | undefined;
  for (let page = 0; page < pages && (page === 0 || end !== undefined); page += 1) {
    const found = await openTasksAfter(ports, memberships, end);
    items.push(...found.items);
    end = found.end;
  }
  return { items, more: end !== undefined };
}

/** Lists are read side by side from one position; where one of them goes on, nothing after its end is told yet. */
async function openTasksAfter(ports: Ports, memberships: readonly Membership[], cursor?: string): Promise<{ readonly items: readonly WorkItem[]; readonly end?: string }> {
  const page = { limit: WORKLIST_LINES, ...(cursor === undefined ? {} : { cursor }) };
  const roles = new Map(memberships.map(({ unit, role }) => [`${unit}/${role}`, { unit, role }]));
  const units = new Set(memberships.map(({ unit }) => unit));
  const pages = await Promise.all([
    ...[...roles.values()].map(({ unit, role }) => ports.work.ofRole(unit, role, page)),
    ...[...units].map((unit) => ports.work.ofConsultedUnit(unit, page)),
  ]);
  const end = pages.flatMap((each) => each.cursor ?? []).toSorted()[0];
  const placed = pages.flatMap(({ items }) => items).map((item) => ({ item, position: workPosition(item) }));
  const told = placed.filter(({ position }) => end === undefined || position <= end).toSorted((a, b) => (a.position < b.position ? -1 : 1));
  return { items: told.map(({ item }) => item), ...(end === undefined ? {} : { end }) };
}

/** A cursor that is none begins at the beginning. */
function decoded(cursor: string | undefined): string | undefined {
  const position = cursor === undefined ? "" : Buffer.from(cursor, "base64url").toString();
  return position === "" ? undefined : position;
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
    unit: "unit" in assignee ? (assignee.unit ?? "") : "",
    ...(assignee.kind === "role" ? { role: assignee.role } : {}),
  };
}
