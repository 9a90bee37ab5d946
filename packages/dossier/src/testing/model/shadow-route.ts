import type { BranchStatus, ForkStep, Step, Target } from "@motcua/procedure";

/** A step that is open, and the branches of forks it is open in: `fork/branch`, outermost first. */
export interface Token {
  readonly step: string;
  readonly path: readonly string[];
}

/** What routing reads: the steps as drawn, whether a conditional one is entered now, and what has become of branches, which changes. */
export interface Ground {
  readonly steps: Readonly<Record<string, Step>>;
  readonly holds: (step: string) => boolean;
  /** Status by `fork/branch`. */
  readonly branches: Map<string, BranchStatus>;
}

/** Where a move leads: the steps opened, or an end; and the branches whose tokens are taken back. */
export interface Moved {
  readonly opened: readonly Token[];
  readonly ended?: "completed" | "stopped" | "refused";
  readonly over?: readonly string[];
}

const ENDS: Readonly<Record<string, NonNullable<Moved["ended"]>>> = { "@end": "completed", "@stop": "stopped", "@refuse": "refused" };

/**
 * Goes to a target. Written apart from the routing of the product: open steps are tokens that know their branches, and
 * what has become of branches is written down as it happens. `others` are the tokens that stay where they are.
 */
export function goTo(ground: Ground, target: Target, at: { readonly path: readonly string[]; readonly others: readonly Token[] }): Moved {
  const { path } = at;
  const ended = ENDS[target];
  if (ended !== undefined) return { opened: [], ended };
  if (target === "@join" || target === "@fail") return endBranch(ground, target === "@join", at);
  const step = ground.steps[target];
  if (step === undefined) throw new Error(`no step ${target}`);
  if ((step.when !== undefined || step.kind === "consult") && !ground.holds(target)) return goTo(ground, step.skip ?? firstOf(step), at);
  if (step.kind !== "fork") return { opened: [{ step: target, path }] };
  return enterFork(ground, target, { step, ...at });
}

function enterFork(ground: Ground, fork: string, { step, path, others }: { readonly step: ForkStep; readonly path: readonly string[]; readonly others: readonly Token[] }): Moved {
  const names = Object.keys(step.branches);
  for (const name of names) ground.branches.set(`${fork}/${name}`, ground.holds(`${fork}.${name}`) ? "open" : "left-out");
  let opened: readonly Token[] = [];
  for (const name of names) {
    const start = step.branches[name]?.start ?? "";
    if (ground.branches.get(`${fork}/${name}`) !== "open") continue;
    // The fork is not looked at before all of its branches were begun.
    const inside = goTo({ ...ground, branches: new Map(ground.branches) }, start, { path: [], others: [] });
    if (inside.ended !== undefined) return inside;
    const joins = start.startsWith("@") ? start : endOf(ground, start);
    if (joins !== undefined) ground.branches.set(`${fork}/${name}`, joins === "@join" ? "succeeded" : "failed");
    else opened = [...opened, ...goTo(ground, start, { path: [...path, `${fork}/${name}`], others }).opened];
  }
  const outcome = outcomeOf(ground, fork, step);
  return outcome === undefined ? { opened } : leave(ground, fork, { step, outcome, path, others });
}

/** The end of a branch that is reached at once, past steps that are skipped; `undefined` where something opens. */
function endOf(ground: Ground, start: Target): "@join" | "@fail" | undefined {
  for (let at = start; ; ) {
    if (at === "@join" || at === "@fail") return at;
    const step = ground.steps[at];
    if (step === undefined || ((step.when === undefined && step.kind !== "consult") || ground.holds(at))) return undefined;
    at = step.skip ?? firstOf(step);
  }
}

function endBranch(ground: Ground, well: boolean, { path, others }: { readonly path: readonly string[]; readonly others: readonly Token[] }): Moved {
  const place = path.at(-1);
  if (place === undefined) return { opened: [] };
  const [fork = ""] = place.split("/");
  ground.branches.set(place, well ? "succeeded" : "failed");
  const step = ground.steps[fork];
  if (step?.kind !== "fork") throw new Error("@join outside a fork");
  const outcome = outcomeOf(ground, fork, step);
  return outcome === undefined ? { opened: [] } : leave(ground, fork, { step, outcome, path: path.slice(0, -1), others });
}

interface Leaving {
  readonly step: ForkStep;
  readonly outcome: string;
  readonly path: readonly string[];
  readonly others: readonly Token[];
}

/** Goes on from a fork that is over; whatever is still open in it is taken back. */
function leave(ground: Ground, fork: string, { step, outcome, path, others }: Leaving): Moved {
  const over = Object.keys(step.branches).map((name) => `${fork}/${name}`).filter((place) => ground.branches.get(place) === "open");
  for (const place of over) ground.branches.set(place, "cancelled");
  const stay = others.filter((token) => !token.path.some((place) => over.includes(place)));
  const on = goTo(ground, step.next[outcome] ?? "", { path, others: stay });
  return { ...on, over: [...over, ...(on.over ?? [])] };
}

/** How a fork is joined by what has become of its branches. */
function outcomeOf({ branches }: Ground, fork: string, { branches: named, join }: ForkStep): string | undefined {
  const all = Object.keys(named).map((name) => branches.get(`${fork}/${name}`)).filter((status) => status !== "left-out");
  const [open, well] = [all.filter((status) => status === "open").length, all.filter((status) => status === "succeeded").length];
  if (join === "settled") return open > 0 ? undefined : well === all.length ? "all" : well > 0 ? "some" : "none";
  const wanted = join === "all" ? all.length : Math.min(all.length, join === "any" ? 1 : join.quorum);
  if (well >= wanted) return "joined";
  return well + open < wanted ? "failed" : undefined;
}

function firstOf(step: Step): Target {
  return Object.values(step.next)[0] ?? "@end";
}
