import type { StepKind } from "@motcua/procedure";

/** Gives out names in the order in which they are asked for. */
export interface CanonicalNames {
  /** `task_1`, `task_2`, …: a new one at every call. */
  readonly state: (kind: StepKind) => string;
  /** `w1`, `w2`, …: the same one for the same fact. */
  readonly fact: (fact: string) => string;
  /** The facts named so far. */
  readonly facts: () => Readonly<Record<string, string>>;
}

/** Names for one machine. */
export function canonicalNames(): CanonicalNames {
  const counts = new Map<StepKind, number>();
  const facts = new Map<string, string>();
  return {
    state: (kind) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${kind}_${count}`;
    },
    fact: (fact) => {
      const name = facts.get(fact) ?? `w${facts.size + 1}`;
      facts.set(fact, name);
      return name;
    },
    facts: () => Object.fromEntries(facts),
  };
}
