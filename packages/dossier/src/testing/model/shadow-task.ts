import type { OpenedTask } from "../../event.ts";

/** Somebody's open task in the model. Due times are the calendar's business: they are read from the product. */
export interface ShadowTask {
  readonly id: string;
  readonly step: string;
  readonly assignee: OpenedTask["assignee"];
  readonly since: number;
}

/** Kind, unit and role of who holds a task, and for whom. */
export function whoOf({ assignee }: ShadowTask): string {
  if (assignee.kind === "role") return `role/${assignee.unit}/${assignee.role}${assignee.of === undefined ? "" : `|${assignee.of}`}`;
  return `${assignee.kind}/${assignee.kind === "unit" ? assignee.unit : ""}/`;
}
