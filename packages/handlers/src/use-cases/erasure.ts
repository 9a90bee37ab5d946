import type { Actor, DossierState, ErasureReason, EventBody } from "@motcua/dossier";
import type { Problem, Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { commitOf } from "../commit-of.ts";
import { dutiesOf } from "../duties.ts";
import type { Caller } from "../handlers.ts";
import { localInstant } from "../local-day.ts";
import { namesSomebody } from "../names-somebody.ts";
import { nfc } from "../nfc.ts";
import type { StoredDossier } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import type { Membership } from "../ports/people.ts";
import { problem } from "../problem-table.ts";
import { PROVINCE_ROLES, provinceUnit } from "../province-roles.ts";
import { erase } from "./erase.ts";

/** What somebody does about the erasure of a dossier's personal data. */
export type ErasureStep =
  | { readonly step: "request"; readonly basis: string; readonly law: string; readonly reason: ErasureReason }
  | { readonly step: "approve" }
  | { readonly step: "reject" };

/**
 * Personal data of a dossier that has ended are erased by two people who answer for them (`bao_ve_du_lieu`): one asks, with
 * the decision, the provision and the reason, which go into the log for ever; another approves, and they are gone.
 */
export async function erasure(ports: Ports, caller: Caller, { code, wanted }: { readonly code: string; readonly wanted: ErasureStep }): Promise<Result<{ readonly state: DossierState }>> {
  const [stored, memberships] = await Promise.all([ports.dossiers.load(code), dutiesOf(ports, caller.sub)]);
  const actor = stored === undefined ? undefined : protector(ports, { sub: caller.sub, memberships }, stored.state);
  if (stored === undefined || actor === undefined) return refused(problem("not-found"));
  if (stored.state.endedAt === undefined) return refused(problem("not-ended-yet"));
  if (wanted.step === "request") return request(ports, { stored, actor }, nfc(wanted));
  // What was approved and cut short is finished by whoever asks again.
  if (wanted.step === "approve" && stored.personal === undefined) return erase(ports, { code, actor, basis: "", law: "", reason: "ordered" });
  return decided(ports, { stored, actor }, wanted.step);
}

interface Asked {
  readonly stored: StoredDossier;
  readonly actor: Actor;
}

async function request(ports: Ports, asked: Asked, { basis, law, reason }: Extract<ErasureStep, { step: "request" }>): Promise<Result<{ readonly state: DossierState }>> {
  const { state, personal } = asked.stored;
  if (personal === undefined) return refused(problem("erased-already"));
  if (state.erasure !== undefined) return refused(problem("erasure-pending"));
  const texts = Object.entries({ basis, law });
  const problems: Problem[] = [
    ...texts.filter(([, text]) => text.trim() === "").map(([name]) => problem("erasure-basis", `/${name}`)),
    ...texts.filter(([, text]) => namesSomebody(text, personal)).map(([name]) => problem("erasure-names-somebody", `/${name}`)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return write(ports, asked, { command: "request-erasure", event: { type: "erasure-requested", basis: basis.trim(), law: law.trim(), reason } });
}

/** Nobody decides on their own request, and nobody for them. */
async function decided(ports: Ports, asked: Asked, step: "approve" | "reject"): Promise<Result<{ readonly state: DossierState }>> {
  const { stored: { state }, actor } = asked;
  const { erasure: pending } = state;
  if (pending === undefined) return refused(problem("erasure-not-requested"));
  if ([actor.id, actor.onBehalfOf].some((sub) => sub !== undefined && pending.requestedBy.includes(sub))) return refused(problem("erasure-four-eyes"));
  if (step === "reject") return write(ports, asked, { command: "reject-erasure", event: { type: "erasure-rejected" } });
  const { basis, law, reason } = pending;
  return erase(ports, { code: state.code, actor, basis, law, reason });
}

async function write(ports: Ports, { stored, actor }: Asked, { command, event }: { readonly command: string; readonly event: EventBody }): Promise<Result<{ readonly state: DossierState }>> {
  const { code } = stored.state;
  const writes = commitOf(stored, { type: command, actor, at: localInstant(ports.clock.now()) }, { code, decision: { events: [event] } });
  const outcome = await ports.dossiers.commit(writes);
  if (outcome.kind !== "committed") return refused(problem("busy"));
  ports.log({ level: "info", event: "committed", code, seq: writes.batch.seq, command });
  return ok({ state: writes.state });
}

/** As whom a person answers for the personal data of a dossier: of the unit that received it, or of the province. */
function protector({ province }: Pick<Ports, "province">, person: { readonly sub: string; readonly memberships: readonly Membership[] }, state: DossierState): Actor | undefined {
  const places = new Set([state.receivingUnit, provinceUnit(province)]);
  const fitting = person.memberships.filter(({ unit, role }) => role === PROVINCE_ROLES["data-protection"] && places.has(unit));
  const membership = fitting.find(({ onBehalfOf }) => onBehalfOf === undefined) ?? fitting[0];
  if (membership === undefined) return undefined;
  const { unit, role, onBehalfOf } = membership;
  return { kind: "officer", id: person.sub, unit, role, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}
