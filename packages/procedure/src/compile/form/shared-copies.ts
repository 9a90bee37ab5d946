/** A definition of a file: one object as long as the file is the same. */
export interface SharedDefinition {
  readonly key: string;
  readonly name: string;
}

/** What copies are made from. */
export interface CopySource<Definition extends SharedDefinition> {
  /** Names of definitions in the form, by key. */
  readonly names: ReadonlyMap<string, string>;
  /** What a definition refers to; `undefined` for what no other form has. */
  readonly refersTo: (definition: Definition) => readonly (Definition | undefined)[];
  /** The definition with its references rewritten. */
  readonly rewrite: (definition: Definition) => unknown;
}

interface Copy {
  readonly value: unknown;
  /** Copies of what it refers to. */
  readonly inside: readonly Copy[];
}

const copies = new WeakMap<SharedDefinition, Copy>();

/**
 * Definitions of shared files as forms have them. Where a definition and all it leads to keep their own names, it is one
 * object in every form: **the same object means the same, all it refers to included**. What a check or the generator finds of
 * it once therefore holds wherever it is met again.
 */
export class SharedCopies<Definition extends SharedDefinition> {
  readonly #source: CopySource<Definition>;
  readonly #found = new Map<Definition, Copy | undefined>();

  constructor(source: CopySource<Definition>) {
    this.#source = source;
  }

  /** The copy all forms have; `undefined` where this form needs one of its own. */
  of(definition: Definition): unknown {
    return this.#copyOf(definition)?.value;
  }

  #copyOf(definition: Definition): Copy | undefined {
    if (this.#found.has(definition)) return this.#found.get(definition);
    // Until it is found: what leads back to itself has none.
    this.#found.set(definition, undefined);
    const inside = this.#inside(definition);
    if (inside === undefined) return undefined;
    const before = copies.get(definition);
    const isSame = before !== undefined && before.inside.length === inside.length && before.inside.every((copy, index) => copy === inside[index]);
    const copy = isSame ? before : { value: this.#source.rewrite(definition), inside };
    copies.set(definition, copy);
    this.#found.set(definition, copy);
    return copy;
  }

  #inside(definition: Definition): readonly Copy[] | undefined {
    const { names, refersTo } = this.#source;
    if (names.get(definition.key) !== definition.name) return undefined;
    const found = refersTo(definition).map((target) => (target === undefined ? undefined : this.#copyOf(target)));
    return found.every((copy) => copy !== undefined) ? found : undefined;
  }
}
