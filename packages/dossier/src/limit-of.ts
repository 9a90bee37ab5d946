import { durationOf, legalLimit, type LegalLimit } from "./deadlines.ts";
import type { Unfolding } from "./unfolding.ts";

/** The legal limit of a dossier as it stands, or by another finding. */
export function limitOf({ procedure, state, context }: Pick<Unfolding, "procedure" | "state" | "context">, finding = state.finding): LegalLimit {
  return legalLimit(procedure, { case: state.case, channel: state.channel, ...(finding === undefined ? {} : { finding }) }, context.localLimits);
}

/** The limit of the acceptance clock. @throws RangeError where the procedure has none */
export function acceptanceLimit({ procedure }: Pick<Unfolding, "procedure">): LegalLimit {
  const { acceptance } = procedure.clock;
  if (acceptance === undefined) throw new RangeError("there is no acceptance limit to count again");
  return { limit: durationOf(acceptance) };
}
