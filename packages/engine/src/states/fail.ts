import type { QueryLanguage } from "../query/query-language.ts";
import type { Visit } from "../query/visit.ts";
import { StateError } from "../run/state-error.ts";
import type { StateKind } from "./state-kind.ts";

/** Fail: ends its thread with an error; both its name and its cause may be left out. */
export const fail: StateKind = async (visit, language) => {
  const error = await textField(visit, language, "Error");
  const cause = await textField(visit, language, "Cause");
  return { do: "fail", failure: { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) } };
};

async function textField(visit: Visit, language: QueryLanguage, name: string): Promise<string | undefined> {
  const found = await language.field(visit, name);
  if (found === undefined) return undefined;
  if (typeof found.value === "string") return found.value;
  throw new StateError(found.field === name ? "States.QueryEvaluationError" : "States.Runtime", `The ${found.field} field must be a string but was: ${JSON.stringify(found.value)}`);
}
