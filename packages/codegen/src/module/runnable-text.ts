import type { ModulePart } from "../print/module-part.ts";
import { ModuleText } from "../print/module-text.ts";
import { RESERVED } from "./emit-running.ts";

/** Functions in a text of their own, that many texts call: the checks of a definition that forms have in common. */
export interface RunnablePart {
  /** Body of a function of `runtime` and `parts`; it returns the check. */
  readonly text: string;
  /** What it calls, by the name it has in the text: the entries of `parts`. */
  readonly parts: RunnableParts;
}

/** Parts by the name a text has for them. */
export type RunnableParts = Readonly<Record<string, RunnablePart>>;

/**
 * Text that is run here and not kept: without words, and with what definitions have in common in parts of its own. A part
 * is one object as long as the definition is: who has loaded it once need not load it again.
 */
export class RunnableText extends ModuleText {
  override readonly words = false;
  readonly #brought = new Map<ModulePart, string>();
  readonly #parts: Record<string, RunnablePart> = {};

  constructor() {
    super(RESERVED, new Set(["parts", "runtime"]));
  }

  override bring(part: ModulePart, other: (id: string) => string): string {
    const before = this.#brought.get(part);
    if (before !== undefined) return before;
    const apart = known.get(part) ?? this.#apart(part, other);
    if (apart === undefined) return part.writeInto(this, other);
    known.set(part, apart);
    const name = this.take("part$");
    this.#brought.set(part, name);
    this.#parts[name] = apart;
    return name;
  }

  /** The body of a function of `runtime` and `parts` that ends with `last`. */
  body(last: readonly string[]): RunnablePart {
    const [runtime, parts] = [this.imported().join(", "), Object.keys(this.#parts).join(", ")];
    return { text: ['"use strict";', `const { ${runtime} } = runtime;`, `const { ${parts} } = parts;`, ...this.parts(), ...last].join("\n"), parts: this.#parts };
  }

  /** The part as a text of its own; `undefined` where it calls what is written in this one. */
  #apart(part: ModulePart, other: (id: string) => string): RunnablePart | undefined {
    const inner = new RunnableText();
    let isWhole = true;
    const result = part.writeInto(inner, (id) => {
      const called = this.#parts[other(id)];
      const name = inner.take("part$");
      if (called === undefined) isWhole = false;
      else inner.#parts[name] = called;
      return name;
    });
    return isWhole ? inner.body([`return ${result};`]) : undefined;
  }
}

const known = new WeakMap<ModulePart, RunnablePart>();
