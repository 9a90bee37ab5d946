import type { QueryLanguage } from "../query/query-language.ts";
import type { Visit } from "../query/visit.ts";
import { StateError } from "../run/state-error.ts";
import type { StateKind } from "./state-kind.ts";

/** Task: hands its payload to an integration, within its time. */
export const task: StateKind = async (visit, language) => {
  const payload = await language.payload(visit);
  const timeoutSeconds = await seconds(visit, language, "TimeoutSeconds");
  const heartbeatSeconds = await seconds(visit, language, "HeartbeatSeconds");
  return { do: "invoke", payload, ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }), ...(heartbeatSeconds === undefined ? {} : { heartbeatSeconds }) };
};

async function seconds(visit: Visit, language: QueryLanguage, name: string): Promise<number | undefined> {
  const found = await language.field(visit, name);
  if (found === undefined) return undefined;
  if (typeof found.value === "number" && found.value > 0) return found.value;
  throw new StateError(found.field === name ? "States.QueryEvaluationError" : "States.Runtime", `The ${found.field} field must be a positive number but was: ${JSON.stringify(found.value)}`);
}
