import type { Json, JsonObject } from "../json.ts";
import { StateError } from "../run/state-error.ts";
import type { Extra } from "./jsonata-template.ts";
import { fillTemplate } from "./jsonata-template.ts";
import type { Outcome, QueryLanguage } from "./query-language.ts";
import { expressionIn } from "./jsonata-expression.ts";
import type { Visit } from "./visit.ts";

/** JSONata mode: `Arguments`, `Output`, `Assign` and computed fields, all over `$states` and variables. */
export const jsonataLanguage: QueryLanguage = {
  payload: async (visit) => (visit.state.Arguments === undefined ? visit.input : fillTemplate(visit, visit.state.Arguments, { field: "Arguments" })),
  finish: (visit, result) => outcome(visit, visit.state, { fallback: result, extra: HAVE_RESULT.has(visit.state.Type) ? { result } : {} }),
  caught: (visit, catcher, error) => outcome(visit, catcher, { fallback: error, extra: { errorOutput: error } }),
  choose: async (visit) => {
    for (const [at, rule] of (visit.state.Choices ?? []).entries()) {
      const met = await fillTemplate(visit, rule.Condition ?? false, { field: `Choices[${at}]/Condition` });
      if (typeof met !== "boolean") throw new StateError("States.QueryEvaluationError", `The Condition field of choice ${at} must be a boolean but was: ${JSON.stringify(met)}`);
      if (met) return { next: rule.Next, ...(await outcome(visit, rule, { fallback: visit.input })) };
    }
    const { Default } = visit.state;
    return { ...(Default === undefined ? {} : { next: Default }), ...(await outcome(visit, visit.state, { fallback: visit.input })) };
  },
  field: async (visit, name) => {
    const written = visit.state[name] as Json | undefined;
    if (written === undefined) return undefined;
    return { value: await fillTemplate(visit, written, { field: name }), field: name, written: typeof written === "string" ? (expressionIn(written) ?? "") : "" };
  },
  items: async (visit) => {
    const { Items } = visit.state;
    const items = Items === undefined ? visit.input : await fillTemplate(visit, Items, { field: "Items" });
    if (Array.isArray(items)) return items as readonly Json[];
    const what = Items === undefined ? "Map state input must be an array but was" : "The Items field must be an array but was";
    throw new StateError("States.QueryEvaluationError", `${what}: ${JSON.stringify(items)}`);
  },
  itemInput: async (visit, _payload, item) => (visit.state.ItemSelector === undefined ? item : fillTemplate(visit, visit.state.ItemSelector, { field: "ItemSelector" })),
};

/** Kinds whose expressions see `$states.result`. */
const HAVE_RESULT: ReadonlySet<string> = new Set(["Task", "Parallel", "Map"]);

interface Written {
  readonly Output?: Json;
  readonly Assign?: JsonObject;
}

async function outcome(visit: Visit, { Output, Assign }: Written, { fallback, extra = {} }: { readonly fallback: Json; readonly extra?: Extra }): Promise<Outcome> {
  const output = Output === undefined ? fallback : await fillTemplate(visit, Output, { field: "Output", extra });
  const variables = Assign === undefined ? {} : ((await fillTemplate(visit, Assign, { field: "Assign", extra })) as JsonObject);
  return { output, variables };
}
