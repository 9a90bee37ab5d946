import type { FormIr, NodeIr } from "../form/form-ir.ts";
import type { GeneratedFile } from "../generate-sdk.ts";
import { type ModuleText, printImport } from "../print/module-text.ts";

/** A file of `shared/` that exports one thing. */
export interface SharedPart extends GeneratedFile {
  /** Name it is exported by. */
  readonly name: string;
}

/** Name of the definition at a node. */
export function definitionAt([node]: readonly NodeIr[]): string {
  return node?.pointer.split("/").at(-1) ?? "";
}

/** A module that takes something of definitions from `shared/`. */
export interface SharedUse {
  readonly form: FormIr;
  readonly module: ModuleText;
  /** `shared/`, seen from the module. */
  readonly from: string;
  /** Definitions that are the procedure's own: they stay in the module. @default none */
  readonly own?: ReadonlySet<string>;
  /** The file of the definition at one node, after those it imports. */
  readonly filesOf: (form: FormIr, nodes: readonly NodeIr[]) => readonly SharedPart[];
}

/**
 * What a module takes of the definitions that many forms have, each from a file named by its content: a page with two
 * procedures carries it once, and it is worked out once. Forms alone: what a definition means there depends on nothing
 * around it, and none contains itself.
 */
export class SharedDefinitions {
  readonly #use: SharedUse;
  readonly #names = new Map<string, string>();
  readonly #lines: string[] = [];
  readonly #files = new Map<string, GeneratedFile>();

  constructor(use: SharedUse) {
    this.#use = use;
  }

  /** Name, in the module, of what stands elsewhere of a definition; `undefined` where it is to be written in the module. */
  nameOf(definition: string, wanted?: string): string | undefined {
    const known = this.#names.get(definition);
    const { form, module, from, filesOf, own } = this.#use;
    const node = own?.has(definition) === true ? undefined : form.definitions[definition];
    if (known !== undefined || node === undefined || form.dialect !== "form" || !/^\w+$/.test(definition)) return known;
    const files = filesOf(form, [node]);
    for (const file of files) this.#files.set(file.path, file);
    const { name = "", path = "" } = files.at(-1) ?? {};
    const local = module.take(wanted ?? name);
    this.#names.set(definition, local);
    this.#lines.push(printImport([local === name ? name : `${name} as ${local}`], from + path.slice("shared/".length)));
    return local;
  }

  /** Names that were given. */
  names(): readonly string[] {
    return [...this.#names.values()];
  }

  /** Lines that import what was named. */
  imports(): readonly string[] {
    return this.#lines;
  }

  /** What the module needs beside it, each file once. */
  files(): readonly GeneratedFile[] {
    return [...this.#files.values()];
  }
}
