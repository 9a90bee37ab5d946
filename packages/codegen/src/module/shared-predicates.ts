import { indexOf } from "../form/whole-predicates.ts";
import type { FormIr } from "../form/form-ir.ts";
import type { GeneratedFile } from "../generate-sdk.ts";
import { ModuleText, printImport } from "../print/module-text.ts";
import { RUNTIME_NAMES } from "../runtime-names.ts";
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
  readonly #isForm: boolean;
  readonly #files = new Map<string, SharedPredicate>();

  constructor(form: FormIr) {
    this.#index = indexOf(form);
    this.#isForm = form.dialect === "form";
  }

  /** A module whose predicates may stand in `shared/`, seen from `from`; that of the definition at `own` is written in it. */
  module(from: string, reserved: readonly string[], own?: string): PredicateModule {
    const module = new ModuleText([...RUNTIME_NAMES, ...reserved]);
    const lines: string[] = [];
    const elsewhere = ({ place }: Reached): string | undefined => {
      if (!this.#isForm || place.pointer === own || !isShared(place)) return undefined;
      const { path, name } = this.#file(place);
      const local = module.names.take(name);
      lines.push(printImport([local === name ? name : `${name} as ${local}`], `${from}${path.slice("shared/".length)}`));
      return local;
    };
    const emitter = new PredicateEmitter(module, this.#index, { asserts: this.#isForm, elsewhere });
    return { module, emitter, imports: () => [...(module.imported().length === 0 ? [] : [printImport(module.imported(), "@motcua/client/runtime")]), ...lines] };
  }

  files(): readonly GeneratedFile[] {
    return [...this.#files.values()].map(({ path, text }) => ({ path, text }));
  }

  #file(place: Place): SharedPredicate {
    const known = this.#files.get(place.pointer);
    if (known !== undefined) return known;
    const definition = place.pointer.slice(DEFINITIONS.length);
    const { module, emitter, imports } = this.module("./", [], place.pointer);
    const name = emitter.predicate({ ...emitter.root(), place });
    this.refused.push(...emitter.refused);
    const text = [`// ${definition}: whether a value is one.`, SHARED, ...imports(), "", module.body().trimStart(), "", `export { ${name} };`, ""].join("\n");
    const file = { ...sharedFile(`is-${definition}`, text), name };
    this.#files.set(place.pointer, file);
    return file;
  }
}

const DEFINITIONS = "/$defs/";

function isShared({ pointer }: Place): boolean {
  return /^\/\$defs\/\w+$/.test(pointer);
}
