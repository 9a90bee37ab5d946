import type { Json, JsonObject } from "../json.ts";
import { isObject } from "../json.ts";
import { StateError } from "../run/state-error.ts";
import { compileExpression, expressionIn } from "./jsonata-expression.ts";
import { jsonataFunctions } from "./jsonata-functions.ts";
import type { Visit } from "./visit.ts";

/** What `$states` has besides input and context. */
export interface Extra {
  readonly result?: Json;
  readonly errorOutput?: Json;
}

/** Evaluates the `{% … %}` strings anywhere in a value; everything else is literal. `field` is named in messages. */
export async function fillTemplate(visit: Visit, template: Json, { field, extra = {} }: { readonly field: string; readonly extra?: Extra }): Promise<Json> {
  if (!holdsExpression(template)) return template;
  const bindings = { ...jsonataFunctions(visit.ambient), ...visit.variables, states: { input: visit.input, context: visit.context, ...extra } };
  return fill(template, field, bindings);
}

function holdsExpression(template: Json): boolean {
  if (typeof template === "string") return expressionIn(template) !== undefined;
  if (typeof template !== "object" || template === null) return false;
  return (Array.isArray(template) ? (template as readonly Json[]) : Object.values(template as JsonObject)).some(holdsExpression);
}

async function fill(template: Json, field: string, bindings: Readonly<Record<string, unknown>>): Promise<Json> {
  if (typeof template === "string") {
    const expression = expressionIn(template);
    return expression === undefined ? template : evaluate(expression, field, bindings);
  }
  if (Array.isArray(template)) {
    const items: Json[] = [];
    for (const [at, item] of (template as readonly Json[]).entries()) items.push(await fill(item, `${field}[${at}]`, bindings));
    return items;
  }
  if (!isObject(template)) return template;
  const filled: Record<string, Json> = {};
  for (const [key, value] of Object.entries(template)) filled[key] = await fill(value, `${field}/${key}`, bindings);
  return filled;
}

async function evaluate(expression: string, field: string, bindings: Readonly<Record<string, unknown>>): Promise<Json> {
  const said = `The JSONata expression '${expression}' specified for the field '${field}'`;
  let value: unknown;
  try {
    value = await compileExpression(expression).evaluate(undefined, bindings);
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message?: string };
    throw new StateError("States.QueryEvaluationError", `${said} threw an error during evaluation. ${code === undefined ? "" : `${code}: `}${message ?? String(error)}`);
  }
  if (value === undefined) throw new StateError("States.QueryEvaluationError", `${said} returned nothing (undefined).`);
  if (typeof value !== "object" && typeof value !== "function") return value as Json;
  try {
    // The text drops the marks jsonata leaves on its arrays, which would change the next evaluation.
    return JSON.parse(JSON.stringify(value, data)) as Json;
  } catch {
    throw new StateError("States.QueryEvaluationError", `${said} returned an unsupported result type.`);
  }
}

/** Members of the objects by which jsonata stands for functions. */
const FUNCTION_MARKS = ["_jsonata_lambda", "_jsonata_function"];

/** For JSON.stringify: the value, if it is data. */
function data(_: string, value: unknown): unknown {
  const isFunction = typeof value === "function" || (typeof value === "object" && value !== null && FUNCTION_MARKS.some((mark) => mark in value));
  if (isFunction) throw new TypeError("a function is no data");
  return value;
}
