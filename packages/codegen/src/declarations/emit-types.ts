import type { FormIr, NodeIr } from "../form/form-ir.ts";
import { Names } from "../print/names.ts";
import { formatTypes } from "./format-types.ts";
import { printType } from "./print-type.ts";
import { typeTree } from "./type-tree.ts";

/** Types of a form and of the record forms steps have. */
export interface EmittedTypes {
  readonly text: string;
  /** Names of the types that are declared, by definition. */
  readonly typeNames: Readonly<Record<string, string>>;
}

/** A type as it is declared. */
interface Declaration {
  readonly text: string;
  readonly isInterface: boolean;
  /** Definitions whose types it names, in the order of its text. */
  readonly refers: readonly string[];
}

/** Interfaces of a form and of record forms, with the types they name: closed lists first, then interfaces, each after those that name it. */
export function emitTypes(form: FormIr, options: { readonly records: readonly string[]; readonly reserved: ReadonlySet<string> }): EmittedTypes {
  const names = new Names(options.reserved);
  const types = new Types(form, Object.fromEntries(Object.keys(form.definitions).map((name) => [name, names.take(name)])));
  const root = declare(form, form.root, { title: "Form", typeNames: types.names, described: false });
  const reached = types.reached([...root.refers, ...options.records]);
  const interfaces = reached.filter(({ isInterface }) => isInterface);
  const others = reached.filter(({ isInterface }) => !isInterface);
  const declared = root.isInterface ? [...others, root, ...interfaces] : [root, ...others, ...interfaces];
  return { text: declared.map(({ text }) => text).join("\n\n"), typeNames: types.declared() };
}

/** The declarations of a form's definitions, each made when it is reached. */
class Types {
  readonly names: Readonly<Record<string, string>>;
  readonly #form: FormIr;
  readonly #declared = new Map<string, Declaration>();

  constructor(form: FormIr, names: Readonly<Record<string, string>>) {
    this.#form = form;
    this.names = names;
  }

  /** The declarations of definitions and of all they name, each once, before those it names. */
  reached(definitions: readonly string[], found: Map<string, Declaration> = new Map()): readonly Declaration[] {
    for (const name of definitions) {
      if (found.has(name)) continue;
      const declaration = this.#of(name);
      found.set(name, declaration);
      this.reached(declaration.refers, found);
    }
    return [...found.values()];
  }

  /** Names of the types that were made, by definition. */
  declared(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#declared.keys()].map((name) => [name, this.names[name] ?? name]));
  }

  #of(name: string): Declaration {
    const known = this.#declared.get(name);
    const node = this.#form.definitions[name];
    if (known !== undefined || node === undefined) return known ?? { text: "", isInterface: false, refers: [] };
    const declaration = declareOnce(this.#form, node, { title: this.names[name] ?? name, typeNames: this.names, described: true });
    this.#declared.set(name, declaration);
    return declaration;
  }
}

interface Naming {
  readonly title: string;
  readonly typeNames: Readonly<Record<string, string>>;
  /** Whether what people see of the schema stands above it. */
  readonly described: boolean;
}

/** Forms have definitions in common: what was declared of one stands, as long as all it names has the same name. */
const known = new WeakMap<NodeIr, Declaration & { readonly title: string; readonly named: readonly (string | undefined)[] }>();

function declareOnce(form: FormIr, node: NodeIr, naming: Naming): Declaration {
  const { title, typeNames } = naming;
  const before = known.get(node);
  if (before !== undefined && before.title === title && before.refers.every((name, index) => typeNames[name] === before.named[index])) return before;
  const declaration = declare(form, node, naming);
  known.set(node, { ...declaration, title, named: declaration.refers.map((name) => typeNames[name]) });
  return declaration;
}

function declare(form: FormIr, node: NodeIr, naming: Naming): Declaration {
  const { tree, refers } = typeTree(form, node, naming);
  const text = formatTypes(printType(tree));
  return { text, isInterface: /^(?:\/\*\* .*\n)?export interface /.test(text), refers };
}
