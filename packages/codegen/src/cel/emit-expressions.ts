import { jsonText, type CompiledExpression, type Problem } from "@motcua/procedure";
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
const NONE: ReadonlyMap<string, string> = new Map();

/** Writes one function an expression; the same text at two places is one function. */
export function emitExpressions(module: ModuleText, expressions: Readonly<Record<string, CompiledExpression>>): EmittedExpressions {
  const names: Record<string, string> = {};
  const problems: Problem[] = [];
  const readers = new Readers(module);
  const read = (path: readonly string[]) => readers.read(path);
  for (const pointer of Object.keys(expressions)) {
    const { source = "" } = expressions[pointer] ?? {};
    const text = print(source, { module, read, variables: NONE, names: new Names(LOCAL, RUNTIME) });
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
  readonly #inputs = new Map<string, Reader>();

  constructor(module: ModuleText) {
    this.#module = module;
  }

  read(path: readonly string[]): string {
    const [input = "", ...fields] = path;
    if (this.#module.words) return `${this.#of(input, fields)}(facts)`;
    return fields.reduce((of, key) => `${this.#module.use("get")}(${of}, ${jsonText(key)})`, `facts.${input}`);
  }

  #of(input: string, fields: readonly string[]): string {
    let reader = this.#inputs.get(input) ?? this.#add(this.#inputs, input, { wanted: `$${input}`, text: `facts.${input}` });
    for (const key of fields) {
      const { name, wanted, fields: known } = reader;
      reader = known.get(key) ?? this.#add(known, key, { wanted: `${wanted}_${key}`, text: `${this.#module.use("get")}(${name}(facts), ${jsonText(key)})` });
    }
    return reader.name;
  }

  #add(known: Map<string, Reader>, key: string, { wanted, text }: { readonly wanted: string; readonly text: string }): Reader {
    const reader = { name: this.#module.hoist(wanted, `(facts) => ${text}`), wanted, fields: new Map<string, Reader>() };
    known.set(key, reader);
    return reader;
  }
}

/** A function that reads a path of the facts, and those that read on from there. */
interface Reader {
  readonly name: string;
  /** Name it was to have. */
  readonly wanted: string;
  readonly fields: Map<string, Reader>;
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
