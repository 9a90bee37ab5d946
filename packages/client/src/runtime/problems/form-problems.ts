import type { Problem, Text } from "@motcua/procedure";
import { FORM_MESSAGES, type Expected } from "./form-messages.ts";
import type { FormField } from "./form-field.ts";
import type { FormProblemCode } from "./form-problem-code.ts";

/** Up to so many problems are looked through one by one; beyond, a set is quicker. */
const FEW = 24;

/** Messages said before, by field: a module has the same fields for ever, and a message depends on nothing else. */
const said = new WeakMap<FormField, Map<string, readonly (readonly [Expected, Text])[]>>();

/** The problems of one form as they are found, each code once at its place. Nothing is built while there are none. */
export class FormProblems {
  readonly found: Problem[] = [];
  #seen: Set<string> | undefined;

  /** Adds a problem of the structure; its message says what to do with `field`. */
  add(code: FormProblemCode, pointer: string, field: FormField, expected?: Expected): void {
    if (this.#isNew(code, pointer)) this.found.push({ code, pointer, message: messageOf(code, field, expected) });
  }

  /** Adds a problem that is already said. */
  push(problem: Problem): void {
    if (this.#isNew(problem.code, problem.pointer)) this.found.push(problem);
  }

  #isNew(code: string, pointer: string): boolean {
    if (this.found.length < FEW) {
      for (const problem of this.found) if (problem.code === code && problem.pointer === pointer) return false;
      return true;
    }
    this.#seen ??= new Set(this.found.map((problem) => `${problem.code} ${problem.pointer}`));
    const id = `${code} ${pointer}`;
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    return true;
  }
}

function messageOf(code: FormProblemCode, field: FormField, expected: Expected): Text {
  const ofField = said.get(field) ?? new Map<string, readonly (readonly [Expected, Text])[]>();
  const ofCode = ofField.get(code) ?? [];
  const known = ofCode.find(([about]) => about === expected);
  if (known !== undefined) return known[1];
  const message = Object.freeze(FORM_MESSAGES[code](field, expected));
  said.set(field, ofField.set(code, [...ofCode, [expected, message]]));
  return message;
}
