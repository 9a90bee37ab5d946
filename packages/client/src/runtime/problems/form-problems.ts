import type { Problem } from "@motcua/procedure";
import { FORM_MESSAGES, type Expected } from "./form-messages.ts";
import type { FormField } from "./form-field.ts";
import type { FormProblemCode } from "./form-problem-code.ts";

/** The problems of one form as they are found, each code once at its place. Nothing is built while there are none. */
export class FormProblems {
  readonly found: Problem[] = [];
  #seen: Set<string> | undefined;

  /** Adds a problem of the structure; its message says what to do with `field`. */
  add(code: FormProblemCode, pointer: string, field: FormField, expected?: Expected): void {
    if (this.#isNew(code, pointer)) this.found.push({ code, pointer, message: FORM_MESSAGES[code](field, expected) });
  }

  /** Adds a problem that is already said. */
  push(problem: Problem): void {
    if (this.#isNew(problem.code, problem.pointer)) this.found.push(problem);
  }

  #isNew(code: string, pointer: string): boolean {
    this.#seen ??= new Set();
    const id = `${code} ${pointer}`;
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    return true;
  }
}
