import type { Step } from "@motcua/procedure";
import { branchFact, isConditional, openSteps, STEP_KINDS, whenFact } from "@motcua/procedure";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draw } from "./testing/random-workflow.ts";
import { randomWorkflow } from "./testing/random-workflow.ts";
import { WalkedDossier } from "./testing/walked-dossier.ts";

/** Every number as likely as another: by itself fast-check prefers small ones, and walks would seldom get deep. */
const evenly = (max: number) => fc.noBias(fc.nat(max));

type Workflow = ReturnType<typeof randomWorkflow>;

function randomFacts({ steps }: Workflow, draw: Draw): Readonly<Record<string, boolean>> {
  const conditional = Object.entries(steps).filter(([, step]) => isConditional(step));
  const branches = Object.entries(steps).flatMap(([fork, step]) => (step.kind === "fork" ? Object.keys(step.branches).map((branch) => branchFact(fork, branch)) : []));
  return Object.fromEntries([...conditional.map(([id]) => whenFact(id)), ...branches].map((fact) => [fact, draw(2) === 1]));
}

function dossierOn(workflow: Workflow): WalkedDossier | undefined {
  try {
    return new WalkedDossier(workflow);
  } catch (error) {
    // Branches that share a step are refused, and drawn now and then.
    if (error instanceof RangeError && error.message.startsWith("two branches")) return undefined;
    throw error;
  }
}

async function walk(dossier: WalkedDossier, workflow: Workflow, draw: Draw): Promise<void> {
  await dossier.begin(randomFacts(workflow, draw));
  for (let moves = 0; moves < 25 && dossier.position !== undefined; moves++) {
    expect(dossier.registered()).toEqual(dossier.expected());
    if (draw(5) === 0) {
      await dossier.restart(randomFacts(workflow, draw));
      continue;
    }
    const open = openSteps(dossier.position);
    const step = open[draw(open.length)] as string;
    const outcomes = Object.keys((workflow.steps[step] as Step).next);
    await dossier.complete(step, outcomes[draw(outcomes.length)] as string, randomFacts(workflow, draw));
  }
}

/** What the walks must have met: they are of use only if they get everywhere. */
const STATES = ["open", "completed", "refused", "stopped", ...STEP_KINDS];
const JOINS = ["all joined", "all failed", "any joined", "settled all", "settled some", "quorum joined", "quorum failed", "passed all joined", "passed any joined"];
const RUNS = 400;
/** Some joins are drawn once in a hundred workflows: walks go on until all were met, this many times at most. */
const ROUNDS = 8;

describe("the state machine and the route", () => {
  it("agree on what waits after every move, in loops, skips, forks and new generations", { timeout: 240_000 }, async () => {
    const seen = new Set<string>();
    const joins = new Set<string>();
    const walked = fc.asyncProperty(fc.gen(), async (gen) => {
      const draw: Draw = (below) => gen(evenly, below - 1);
      const workflow = randomWorkflow(draw);
      const dossier = dossierOn(workflow);
      fc.pre(dossier !== undefined);
      if (dossier === undefined) return;
      await walk(dossier, workflow, draw);
      const { ended } = dossier;
      for (const what of [ended ?? "open", ...Object.values(workflow.steps).map(({ kind }) => kind)]) seen.add(what);
      for (const join of dossier.joins) joins.add(join);
      if (ended !== undefined && dossier.status() !== "NONE") expect([ended, dossier.status()]).toEqual([ended, "SUCCEEDED"]);
      await dossier.engine.close();
    });
    const isEverywhere = () => STATES.every((state) => seen.has(state)) && JOINS.every((join) => joins.has(join));
    for (let round = 0; round < ROUNDS && !isEverywhere(); round += 1) await fc.assert(walked, { numRuns: RUNS });
    expect([...seen].toSorted()).toEqual(STATES.toSorted());
    expect([...joins]).toEqual(expect.arrayContaining(JOINS));
  });
});
