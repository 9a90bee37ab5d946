import type { Step, Target } from "@motcua/procedure";

/** A step that is open, and the branches of forks it is open in: `fork/branch`, outermost first. */
export interface Token {
  readonly step: string;
  readonly path: readonly string[];
}

/** What routing reads: the steps as drawn, and whether a conditional one is entered now. */
export interface Ground {
  readonly steps: Readonly<Record<string, Step>>;
  readonly holds: (step: string) => boolean;
}

/** Where a move leads: the steps opened, or an end. */
export interface Moved {
  readonly opened: readonly Token[];
  readonly ended?: "completed" | "stopped" | "refused";
}

const ENDS: Readonly<Record<string, NonNullable<Moved["ended"]>>> = { "@end": "completed", "@stop": "stopped", "@refuse": "refused" };

/**
 * Goes to a target. Written apart from the routing of the product: open steps are tokens that know their branches, and a
 * fork is over when no token is left in it. `others` are the tokens that stay where they are.
 */
export function goTo(ground: Ground, target: Target, at: { readonly path: readonly string[]; readonly others: readonly Token[] }): Moved {
  const { path, others } = at;
  const ended = ENDS[target];
  if (ended !== undefined) return { opened: [], ended };
  if (target === "@join") return join(ground, at);
  const step = ground.steps[target];
  if (step === undefined) throw new Error(`no step ${target}`);
  if ((step.when !== undefined || step.kind === "consult") && !ground.holds(target)) return goTo(ground, step.skip ?? firstOf(step), at);
  if (step.kind !== "fork") return { opened: [{ step: target, path }] };
  const waiting: Token = { step: target, path: [...path, `${target}/`] };
  let opened: readonly Token[] = [];
  for (const [name, { start }] of Object.entries(step.branches)) {
    const branch = goTo(ground, start, { path: [...path, `${target}/${name}`], others: [...others, waiting] });
    if (branch.ended !== undefined) return branch;
    opened = [...opened, ...branch.opened];
  }
  return opened.length > 0 ? { opened } : goTo(ground, step.next.joined, at);
}

function join(ground: Ground, { path, others }: { readonly path: readonly string[]; readonly others: readonly Token[] }): Moved {
  const [fork = ""] = (path.at(-1) ?? "").split("/");
  const inside = others.some((token) => token.path.some((branch) => branch.startsWith(`${fork}/`)));
  if (inside) return { opened: [] };
  const step = ground.steps[fork];
  if (step?.kind !== "fork") throw new Error("@join outside a fork");
  return goTo(ground, step.next.joined, { path: path.slice(0, -1), others });
}

function firstOf(step: Step): Target {
  return Object.values(step.next as Readonly<Record<string, Target>>)[0] ?? "@end";
}
