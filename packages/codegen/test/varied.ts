import fc from "fast-check";

/** Values seen in samples by the key they stand under: what may take each other's place. */
export type ValuesByKey = ReadonlyMap<string, readonly unknown[]>;

/** Collects the values of forms and records by their keys. */
export function valuesByKey(forms: readonly unknown[]): ValuesByKey {
  const found = new Map<string, unknown[]>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      for (const [key, inside] of Object.entries(value)) {
        found.set(key, [...(found.get(key) ?? []), inside]);
        visit(inside);
      }
    }
  };
  forms.forEach(visit);
  return found;
}

/** A form as another citizen may have left it: fields missing, values of other forms, other days, other numbers. Types stay. */
export function varied(form: unknown, values: ValuesByKey): fc.Arbitrary<unknown> {
  const die = fc.noBias(fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 })));
  return fc.array(die, { minLength: 97, maxLength: 97 }).map((dice) => {
    let thrown = 0;
    const vary = (value: unknown, key: string): unknown => {
      const [chance, pick] = dice[thrown++ % dice.length] ?? [999, 0];
      if (chance < 40 && key !== "") return undefined;
      const others = values.get(key) ?? [];
      if (chance < 160 && others.length > 0) return others[pick % others.length];
      if (chance < 260) return replacement(value, pick);
      if (Array.isArray(value)) return [...value, ...(chance < 600 ? value : [])].map((entry) => vary(entry, key)).filter((entry) => entry !== undefined);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, vary(inside, name)] as const).filter(([, inside]) => inside !== undefined));
    };
    return vary(form, "") ?? {};
  });
}

const DAYS = ["2026-10-05", "2026-02-28", "2024-02-29", "2008-01-01", "1931-12-31", "2030-01-01", "2026-10", "1960", "2026-02-30"];

/** Another value of the same type. */
function replacement(value: unknown, pick: number): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return Number.isInteger(value) ? [0, 1, 2, 7, 12, 250, -1][pick % 7] : [2.4, 500.5, 0.5, -1.5][pick % 4];
  if (value === "nam" || value === "nu") return value === "nam" ? "nu" : "nam";
  if (typeof value === "string" && /^\d{12}$/.test(value)) return `${value.slice(0, 3)}${pick % 10}${value.slice(4)}`;
  if (typeof value === "string") return /^\d{4}(-|$)/.test(value) ? DAYS[pick % DAYS.length] : value.repeat(1 + (pick % 3));
  return value;
}
