const RESERVED = new Set(
  ("arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in " +
    "instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield").split(" "),
);

/** Gives out JavaScript names, each once. */
export class Names {
  readonly #reserved: readonly ReadonlySet<string>[];
  /** Names that are taken, with the number from which the same name may be free again. */
  readonly #taken = new Map<string, number>();

  /** @param reserved names that are never given out; the sets are not copied */
  constructor(...reserved: readonly ReadonlySet<string>[]) {
    this.#reserved = [RESERVED, ...reserved];
  }

  /** `wanted` as an identifier, with a number behind it where that is taken. */
  take(wanted: string): string {
    const base = identifier(wanted);
    const known = this.#taken.get(base);
    if (known === undefined && this.#isFree(base)) {
      this.#taken.set(base, 2);
      return base;
    }
    for (let number = known ?? 2; ; number += 1) {
      const name = `${base}_${number}`;
      if (!this.#isFree(name)) continue;
      this.#taken.set(base, number + 1);
      this.#taken.set(name, 2);
      return name;
    }
  }

  #isFree(name: string): boolean {
    if (this.#taken.has(name)) return false;
    for (const names of this.#reserved) if (names.has(name)) return false;
    return true;
  }
}

function identifier(text: string): string {
  if (/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text)) return text;
  const plain = text.replace(/[^A-Za-z0-9_$]+/g, "_");
  return /^[A-Za-z_$]/.test(plain) ? plain : `_${plain}`;
}
