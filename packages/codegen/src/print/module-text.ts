import type { ModulePart } from "./module-part.ts";
import { Names } from "./names.ts";
import { oneLine } from "./one-line.ts";

/** Name, in a module, of what another module has of a definition; `undefined` where it is to be written. */
export type Elsewhere = (definition: string) => string | undefined;

/** Text of a module as it comes about: what it imports, its constants, its functions. Order is that of first use. */
export class ModuleText {
  readonly #names: Names;
  readonly #imports = new Set<string>();
  readonly #hoisted = new Map<string, string>();
  readonly #parts: string[] = [];

  /** Whether it says things to people: labels, messages, where a constant is from. */
  readonly words: boolean = true;

  /** @param reserved names the module gives to something else */
  constructor(...reserved: readonly ReadonlySet<string>[]) {
    this.#names = new Names(...reserved);
  }

  /** A name of the runtime, imported when it is used. */
  use(name: string): string {
    this.#imports.add(name);
    return name;
  }

  /** A name of the module's own. */
  take(wanted: string): string {
    return this.#names.take(wanted);
  }

  /** A constant, under a line that says where it is from. The same text is written once. */
  hoist(wanted: string, text: string, from?: string): string {
    const known = this.#hoisted.get(text);
    if (known !== undefined) return known;
    const name = this.#names.take(wanted);
    this.#hoisted.set(text, name);
    this.#parts.push(...(from === undefined || !this.words ? [] : [`// ${oneLine(from)}`]), `const ${name} = ${text};`);
    return name;
  }

  /** A part that was worked out before; `other` gives the name of another part. Gives the name of what it has written. */
  bring(part: ModulePart, other: (id: string) => string): string {
    return part.writeInto(this, other);
  }

  /** Anything else, in its place. */
  write(text: string): void {
    this.#parts.push(text);
  }

  /** Names imported so far, sorted. */
  imported(): readonly string[] {
    return [...this.#imports].sort();
  }

  /** Everything but imports, to be joined by line breaks. */
  parts(): readonly string[] {
    return this.#parts;
  }
}

/** Lines one step deeper. */
export function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === "" ? line : `  ${line}`));
}

/** An import of names, one line where it fits. */
export function printImport(names: readonly string[], from: string): string {
  return named("import", names, ` from ${JSON.stringify(from)};`);
}

/** An export of names of the module, one line where it fits. */
export function printExport(names: readonly string[]): string {
  return named("export", names, ";");
}

function named(verb: string, names: readonly string[], end: string): string {
  const line = `${verb} { ${names.join(", ")} }${end}`;
  return line.length <= 120 ? line : `${verb} {\n${names.map((name) => `  ${name},`).join("\n")}\n}${end}`;
}
