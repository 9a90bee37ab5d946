import type { CompiledExpression, Problem } from "@motcua/procedure";
import { parseExpression } from "@motcua/procedure/compile";
import type { ModuleText } from "../print/module-text.ts";
import { Names } from "../print/names.ts";
import { RUNTIME } from "../runtime-names.ts";
import { type CelContext, NotOffered, printCel } from "./print-cel.ts";

/** Names of the functions that evaluate the expressions of a definition, by the pointer where each stands. */
export interface EmittedExpressions {
  readonly names: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

const LOCAL: ReadonlySet<string> = new Set(["facts"]);

/** Writes one function an expression; the same text at two places is one function. */
export function emitExpressions(module: ModuleText, expressions: Readonly<Record<string, CompiledExpression>>): EmittedExpressions {
  const names: Record<string, string> = {};
  const problems: Problem[] = [];
  const readers = new Readers(module);
  for (const [pointer, { source }] of Object.entries(expressions)) {
    const context = { module, read: (path: readonly string[]) => readers.read(path), variables: new Map<string, string>(), names: new Names(LOCAL, RUNTIME) };
    const text = print(source, context);
    if (typeof text === "string") names[pointer] = module.hoist(nameOf(pointer), `(facts) => ${text}`, source);
    else problems.push(notOffered(pointer, text.what));
  }
  return { names, problems };
}

function print(source: string, context: CelContext): string | { readonly what: string } {
  const parsed = parseExpression(source);
  if (!parsed.ok) return { what: parsed.faults.map(({ code }) => code).join(", ") };
  try {
    return printCel(parsed.node, context);
  } catch (error) {
    if (error instanceof NotOffered) return { what: error.message };
    throw error;
  }
}

/** Functions that read one path of the facts, each built on the one before it. What is run a few times reads without them: a function costs more than it saves. */
class Readers {
  readonly #module: ModuleText;
  readonly #names = new Map<string, string>();

  constructor(module: ModuleText) {
    this.#module = module;
  }

  read(path: readonly string[]): string {
    if (this.#module.words) return `${this.#of(path)}(facts)`;
    const [first = "", ...fields] = path;
    return fields.reduce((of, key) => `${this.#module.use("get")}(${of}, ${JSON.stringify(key)})`, `facts.${first}`);
  }

  #of(path: readonly string[]): string {
    const id = JSON.stringify(path);
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const name = this.#write(path);
    this.#names.set(id, name);
    return name;
  }

  #write(path: readonly string[]): string {
    const [key, before] = [path.at(-1) ?? "", path.slice(0, -1)];
    const wanted = `$${path.join("_")}`;
    if (before.length === 0) return this.#module.hoist(wanted, `(facts) => facts.${key}`);
    const outer = this.#of(before);
    return this.#module.hoist(wanted, `(facts) => ${this.#module.use("get")}(${outer}(facts), ${JSON.stringify(key)})`);
  }
}

/** `/form/x-rules/3/assert` → `rules$3_assert`: no field has a `$`. */
function nameOf(pointer: string): string {
  return pointer.replace(/^\/(form\/x-|workflow\/|procedure\/)/, "").replaceAll("/", "_").replace("_", "$");
}

function notOffered(pointer: string, what: string): Problem {
  return {
    code: "expression-not-supported",
    pointer,
    message: { vi: "Biểu thức dùng phần của CEL chưa được hỗ trợ", en: `The expression uses a part of CEL that is not offered: ${what}` },
    hint: { vi: "Viết lại bằng các phép toán và hàm trong tài liệu", en: "Write it with the operators and functions of the documentation" },
  };
}
