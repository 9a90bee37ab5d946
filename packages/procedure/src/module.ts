import type { Channel } from "./definition.ts";
import type { BranchStatus } from "./fork-join.ts";
import type { Problem, Result } from "./problem.ts";
import type { Procedure } from "./procedure.ts";

/** What expressions may read. There is no clock: `today` and `submittedOn` are inputs (ISO dates in Asia/Ho_Chi_Minh). */
export interface Facts {
  readonly form: unknown;
  readonly channel: Channel;
  readonly today: string;
  readonly submittedOn: string;
  /** Records officers made, by step id. */
  readonly steps?: Readonly<Record<string, unknown>>;
  /** What became of the branches of forks, by fork and branch; an empty text where that is not entered. */
  readonly branches?: Readonly<Record<string, Readonly<Record<string, BranchStatus | "">>>>;
  /** Answers to the procedure's questions. */
  readonly ask?: Readonly<Record<string, boolean>>;
  /** Where an expression is read once for each entry of a list: that entry, and its number from 1. */
  readonly item?: unknown;
  readonly nth?: number;
  /** In a rule of a record: what is about to be recorded. */
  readonly record?: unknown;
}

/** An expression of the definition as a plain function; it never throws, `undefined` when an operand is absent. */
export type Expression = (facts: Facts) => unknown;

/**
 * A procedure as it runs: the module `@motcua/codegen` emits, imported lazily, one file a version.
 * Server, browser and CLI import the same file, so they cannot disagree.
 */
export interface ProcedureModule<Form = unknown> {
  readonly procedure: Procedure;
  /** By the JSON Pointer where the expression stands: `/procedure/documents/3/when`, `/form/x-rules/0/assert`, `/workflow/steps/xac_minh/units`. */
  readonly expressions: Readonly<Record<string, Expression>>;
  /** Structure and cross-field rules: the typed form (and warnings), or all the problems. Pointers are into `value`. */
  readonly check: (value: unknown, context: { readonly today: string; readonly channel?: Channel; readonly submittedOn?: string }) => Result<Form>;
  /** All problems, warnings included; `check` refuses on errors only. */
  readonly problems: (value: unknown, context: { readonly today: string; readonly channel?: Channel; readonly submittedOn?: string }) => readonly Problem[];
  /** A step's record form (`$defs` entry), checked the same way; its rules by these facts, which are not asked where there are none. */
  checkRecord(step: string, value: unknown, facts?: Facts): Result<unknown>;
}

/** Evaluates the expression at `pointer`; where the definition has none there, `otherwise`. */
export function evaluate<T>(module: ProcedureModule, pointer: string, facts: Facts, otherwise: T): T {
  const expression = module.expressions[pointer];
  if (expression === undefined) return otherwise;
  const value = expression(facts);
  return value === undefined ? (typeof otherwise === "boolean" ? (false as T) : otherwise) : (value as T);
}
