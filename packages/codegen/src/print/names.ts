const RESERVED = new Set(
  ("arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in " +
    "instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield").split(" "),
);

/** Gives out JavaScript names, each once. */
export class Names {
  readonly #reserved: readonly ReadonlySet<string>[];
  readonly #taken = new Set<string>();
  /** Numbers from which a name may be free: those below are taken. */
  readonly #numbers = new Map<string, number>();

  /** @param reserved names that are never given out; the sets are not copied */
  constructor(...reserved: readonly ReadonlySet<string>[]) {
    this.#reserved = [RESERVED, ...reserved];
  }

  /** `wanted` as an identifier, with a number behind it where that is taken. */
  take(wanted: string): string {
    const base = identifier(wanted);
    for (let number = this.#numbers.get(base) ?? 1; ; number += 1) {
      const name = number === 1 ? base : `${base}_${number}`;
      if (this.#taken.has(name) || this.#isReserved(name)) continue;
      this.#taken.add(name);
      this.#numbers.set(base, number + 1);
      return name;
    }
  }

  #isReserved(name: string): boolean {
    for (const names of this.#reserved) if (names.has(name)) return true;
    return false;
  }
}

function identifier(text: string): string {
  if (/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text)) return text;
  const plain = text.replace(/[^A-Za-z0-9_$]+/g, "_");
  return /^[A-Za-z_$]/.test(plain) ? plain : `_${plain}`;
}
