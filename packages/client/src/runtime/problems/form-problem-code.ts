/** Codes of a form's structure. A rule's own code is `rule-` and its id in kebab-case. */
export type FormProblemCode =
  | "required"
  | "wrong-type"
  | "not-in-list"
  | "wrong-format"
  | "wrong-pattern"
  | "too-short"
  | "too-long"
  | "too-small"
  | "too-large"
  | "not-a-multiple"
  | "too-few"
  | "too-many"
  | "unknown-field"
  | "forbidden-field"
  | "forbidden-value"
  | "must-be";
