import type { Json, JsonObject } from "../json.ts";
import { isObject, shownJson } from "../json.ts";
import { StateError } from "../run/state-error.ts";
import { meetsCondition } from "./condition.ts";
import type { PathRoots } from "./path.ts";
import { readPath } from "./path.ts";
import { fillPayload, readField } from "./payload-template.ts";
import type { Outcome, QueryLanguage } from "./query-language.ts";
import { putAtPath } from "./result-path.ts";
import type { Visit } from "./visit.ts";

/** JSONPath mode: `InputPath`, `Parameters`, `ResultSelector`, `ResultPath`, `OutputPath`, `Assign` and `…Path` fields. */
export const jsonpathLanguage: QueryLanguage = {
  payload: async (visit) => {
    const input = effectiveInput(visit);
    // A Map's Parameters are the older name of its ItemSelector.
    const { Parameters, Type } = visit.state;
    return Parameters === undefined || Type === "Map" ? input : fillPayload(Parameters, roots(visit, input), visit.ambient);
  },
  finish: async (visit, result) => {
    const { ResultSelector, ResultPath, Type } = visit.state;
    const selected = ResultSelector === undefined ? result : fillPayload(ResultSelector, roots(visit, result), visit.ambient);
    const merged = KEEPS_INPUT.has(Type) ? selected : putAtPath(visit.input, ResultPath, selected);
    return { output: effectiveOutput(visit, merged), variables: assigned(visit, visit.state.Assign, selected) };
  },
  caught: async (visit, catcher, error) => ({ output: putAtPath(visit.input, catcher.ResultPath, error), variables: assigned(visit, catcher.Assign, error) }),
  choose: async (visit) => {
    const input = effectiveInput(visit);
    const seen = roots(visit, input);
    const rule = (visit.state.Choices ?? []).find((candidate) => meetsCondition(candidate as JsonObject, seen));
    const next = rule === undefined ? visit.state.Default : rule.Next;
    const outcome: Outcome = { output: effectiveOutput(visit, input), variables: assigned(visit, rule === undefined ? visit.state.Assign : rule.Assign, input) };
    return { ...(next === undefined ? {} : { next }), ...outcome };
  },
  field: async (visit, name) => {
    const path = visit.state[`${name}Path`] as Json | undefined;
    const literal = visit.state[name] as Json | undefined;
    if (path === undefined || path === null) return literal === undefined ? undefined : { value: literal, field: name, written: "" };
    const field = `${name}Path`;
    return { value: readField(path, field, { roots: roots(visit, effectiveInput(visit)), ambient: visit.ambient }), field, written: shownJson(path) };
  },
  items: async (visit, payload) => {
    const { ItemsPath } = visit.state;
    const items = ItemsPath === undefined ? payload : readPath(ItemsPath, roots(visit, payload));
    if (Array.isArray(items)) return items as readonly Json[];
    throw new StateError("States.Runtime", `Reference path "${ItemsPath ?? "$"}" must point to array.`);
  },
  itemInput: async (visit, payload, item) => {
    const selector = visit.state.ItemSelector ?? visit.state.Parameters;
    return selector === undefined ? item : fillPayload(selector, roots(visit, payload), visit.ambient);
  },
};

/** Kinds whose result is their input: `ResultPath` says nothing of them. */
const KEEPS_INPUT: ReadonlySet<string> = new Set(["Wait", "Succeed", "Choice"]);

function roots(visit: Visit, input: Json): PathRoots {
  return { input, context: visit.context, variables: visit.variables };
}

function effectiveInput(visit: Visit): Json {
  return throughPath(visit, visit.state.InputPath, visit.input, "InputPath");
}

function effectiveOutput(visit: Visit, merged: Json): Json {
  return throughPath(visit, visit.state.OutputPath, merged, "OutputPath");
}

function throughPath(visit: Visit, path: string | null | undefined, value: Json, field: string): Json {
  if (path === undefined) return value;
  if (path === null) return {};
  const found = readPath(path, roots(visit, value));
  if (found === undefined) throw new StateError("States.Runtime", `Invalid path '${path}' : the field '${field}' points at nothing in '${JSON.stringify(value)}'`);
  return found;
}

function assigned(visit: Visit, template: JsonObject | undefined, seen: Json): JsonObject {
  const filled = template === undefined ? {} : fillPayload(template, roots(visit, seen), visit.ambient);
  return isObject(filled) ? filled : {};
}
