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

/** Facts at an instant. A question nobody answered is a no, a record nobody made is empty: a condition must not vanish because of what is not there yet. */
export function factsAt(module: ProcedureModule, content: DossierContent, at: string): Facts {
  const unanswered = Object.fromEntries(Object.keys(module.procedure.questions ?? {}).map((id) => [id, false]));
  const unrecorded = Object.entries(module.procedure.workflow.steps).flatMap(([id, step]) => ("record" in step && step.record !== undefined ? [[id, {}] as const] : []));
  return {
    form: content.form,
    channel: content.channel,
    today: localDate(at),
    submittedOn: localDate(content.submittedAt),
    steps: { ...Object.fromEntries(unrecorded), ...content.records },
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
