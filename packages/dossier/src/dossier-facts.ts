import { localDate } from "@motcua/calendar";
import { branchFact, evaluate, type ForkMove, type ForkStep, isConditional, whenFact, type Channel, type Facts, type Procedure, type ProcedureModule, type Step } from "@motcua/procedure";
import type { DossierState } from "./state.ts";
import type { Reach } from "./consulted-parties.ts";
import { consultedParties } from "./consulted-parties.ts";

/** What conditions read of a dossier. */
export interface DossierContent {
  readonly form: unknown;
  readonly channel: Channel;
  readonly submittedAt: string;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly records: Readonly<Record<string, unknown>>;
  readonly branches?: DossierState["branches"];
  /** What is about to become of branches. */
  readonly forks?: readonly ForkMove[];
}

/** Facts at an instant. A question nobody answered is a no, a record nobody made is empty: a condition must not vanish because of what is not there yet. */
export function factsAt(module: ProcedureModule, content: DossierContent, at: string): Facts {
  const { unanswered, unrecorded, forks } = placesOf(module.procedure);
  return {
    form: content.form,
    channel: content.channel,
    today: localDate(at),
    submittedOn: localDate(content.submittedAt),
    steps: { ...unrecorded, ...content.records },
    branches: branchFacts(forks, content),
    ask: { ...unanswered, ...content.answers },
  };
}

/** What became of every branch there is; an empty text where its fork was not entered. */
function branchFacts(forks: FactPlaces["forks"], { branches: entered = {}, forks: moves = [] }: Pick<DossierContent, "branches" | "forks">): NonNullable<Facts["branches"]> {
  if (forks.length === 0) return {};
  const becomes = new Map(moves.flatMap((move) => ("became" in move ? [[`${move.fork}/${move.branch}`, move.became] as const] : [])));
  return Object.fromEntries(forks.map(([fork, { branches }]) => [fork, Object.fromEntries(Object.keys(branches).map((branch) => [branch, becomes.get(`${fork}/${branch}`) ?? entered[fork]?.[branch]?.status ?? ""] as const))]));
}

/** One boolean for each conditional step and branch: whether it is entered. A consultation with nobody to ask is not; `reach` says whom it reaches. */
export function routeFacts(module: ProcedureModule, facts: Facts, reach: () => Reach): Readonly<Record<string, boolean>> {
  const { conditional, choices } = placesOf(module.procedure);
  const route: Record<string, boolean> = {};
  for (const { id, step, fact, when } of conditional) {
    const holds = step.when === undefined || evaluate(module, when, facts, false);
    route[fact] = holds && (step.kind !== "consult" || consultedParties(module, id, { facts, reach: reach() }).length > 0);
  }
  for (const { fact, when } of choices) route[fact] = evaluate(module, when, facts, false);
  return route;
}

/** What of a procedure facts are made of: found once, and asked for by every command. */
interface FactPlaces {
  /** Every question, answered no. */
  readonly unanswered: Readonly<Record<string, boolean>>;
  /** An empty record for every step that makes one. */
  readonly unrecorded: Readonly<Record<string, object>>;
  readonly conditional: readonly ConditionalPlace[];
  /** Branches with a condition of their own. */
  readonly choices: readonly FactPlace[];
  readonly forks: readonly (readonly [id: string, step: ForkStep])[];
}

/** A fact of the route, and where its condition stands. */
interface FactPlace {
  readonly fact: string;
  readonly when: string;
}

/** A step that may be skipped. */
interface ConditionalPlace extends FactPlace {
  readonly id: string;
  readonly step: Step;
}

function placesOf(procedure: Procedure): FactPlaces {
  const before = keptPlaces.get(procedure);
  if (before !== undefined) return before;
  const steps = Object.entries(procedure.workflow.steps);
  const forks = steps.flatMap(([id, step]) => (step.kind === "fork" ? [[id, step] as const] : []));
  const places: FactPlaces = {
    unanswered: Object.fromEntries(Object.keys(procedure.questions ?? {}).map((id) => [id, false])),
    unrecorded: Object.fromEntries(steps.flatMap(([id, step]) => ("record" in step && step.record !== undefined ? [[id, {}] as const] : []))),
    conditional: steps.flatMap(([id, step]) => (isConditional(step) ? [{ id, step, fact: whenFact(id), when: `/workflow/steps/${id}/when` }] : [])),
    choices: forks.flatMap(([fork, { branches }]) => Object.entries(branches).flatMap(([branch, { when }]) => (when === undefined ? [] : [{ fact: branchFact(fork, branch), when: `/workflow/steps/${fork}/branches/${branch}/when` }]))),
    forks,
  };
  keptPlaces.set(procedure, places);
  return places;
}

const keptPlaces = new WeakMap<Procedure, FactPlaces>();
