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
  /** Definitions whose types it names, in the order of its text. */
  readonly refers: readonly string[];
}

/** Interfaces of a form and of record forms, with the types they name: closed lists first, then interfaces, each after those that name it. */
export function emitTypes(form: FormIr, options: { readonly records: readonly string[]; readonly reserved: ReadonlySet<string> }): EmittedTypes {
  const names = new Names(options.reserved);
  const types = new Types(form, Object.fromEntries(Object.keys(form.definitions).map((name) => [name, names.take(name)])));
  const root = declare(form, form.root, { title: "Form", typeNames: types.names, described: false });
  const start = { text: "", refers: options.records };
  const declared = [...types.reached([root, start], (text) => !isInterface(text)), ...(isInterface(root.text) ? [root.text] : []), ...types.reached([root, start], isInterface)];
  return { text: (isInterface(root.text) ? declared : [root.text, ...declared]).join("\n\n"), typeNames: types.declared() };
}

function isInterface(text: string): boolean {
  return /^(?:\/\*\* .*\n)?export interface /.test(text);
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

  /** Texts of the declarations that are reached and wanted, each once, before those it names. */
  reached(from: readonly Declaration[], isWanted: (text: string) => boolean): readonly string[] {
    const seen = new Set<string>();
    const visit = (name: string): readonly string[] => {
      if (seen.has(name)) return [];
      seen.add(name);
      const { text, refers } = this.#of(name);
      return [...(isWanted(text) ? [text] : []), ...refers.flatMap(visit)];
    };
    return from.flatMap(({ refers }) => refers.flatMap(visit));
  }

  /** Names of the types that were made, by definition. */
  declared(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#declared.keys()].map((name) => [name, this.names[name] ?? name]));
  }

  #of(name: string): Declaration {
    const known = this.#declared.get(name);
    const node = this.#form.definitions[name];
    if (known !== undefined || node === undefined) return known ?? { text: "", refers: [] };
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
  return { text: formatTypes(printType(tree)), refers };
}
