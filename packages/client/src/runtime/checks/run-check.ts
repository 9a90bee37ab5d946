import type { Channel, Facts, Problem, Result } from "@motcua/procedure";
import { isObject } from "../own.ts";
import { FormProblems } from "../problems/form-problems.ts";
import type { FormField } from "../problems/form-field.ts";
import { applyRules, type FormRule } from "./form-rule.ts";
import type { NodeCheck } from "./value-check.ts";

/** Under which a form is checked. There is no clock: days are ISO dates in Asia/Ho_Chi_Minh. */
export interface CheckContext {
  readonly today: string;
  readonly channel?: Channel;
  /** Day of submission; `today` where absent. */
  readonly submittedOn?: string;
}

/** A form's checks, put together by an emitted module. */
export interface FormChecks {
  readonly structure: NodeCheck;
  readonly field: FormField;
  readonly rules: readonly FormRule[];
}

/** All problems of a form, warnings included. */
export function formProblems({ structure, field, rules }: FormChecks, form: unknown, context: CheckContext): readonly Problem[] {
  const out = new FormProblems();
  structure(out, form, "", field);
  applyRules(out, rules, { form, today: context.today, submittedOn: context.submittedOn ?? context.today, channel: context.channel } as Facts, form);
  return out.found;
}

/** The value itself, or all its problems where one of them is an error. */
export function checked<T>(value: unknown, problems: readonly Problem[]): Result<T> {
  return problems.some(({ severity }) => severity !== "warning") ? { ok: false, problems } : { ok: true, value: value as T };
}

/** Record forms of steps. */
export type RecordChecks = Readonly<Record<string, { readonly structure: NodeCheck; readonly field: FormField; readonly rules?: readonly FormRule[] }>>;

const NO_RECORD: FormField = { label: { vi: "Nội dung ghi nhận", en: "Record" }, control: "group" };

/** A step's record, checked; nothing given is an empty record. A step without a record form takes none. Its rules are asked by the facts there are. */
export function checkedRecord(records: RecordChecks, step: string, value: unknown = {}, facts?: Facts): Result<unknown> {
  const out = new FormProblems();
  const record = Object.hasOwn(records, step) ? records[step] : undefined;
  if (record !== undefined) record.structure(out, value, "", record.field);
  else if (!isObject(value) || Object.keys(value).length > 0) out.add("unknown-field", "", NO_RECORD);
  if (facts !== undefined) applyRules(out, record?.rules ?? [], { ...facts, record: value }, value);
  return checked(value, out.found);
}

