import type { Actor, DossierState, OpenedTask } from "@motcua/dossier";
import type { ProcedureModule, Step } from "@motcua/procedure";
import type { Membership } from "./ports/people.ts";

/** A person before a dossier: who they are and what they may act as, as read from the table. */
export interface Person {
  readonly sub: string;
  readonly memberships: readonly Membership[];
}

/** Whether the dossier was submitted from this person's account. */
export function isOwner(person: Person, state: DossierState): boolean {
  return state.account !== undefined && state.account === person.sub;
}

/** Whether a person belongs to the unit that received the dossier. */
export function isReceiver(person: Person, state: DossierState): boolean {
  return person.memberships.some((membership) => membership.unit === state.receivingUnit);
}

/** Whether a person may see the dossier: its owner and its officers. */
export function maySee(person: Person, state: DossierState): boolean {
  return isOwner(person, state) || isItsOfficer(person, state);
}

/** Whether a person belongs to a unit that deals with the dossier: the receiving, the competent or a consulted one. */
export function isItsOfficer(person: Person, state: DossierState): boolean {
  const units = new Set([state.receivingUnit, state.competentUnit]);
  for (const task of Object.values(state.tasks)) {
    if ("unit" in task.assignee && task.assignee.unit !== undefined) units.add(task.assignee.unit);
  }
  return person.memberships.some((membership) => units.has(membership.unit));
}

/** After the end of a dossier, those who were asked look back this long: as long as its decision can be complained of. @see Law on Complaints 02/2011/QH13, Article 9 */
const LOOK_BACK_MS = 90 * 24 * 3_600_000;

/** The unit as whose officer a person may look back at what the unit answered in a dossier that is not theirs to see otherwise. */
export function consultedAs(person: Person, { consulted = {}, endedAt }: DossierState, now: Date): string | undefined {
  if (endedAt !== undefined && now.getTime() > Date.parse(endedAt) + LOOK_BACK_MS) return undefined;
  return person.memberships.find(({ unit }) => Object.hasOwn(consulted, unit))?.unit;
}

/** As whom a person may act on an open task; `undefined` when the task is not theirs. */
export function actorOnTask(person: Person, task: OpenedTask, dossier: { readonly state: DossierState; readonly module: ProcedureModule }): Actor | undefined {
  const { assignee } = task;
  switch (assignee.kind) {
    case "role":
      return officer(person, (membership) => membership.unit === assignee.unit && membership.role === assignee.role);
    case "unit":
      return officer(person, (membership) => membership.unit === assignee.unit);
    case "applicant":
      return actorAsApplicant(person, dossier);
    case "clock":
      return officer(person, (membership) => mayEndWait(membership, assignee, { step: dossier.module.procedure.workflow.steps[task.step], ...dossier }));
    case "system":
      return undefined;
  }
}

/**
 * As whom a person may do what only the applicant may: the owner of the account, or, for a dossier handed in
 * without an account, the receiving unit's intake officer, who enters what the applicant brings to the counter.
 */
export function actorAsApplicant(person: Person, { state, module }: { readonly state: DossierState; readonly module: ProcedureModule }): Actor | undefined {
  if (isOwner(person, state)) return { kind: "applicant", id: person.sub };
  return state.account === undefined ? actorAsIntake(person, { state, module }) : undefined;
}

/** As an intake officer of the unit that received the dossier. */
export function actorAsIntake(person: Person, { state, module }: { readonly state: DossierState; readonly module: ProcedureModule }): Actor | undefined {
  const role = intakeRole(module);
  return officer(person, (membership) => membership.unit === state.receivingUnit && membership.role === role);
}

/** As an officer who signs for the competent unit. */
export function actorAsSigner(person: Person, { state, module }: { readonly state: DossierState; readonly module: ProcedureModule }): Actor | undefined {
  const signing = new Set(Object.values(module.procedure.workflow.steps).flatMap((step) => (step.kind === "sign" ? [step.role] : [])));
  return officer(person, (membership) => membership.unit === state.competentUnit && signing.has(membership.role));
}

/** The role that takes dossiers in. */
export function intakeRole(module: ProcedureModule): string | undefined {
  for (const step of Object.values(module.procedure.workflow.steps)) if (step.kind === "intake") return step.role;
  return undefined;
}

/** A wait is its role's, in the unit the task names; in logs of old, which name none, the receiving or the competent one. */
function mayEndWait(membership: Membership, { unit }: { readonly unit?: string }, { step, state, module }: { readonly step: Step | undefined; readonly state: DossierState; readonly module: ProcedureModule }): boolean {
  if (step === undefined || !("role" in step) || membership.role !== step.role) return false;
  const side = module.procedure.roles[step.role]?.unit === "receiving" ? state.receivingUnit : state.competentUnit;
  return membership.unit === (unit ?? side);
}

function officer(person: Person, matches: (membership: Membership) => boolean): Actor | undefined {
  const fitting = person.memberships.filter(matches);
  // Whoever holds a role themselves acts for nobody else in it.
  const membership = fitting.find(({ onBehalfOf }) => onBehalfOf === undefined) ?? fitting[0];
  if (membership === undefined) return undefined;
  const { unit, role, onBehalfOf } = membership;
  return { kind: "officer", id: person.sub, unit, role, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}
