import type { Join, Step, Target, WorkflowFile } from "@motcua/procedure";

/** Chance as the caller has it: an integer from 0 up to, not including, `below`. */
export type Draw = (below: number) => number;

type Steps = Record<string, Step>;

const name = { vi: "Bước" };
const BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  intake: ["accept"], attend: ["attended", "absent"], pay: ["paid", "waived"], sign: ["signed", "returned"], seal: ["sealed"], return: ["returned"],
  confirm: ["corrected", "confirmed"], consult: ["answered", "objected", "silent"], register: ["unavailable", "rejected", "done"], wait: ["elapsed", "objected"],
};
const JOINS: readonly [readonly [Join, ...string[]], ...(readonly [Join, ...string[]])[]] = [
  ["all", "joined"], ["all", "joined", "failed"], ["any", "joined", "failed"], ["settled", "all", "some", "none"], [{ quorum: 2 }, "joined", "failed"],
];
const INVENTED = ["dat", "chua_dat", "xem_lai"];
const KINDS = ["task", "task", "inspect", ...Object.keys(BUILT_IN)];

/** A workflow that can be run: loops, skips, forks in forks, and ends of every kind anywhere. */
export function randomWorkflow(draw: Draw): Pick<WorkflowFile, "start" | "steps"> {
  const steps: Steps = {};
  const start = addRegion(steps, draw, { depth: 0 });
  // Reached from inside and outside of forks alike.
  steps["thong_bao"] = task({ dat: "@stop", xem_lai: "@end" });
  return { start, steps };
}

/** Adds steps that lead to one another, out by an end and, inside a fork, by `@join`; returns the first of them. */
function addRegion(steps: Steps, draw: Draw, { depth, fails = false }: { readonly depth: number; readonly fails?: boolean }): string {
  const own = Array.from({ length: 1 + draw(depth === 0 ? 5 : 3) }, (_, at) => `s${Object.keys(steps).length}_${depth}_${at}`);
  for (const id of own) steps[id] = task({});
  const out: readonly Target[] = depth === 0 ? ["@end"] : fails && draw(2) === 0 ? ["@join", "@fail"] : ["@join"];
  for (const [at, id] of own.entries()) {
    const forward = [...own.slice(at + 1), ...out];
    const anywhere = [...own, ...own, ...own, ...out, ["@stop", "@refuse", "@end", "thong_bao"][draw(4)] as Target];
    const ahead = (): Target => forward[draw(Math.min(2, forward.length))] as Target;
    const conditional = draw(3) === 0 ? { when: "x", skip: draw(8) === 0 ? "@end" : ahead() } : {};
    const step = depth < 2 && draw(4) === 0 ? fork(steps, draw, { depth, ahead }) : plain(draw, { ahead, anywhere });
    steps[id] = { ...step, ...conditional };
  }
  return own[0] as string;
}

/** Forks of every join; of a plain one no branch can fail, as the checker holds it. */
function fork(steps: Steps, draw: Draw, { depth, ahead }: { readonly depth: number; readonly ahead: () => Target }): Step {
  const [join, ...outcomes] = JOINS[draw(JOINS.length)] ?? JOINS[0];
  const fails = outcomes.length > 1;
  const branches = Array.from({ length: 2 + draw(2) }, (_, at) => {
    const when = fails && draw(4) === 0 ? { when: "x" } : {};
    return [`b${at}`, { name, start: addRegion(steps, draw, { depth: depth + 1, fails }), ...when }] as const;
  });
  return { kind: "fork", name, join, branches: Object.fromEntries(branches), next: Object.fromEntries(outcomes.map((outcome) => [outcome, ahead()])) };
}

function plain(draw: Draw, { ahead, anywhere }: { readonly ahead: () => Target; readonly anywhere: readonly Target[] }): Step {
  const kind = KINDS[draw(KINDS.length)] as string;
  const outcomes = BUILT_IN[kind] ?? INVENTED.slice(0, 1 + draw(INVENTED.length));
  // The first is where a skipped step leads: ahead, so that skips end.
  const next = Object.fromEntries(outcomes.map((outcome, at) => [outcome, at === 0 ? ahead() : (anywhere[draw(anywhere.length)] as Target)]));
  return { kind, name, role: "r", next, within: "1wd", join: "all" } as unknown as Step;
}

function task(next: Readonly<Record<string, Target>>): Step {
  return { kind: "task", name, role: "r", next };
}
