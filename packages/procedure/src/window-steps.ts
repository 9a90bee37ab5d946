import type { Routed } from "./route.ts";
import type { LegalWindow, Step } from "./workflow.ts";

/**
 * The steps of a legal window: those on a way from its first step to its last, both of them included, and not beyond the
 * last one. None where no way leads there: the checker refuses such a window.
 */
export function windowSteps(workflow: Routed, { from, to }: Pick<LegalWindow, "from" | "to">): ReadonlySet<string> {
  const ways = waysOn(workflow);
  const ahead = reached([from], (id) => (id === to ? [] : (ways.get(id) ?? [])));
  const back = new Map<string, string[]>();
  for (const id of ahead) if (id !== to) for (const target of ways.get(id) ?? []) back.set(target, [...(back.get(target) ?? []), id]);
  return ahead.has(to) ? reached([to], (id) => back.get(id) ?? []) : new Set();
}

/** Where a dossier may stand after each step. The end of a fork's branch leads on to what follows the fork. */
function waysOn({ steps }: Routed): ReadonlyMap<string, readonly string[]> {
  const ways = new Map(Object.entries(steps).map(([id, step]) => [id, leadsTo(step)]));
  for (const [id, step] of Object.entries(steps)) {
    if (step.kind !== "fork") continue;
    const starts = Object.values(step.branches).map(({ start }) => start);
    const after = ways.get(id) ?? [];
    for (const inside of reached(starts, (one) => ways.get(one) ?? [])) {
      const on = ways.get(inside) ?? [];
      if (on.some((target) => BRANCH_ENDS.has(target))) ways.set(inside, [...on.filter((target) => !BRANCH_ENDS.has(target)), ...after]);
    }
    ways.set(id, starts);
  }
  return ways;
}

const BRANCH_ENDS: ReadonlySet<string> = new Set(["@join", "@fail"]);

function leadsTo(step: Step): readonly string[] {
  return [...Object.values(step.next), ...(step.skip === undefined ? [] : [step.skip])];
}

function reached(from: readonly string[], on: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...on(id));
  }
  return found;
}
