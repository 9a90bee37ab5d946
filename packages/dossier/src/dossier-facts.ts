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
  const { unanswered, unrecorded, forks } = askedOf(module.procedure);
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

/** One boolean for each conditional step and branch: whether it is entered. A consultation with nobody to ask is not. */
export function routeFacts(module: ProcedureModule, facts: Facts, reach: Reach): Readonly<Record<string, boolean>> {
  const places = askedOf(module.procedure);
  const conditional = places.conditional.map(([id, step]) => {
    const holds = evaluate(module, `/workflow/steps/${id}/when`, facts, step.when === undefined);
    const asks = step.kind !== "consult" || consultedParties(module, id, { facts, reach }).length > 0;
    return [whenFact(id), holds && asks] as const;
  });
  const branches = places.forks.flatMap(([fork, step]) =>
    Object.entries(step.branches).flatMap(([branch, { when }]) =>
      when === undefined ? [] : [[branchFact(fork, branch), evaluate(module, `/workflow/steps/${fork}/branches/${branch}/when`, facts, false)] as const],
    ),
  );
  return Object.fromEntries([...conditional, ...branches]);
}

/** What of a procedure facts are made of: found once, and asked for by every command. */
interface FactPlaces {
  /** Every question, answered no. */
  readonly unanswered: Readonly<Record<string, boolean>>;
  /** An empty record for every step that makes one. */
  readonly unrecorded: Readonly<Record<string, object>>;
  readonly conditional: readonly (readonly [id: string, step: Step])[];
  readonly forks: readonly (readonly [id: string, step: ForkStep])[];
}

function askedOf(procedure: Procedure): FactPlaces {
  const before = placesOf.get(procedure);
  if (before !== undefined) return before;
  const steps = Object.entries(procedure.workflow.steps);
  const places: FactPlaces = {
    unanswered: Object.fromEntries(Object.keys(procedure.questions ?? {}).map((id) => [id, false])),
    unrecorded: Object.fromEntries(steps.flatMap(([id, step]) => ("record" in step && step.record !== undefined ? [[id, {}] as const] : []))),
    conditional: steps.filter(([, step]) => isConditional(step)),
    forks: steps.flatMap(([id, step]) => (step.kind === "fork" ? [[id, step] as const] : [])),
  };
  placesOf.set(procedure, places);
  return places;
}

const placesOf = new WeakMap<Procedure, FactPlaces>();
