import { indexOf } from "../form/whole-predicates.ts";
import type { FormIr } from "../form/form-ir.ts";
import type { GeneratedFile } from "../generate-sdk.ts";
import { ModuleText, printImport } from "../print/module-text.ts";
import { RUNTIME } from "../runtime-names.ts";
import { type PlacedRefusal, PredicateEmitter, type Reached } from "../standard/predicate-emitter.ts";
import type { Place } from "../standard/schema.ts";
import type { SchemaIndex } from "../standard/schema-index.ts";
import { SHARED, sharedFile } from "./shared-file.ts";

/** A module that is being written, and the emitter of its predicates. */
export interface PredicateModule {
  readonly module: ModuleText;
  readonly emitter: PredicateEmitter;
  /** Lines that import what stands elsewhere. */
  readonly imports: () => readonly string[];
}

interface SharedPredicate extends GeneratedFile {
  /** Name it is exported by. */
  readonly name: string;
  /** JSON Pointer of its definition in the form. */
  readonly pointer: string;
}

/**
 * Predicates of the definitions that many forms have, an address or an identity paper, each in a file named by its content:
 * a page with two procedures carries it once. Forms alone: what a definition means there depends on nothing around it, and
 * none contains itself.
 */
export class SharedPredicates {
  /** What cannot be honoured in what is shared. */
  readonly refused: PlacedRefusal[] = [];
  readonly #index: SchemaIndex;
  readonly #form: Pick<FormIr, "schema" | "dialect" | "documents">;
  readonly #isForm: boolean;
  readonly #files = new Map<string, SharedPredicate>();

  constructor(form: Pick<FormIr, "schema" | "dialect" | "documents">, index = indexOf(form)) {
    this.#index = index;
    this.#form = form;
    this.#isForm = form.dialect === "form";
  }

  /** A module whose predicates may stand in `shared/`, seen from `from`; that of the definition at `own` is written in it. */
  module(from: string, reserved: readonly string[], own?: string): PredicateModule {
    const module = new ModuleText(RUNTIME, new Set(reserved));
    const lines: string[] = [];
    const elsewhere = ({ place }: Reached): string | undefined => {
      if (!this.#isForm || place.pointer === own || !isShared(place)) return undefined;
      const { path, name } = this.#file(place);
      const local = module.take(name);
      lines.push(printImport([local === name ? name : `${name} as ${local}`], `${from}${path.slice("shared/".length)}`));
      return local;
    };
    const emitter = new PredicateEmitter(module, this.#index, { asserts: this.#isForm, elsewhere });
    return { module, emitter, imports: () => [...(module.imported().length === 0 ? [] : [printImport(module.imported(), "@motcua/client/runtime")]), ...lines] };
  }

  files(): readonly GeneratedFile[] {
    return [...this.#files.values()];
  }

  #file(place: Place): SharedPredicate {
    const known = this.#files.get(place.pointer);
    if (known !== undefined) return known;
    const files = knownFiles.get(place.schema as object) ?? this.#filesOf(place);
    for (const file of files) this.#files.set(file.pointer, file);
    return files.at(-1) as SharedPredicate;
  }

  /** The file of a definition, after those it imports. Compiled forms that have a definition in common have the same frozen object. */
  #filesOf(place: Place): readonly SharedPredicate[] {
    const inside = new SharedPredicates(this.#form, this.#index);
    const file = inside.#write(place);
    const files = [...inside.#files.values(), file];
    this.refused.push(...inside.refused);
    if (Object.isFrozen(place.schema) && inside.refused.length === 0) knownFiles.set(place.schema as object, files);
    return files;
  }

  #write(place: Place): SharedPredicate {
    const definition = place.pointer.slice(DEFINITIONS.length);
    const { module, emitter, imports } = this.module("./", [], place.pointer);
    const name = emitter.predicate({ ...emitter.root(), place });
    this.refused.push(...emitter.refused);
    const text = [`// ${definition}: whether a value is one.`, SHARED, ...imports(), "", module.parts().join("\n").trimStart(), "", `export { ${name} };`, ""].join("\n");
    return { ...sharedFile(`is-${definition}`, text), name, pointer: place.pointer };
  }
}

const knownFiles = new WeakMap<object, readonly SharedPredicate[]>();

const DEFINITIONS = "/$defs/";

function isShared({ pointer }: Place): boolean {
  return /^\/\$defs\/\w+$/.test(pointer);
}
