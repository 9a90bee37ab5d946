import { localDate } from "@motcua/calendar";
import { evaluate, isConditional, whenFact, type Channel, type Facts, type ProcedureModule } from "@motcua/procedure";
import type { Reach } from "./consulted-parties.ts";
import { consultedParties } from "./consulted-parties.ts";

/** What conditions read of a dossier. */
export interface DossierContent {
  readonly form: unknown;
  readonly channel: Channel;
  readonly submittedAt: string;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly records: Readonly<Record<string, unknown>>;
}

/** Facts at an instant. A question nobody answered is a no: a condition must not vanish because a box was left empty. */
export function factsAt(module: ProcedureModule, content: DossierContent, at: string): Facts {
  const unanswered = Object.fromEntries(Object.keys(module.procedure.questions ?? {}).map((id) => [id, false]));
  return {
    form: content.form,
    channel: content.channel,
    today: localDate(at),
    submittedOn: localDate(content.submittedAt),
    steps: content.records,
    ask: { ...unanswered, ...content.answers },
  };
}

/** One boolean for each conditional step: whether it is entered. A consultation with nobody to ask is not. */
export function routeFacts(module: ProcedureModule, facts: Facts, reach: Reach): Readonly<Record<string, boolean>> {
  const steps = Object.entries(module.procedure.workflow.steps).filter(([, step]) => isConditional(step));
  return Object.fromEntries(
    steps.map(([id, step]) => {
      const holds = evaluate(module, `/workflow/steps/${id}/when`, facts, step.when === undefined);
      const asks = step.kind !== "consult" || consultedParties(module, id, { facts, reach }).length > 0;
      return [whenFact(id), holds && asks];
    }),
  );
}
