import type { Attempts } from "../ports/attempts.ts";
import type { Membership, People, Sessions, Substitution } from "../ports/people.ts";

type Person = Parameters<People["put"]>[0];

/** People in memory. */
export function memoryPeople(): People {
  const kept = new Map<string, Person>();
  const arranged = new Map<string, readonly Substitution[]>();
  const change = (sub: string, to: (memberships: readonly Membership[]) => readonly Membership[]) => {
    const person = kept.get(sub);
    if (person !== undefined) kept.set(sub, { ...person, memberships: to(person.memberships) });
  };
  return {
    addSubstitution: async (substitution) => {
      const { id, absent, substitute, unit, role, validFrom, validTo } = substitution;
      const before = arranged.get(absent) ?? [];
      if (before.some((each) => each.id === id)) return;
      arranged.set(absent, [...before, substitution]);
      change(substitute, (memberships) => [...memberships, { unit, role, validFrom, validTo, onBehalfOf: absent, substitution: id }]);
    },
    substitutions: async (absent) => arranged.get(absent) ?? [],
    endSubstitution: async ({ absent, id, endedAt }) => {
      const found = arranged.get(absent)?.find((each) => each.id === id);
      if (found === undefined || found.endedAt !== undefined) return;
      arranged.set(absent, (arranged.get(absent) ?? []).map((each) => (each.id === id ? { ...each, endedAt } : each)));
      change(found.substitute, (memberships) => memberships.filter(({ substitution }) => substitution !== id));
    },
    memberships: async (sub) => kept.get(sub)?.memberships ?? [],
    name: async (sub) => kept.get(sub)?.name,
    put: async (person) => void kept.set(person.sub, person),
  };
}

/** Sessions in memory; what has expired is not given out any more. */
export function memorySessions(clock: { now(): Date }): Sessions {
  const kept = new Map<string, { readonly value: unknown; readonly expiresAt: string }>();
  return {
    get: async (id) => {
      const session = kept.get(id);
      return session === undefined || Date.parse(session.expiresAt) <= clock.now().getTime() ? undefined : structuredClone(session.value);
    },
    put: async (id, value, expiresAt) => void kept.set(id, { value: structuredClone(value), expiresAt }),
    remove: async (id) => void kept.delete(id),
  };
}

/** Counters of attempts in memory. */
export function memoryAttempts(): Attempts {
  const counts = new Map<string, number>();
  return {
    add: async (subject) => {
      const count = (counts.get(subject) ?? 0) + 1;
      counts.set(subject, count);
      return count;
    },
  };
}
