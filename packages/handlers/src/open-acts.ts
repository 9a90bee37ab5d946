import type { Actor, DossierState } from "@motcua/dossier";
import { feesToPay, mayWithdraw, refundsDue, runningDue } from "@motcua/dossier";
import type { ProcedureModule } from "@motcua/procedure";
import type { Act } from "./handlers.ts";
import type { StoredDossier } from "./ports/dossier-store.ts";
import type { Person } from "./rights.ts";
import { actorAsApplicant, actorAsIntake, actorAsSigner } from "./rights.ts";

/** An act that belongs to no task. */
export type FreeAct = Exclude<Act, { readonly task: string }>["act"];

interface Seen {
  readonly state: DossierState;
  readonly module: ProcedureModule;
}

interface FreeActRule {
  /** As whom a person does it; `undefined` where they may not. */
  readonly actor: (person: Person, seen: Seen) => Actor | undefined;
  /** Whether the dossier stands where it can be done. */
  readonly open: (seen: Seen) => boolean;
}

const isUnpaid = ({ state }: Seen) => feesToPay(state.payments).length > 0;

/** Who may do an act without a task, and when. The unit that took the dossier in collects its fees and gives back what is given back. */
const RULES: Readonly<Record<FreeAct, FreeActRule>> = {
  supplement: { actor: actorAsApplicant, open: ({ state }) => state.phase === "supplement" },
  withdraw: {
    actor: actorAsApplicant,
    open: ({ state, module }) => mayWithdraw(module.procedure, state),
  },
  rate: {
    actor: actorAsOwner,
    open: ({ state }) => state.phase === "returned" && state.rating === undefined,
  },
  "record-payment": { actor: actorAsIntake, open: isUnpaid },
  "record-refund": { actor: actorAsIntake, open: ({ state }) => refundsDue(state.payments).length > 0 },
  "waive-fee": { actor: actorAsIntake, open: isUnpaid },
  "revoke-withdrawal": { actor: actorAsApplicant, open: isWithdrawalOpen },
  "confirm-withdrawal": { actor: actorAsIntake, open: isWithdrawalOpen },
  "recompute-due": {
    actor: actorAsSigner,
    open: ({ state }) => state.acceptedAt !== undefined && state.due !== undefined && runningDue(state) !== undefined,
  },
};

/** As whom a person does an act that belongs to no task; `undefined` where they may not. */
export function actorOfFreeAct(act: FreeAct, person: Person, seen: Seen): Actor | undefined {
  return RULES[act].actor(person, seen);
}

/** The acts without a task that a person may do in a dossier as it stands; none once its personal record was erased. */
export function openActs(person: Person, { state, personal }: StoredDossier, module: ProcedureModule): readonly FreeAct[] {
  if (personal === undefined) return [];
  const seen = { state, module };
  return (Object.keys(RULES) as FreeAct[]).filter((act) => RULES[act].open(seen) && RULES[act].actor(person, seen) !== undefined);
}

/** Whether an accepted dossier was withdrawn and its unit has not closed that yet. */
function isWithdrawalOpen({ state: { phase, acceptedAt, withdrawalConfirmed } }: Seen): boolean {
  return phase === "withdrawn" && acceptedAt !== undefined && withdrawalConfirmed !== true;
}

/** Officers rate nothing in an applicant's name. */
function actorAsOwner(person: Person, seen: Seen): Actor | undefined {
  const actor = actorAsApplicant(person, seen);
  return actor?.kind === "applicant" ? actor : undefined;
}
