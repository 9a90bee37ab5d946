import { durationOf, legalLimit, limitDue, type LegalLimit } from "./deadlines.ts";
import type { DossierState } from "./state.ts";
import type { Unfolding } from "./unfolding.ts";

type Told = Pick<Unfolding, "procedure" | "state" | "context">;

/** What changes the statutory limit of a dossier. */
export interface LimitChanges {
  readonly finding?: number | undefined;
  readonly agreed?: DossierState["agreed"];
}

/** The limit of a dossier as it stands, or with other changes: of a finding and an agreement, the one that gives more time. */
export function limitOf(story: Told, changes: LimitChanges = story.state, start: string = story.state.acceptedAt ?? story.state.submittedAt): LegalLimit {
  const { agreed } = changes;
  const legal = legalOf(story, changes);
  if (agreed === undefined) return legal;
  const longer = legalLimit(story.procedure, { ...story.state, agreed: agreed.limit }, story.context.localLimits);
  const { calendar } = story.context;
  return Date.parse(limitDue(start, legal, calendar).due) > Date.parse(limitDue(start, longer, calendar).due) ? legal : longer;
}

/** The limit without what was agreed. */
export function legalOf({ procedure, state, context }: Told, { finding }: LimitChanges = state): LegalLimit {
  return legalLimit(procedure, { case: state.case, channel: state.channel, ...(finding === undefined ? {} : { finding }) }, context.localLimits);
}

/** The limit of the acceptance clock. @throws RangeError where the procedure has none */
export function acceptanceLimit({ procedure }: Pick<Unfolding, "procedure">): LegalLimit {
  const { acceptance } = procedure.clock;
  if (acceptance === undefined) throw new RangeError("there is no acceptance limit to count again");
  return { limit: durationOf(acceptance) };
}
