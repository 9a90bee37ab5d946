import type { Problem } from "@motcua/client/runtime";

/** What to put right, for a page to show at its fields. */
export interface FieldMessage {
  /** JSON Pointer of the field: `/tre/ho_ten`; `""` for the form as a whole. */
  readonly field: string;
  readonly text: string;
  /** A warning never stops anything. */
  readonly isWarning: boolean;
}

/** Problems as a page shows them. The SDK points into the form, the API into the submission, where the form stands under `/form`. */
export function fieldMessages(problems: readonly Problem[]): readonly FieldMessage[] {
  return problems.map(({ pointer, message, severity }) => ({ field: pointer.replace(/^\/form(?=\/|$)/, ""), text: message.vi, isWarning: severity === "warning" }));
}
