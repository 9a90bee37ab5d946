import type { Result } from "@motcua/procedure";
import { ok, refused, type Problem } from "@motcua/procedure";
import { dutiesOf } from "../duties.ts";
import type { Caller, SubstitutionOffer, SubstitutionsView, WantedSubstitution } from "../handlers.ts";
import { localDay, localInstant } from "../local-day.ts";
import { nfc } from "../nfc.ts";
import type { Membership, Substitution } from "../ports/people.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";

/** Longest substitution, in days: who is away for longer is replaced by the administrator. */
const MOST_DAYS = 180;
/** Days an offer may be taken on. */
const OFFER_DAYS = 7;
const DAY_MS = 24 * 3_600_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const offerKey = (id: string) => `substitution:${id}`;

/**
 * Who will be away offers a duty of their own to whoever acts for them: nothing changes before a colleague takes it on. The
 * id is unguessable: it is the address they are given.
 */
export async function offerSubstitution(ports: Ports, caller: Caller, sent: WantedSubstitution): Promise<Result<{ readonly id: string }>> {
  const wanted = nfc(sent);
  const today = localDay(ports.clock.now());
  const problems = [...(holdsOwn(await ports.people.memberships(caller.sub), wanted, today) ? [] : [problem("substitution-not-yours", "/role")]), ...dateProblems(wanted, today), ...(wanted.decision.trim() === "" ? [problem("substitution-decision", "/decision")] : [])];
  if (problems.length > 0) return { ok: false, problems };
  const { unit, role, validFrom, validTo, decision } = wanted;
  const id = ports.random(16);
  const offer = { id, absent: caller.sub, unit, role, validFrom, validTo, decision: decision.trim() };
  await ports.sessions.put(offerKey(id), offer, new Date(ports.clock.now().getTime() + OFFER_DAYS * DAY_MS).toISOString());
  return ok({ id });
}

/** An offer as a colleague of the unit sees it; to others there is none. */
export async function substitutionOffer(ports: Ports, caller: Caller, id: string): Promise<Result<SubstitutionOffer>> {
  const offer = (await ports.sessions.get(offerKey(id))) as Offer | undefined;
  const today = localDay(ports.clock.now());
  if (offer === undefined || offer.validTo < today) return refused(problem("substitution-offer-gone"));
  const colleague = (await dutiesOf(ports, caller.sub)).some(({ unit, onBehalfOf }) => unit === offer.unit && onBehalfOf === undefined);
  if (!colleague) return refused(problem("substitution-offer-gone"));
  const name = await ports.people.name(offer.absent);
  return ok({ ...offer, own: offer.absent === caller.sub, ...(name === undefined ? {} : { absentName: name }) });
}

/** A colleague takes the duty on: from its first day on they act in it, and every log says for whom. Taking it on twice is once. */
export async function takeSubstitution(ports: Ports, caller: Caller, id: string): Promise<Result<Substitution>> {
  const found = await substitutionOffer(ports, caller, id);
  if (!found.ok) return found;
  const { own, absentName: _, ...offer } = found.value;
  if (own) return refused(problem("substitution-by-oneself"));
  const taken = (await ports.people.substitutions(offer.absent)).find((each) => each.id === id);
  if (taken !== undefined) return taken.substitute === caller.sub ? ok(taken) : refused(problem("substitution-offer-gone"));
  if (!holdsOwn(await ports.people.memberships(offer.absent), offer, localDay(ports.clock.now()))) return refused(problem("substitution-offer-gone"));
  const substitution: Substitution = { ...offer, substitute: caller.sub, takenAt: localInstant(ports.clock.now()) };
  await ports.people.addSubstitution(substitution);
  ports.log({ level: "info", event: "substitution-taken", unit: offer.unit, role: offer.role, from: offer.validFrom, to: offer.validTo });
  return ok(substitution);
}

/** Either of the two ends a substitution before its last day; ending it twice is once. */
export async function endSubstitution(ports: Ports, caller: Caller, { absent, id }: Pick<Substitution, "absent" | "id">): Promise<Result<{ readonly ended: true }>> {
  const found = (await ports.people.substitutions(absent)).find((each) => each.id === id);
  if (found === undefined || ![found.absent, found.substitute].includes(caller.sub)) return refused(problem("substitution-offer-gone"));
  await ports.people.endSubstitution({ absent, id, endedAt: localInstant(ports.clock.now()) });
  ports.log({ level: "info", event: "substitution-ended", unit: found.unit, role: found.role });
  return ok({ ended: true });
}

/** A person's own duties, what others do for them, and what they do for others; what is over is left out but in the record. */
export async function substitutionsOf(ports: Ports, caller: Caller): Promise<SubstitutionsView> {
  const today = localDay(ports.clock.now());
  const [memberships, given] = await Promise.all([ports.people.memberships(caller.sub), ports.people.substitutions(caller.sub)]);
  const current = memberships.filter(({ validTo = today }) => validTo >= today);
  const named = async (sub: string) => (await ports.people.name(sub)) ?? "";
  return {
    own: current.filter(({ onBehalfOf }) => onBehalfOf === undefined),
    given: await Promise.all(given.map(async (each) => ({ ...each, substituteName: await named(each.substitute), over: each.endedAt !== undefined || each.validTo < today }))),
    taken: await Promise.all(current.flatMap((each) => (each.onBehalfOf === undefined ? [] : [{ ...each, onBehalfOf: each.onBehalfOf }])).map(async (each) => ({ ...each, absentName: await named(each.onBehalfOf) }))),
  };
}

type Offer = Omit<Substitution, "substitute" | "takenAt" | "endedAt">;

/** Whether a person holds a duty themselves, now or later: what they do for others they hand on to nobody. */
function holdsOwn(memberships: readonly Membership[], { unit, role }: Pick<Membership, "unit" | "role">, today: string): boolean {
  return memberships.some((each) => each.unit === unit && each.role === role && each.onBehalfOf === undefined && (each.validTo ?? today) >= today);
}

function dateProblems({ validFrom, validTo }: WantedSubstitution, today: string): readonly Problem[] {
  const [from, to] = [dayTime(validFrom), dayTime(validTo)];
  if (from === undefined) return [problem("substitution-dates", "/validFrom")];
  if (to === undefined || to < from || validTo < today || (to - from) / DAY_MS >= MOST_DAYS) return [problem("substitution-dates", "/validTo")];
  return [];
}

/** Milliseconds of a day that exists. */
function dayTime(day: string): number | undefined {
  const time = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? undefined : time;
}
