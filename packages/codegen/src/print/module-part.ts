import { ModuleText } from "./module-text.ts";

/** A text with places for names that a module gives. */
interface Template {
  readonly texts: readonly string[];
  /** Which name stands between one text and the next. */
  readonly names: readonly number[];
}

/** What a part does to a module, in order. All but `use` and `write` give a name. */
type Step =
  | { readonly kind: "use"; readonly name: string }
  | { readonly kind: "take"; readonly wanted: string }
  | { readonly kind: "hoist"; readonly wanted: string; readonly text: Template; readonly from: string | undefined }
  | { readonly kind: "other"; readonly id: string }
  | { readonly kind: "write"; readonly text: Template };

/**
 * A part of a module that is worked out once and written into many: forms have definitions in common. Every module gives it
 * names of its own, the same it would give if the part were worked out for it alone.
 */
export class ModulePart {
  readonly #steps: readonly Step[];
  readonly #result: number;

  /** @param result the name that the last step to give it gave */
  constructor({ steps, result }: { readonly steps: readonly Step[]; readonly result: number }) {
    this.#steps = steps;
    this.#result = result;
  }

  /** Writes the part; `other` gives the name of another part, written where it is not yet. */
  writeInto(module: ModuleText, other: (id: string) => string): string {
    const names: string[] = [];
    for (const step of this.#steps) {
      if (step.kind === "use") module.use(step.name);
      else if (step.kind === "take") names.push(module.take(step.wanted));
      else if (step.kind === "hoist") names.push(module.hoist(step.wanted, filled(step.text, names), step.from));
      else if (step.kind === "other") names.push(other(step.id));
      else module.write(filled(step.text, names));
    }
    return names[this.#result] ?? "";
  }
}

function filled({ texts, names }: Template, given: readonly string[]): string {
  let text = texts[0] ?? "";
  for (let index = 0; index < names.length; index += 1) text += (given[names[index] ?? 0] ?? "") + (texts[index + 1] ?? "");
  return text;
}

/** A module that notes what is asked of it. The names it gives are places for those that other modules will give. */
export class RecordedText extends ModuleText {
  readonly #steps: Step[] = [];
  readonly #mark: string;
  readonly #known = new Map<string, string>();
  #given = 0;

  /** @param source what the texts are made from: nothing in it looks like a name that is given here */
  constructor(source: unknown, override readonly words = true) {
    super();
    const text = JSON.stringify(source);
    let number = 0;
    while (text.includes(`$${number}_`)) number += 1;
    this.#mark = `$${number}_`;
  }

  override use(name: string): string {
    this.#steps.push({ kind: "use", name });
    return name;
  }

  override take(wanted: string): string {
    this.#steps.push({ kind: "take", wanted });
    return this.#name();
  }

  override hoist(wanted: string, text: string, from?: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#steps.push({ kind: "hoist", wanted, text: this.#template(text), from });
    const name = this.#name();
    this.#known.set(text, name);
    return name;
  }

  override write(text: string): void {
    this.#steps.push({ kind: "write", text: this.#template(text) });
  }

  /** The name of another part. */
  other(id: string): string {
    const key = `\u0000${id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#steps.push({ kind: "other", id });
    const name = this.#name();
    this.#known.set(key, name);
    return name;
  }

  /** What was noted. `result` is the name of what was written. */
  part(result: string): ModulePart {
    return new ModulePart({ steps: this.#steps, result: this.#template(result).names[0] ?? 0 });
  }

  /** A text with its names as places. */
  #template(text: string): Template {
    const [first = "", ...rest] = text.split(this.#mark);
    const ends = rest.map((part) => part.indexOf("$"));
    return { texts: [first, ...rest.map((part, index) => part.slice((ends[index] ?? 0) + 1))], names: rest.map((part, index) => Number(part.slice(0, ends[index]))) };
  }

  #name(): string {
    this.#given += 1;
    return `${this.#mark}${this.#given - 1}$`;
  }
}

/** Parts of definitions. A definition that is met for the first time may be of one form alone: it is worked out for that form. */
export class KnownParts<Definition extends object> {
  readonly #known = new WeakMap<Definition, ModulePart>();
  readonly #met = new WeakSet<Definition>();

  /** The part of a definition that was met before; `work` gives it. */
  of(definition: Definition, work: () => ModulePart | undefined): ModulePart | undefined {
    const known = this.#known.get(definition);
    if (known !== undefined || !this.#met.has(definition)) {
      this.#met.add(definition);
      return known;
    }
    const part = work();
    if (part !== undefined) this.#known.set(definition, part);
    return part;
  }
}
