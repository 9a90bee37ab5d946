import type { FormField } from "../problems/form-field.ts";
import type { FormProblems } from "../problems/form-problems.ts";

/** Checks one value that stands at `at` + `key` (JSON Pointers) and tells `out` what is wrong with it. */
export type ValueCheck = (out: FormProblems, value: unknown, at: string, key: string, field: FormField) => void;

/** Checks an object or list that stands at `at`. */
export type NodeCheck = (out: FormProblems, value: unknown, at: string, field: FormField) => void;

/** What only some values may be: a set, or anything that can tell. */
export interface Allowed {
  has(value: unknown): boolean;
}
