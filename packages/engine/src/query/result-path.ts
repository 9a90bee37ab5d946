import type { Json } from "../json.ts";
import { isObject } from "../json.ts";
import { StateError } from "../run/state-error.ts";
import type { Segments } from "./path.ts";
import { segmentsOf } from "./path.ts";

/** The input with a result put at a path: `$` replaces it, `null` keeps it. Objects are made on the way where there are none. */
export function putAtPath(input: Json, path: string | null | undefined, result: Json): Json {
  if (path === null) return input;
  const segments = path === undefined ? [] : segmentsOf(path.slice(1));
  if (segments === undefined) throw new StateError("States.ResultPathMatchFailure", `ResultPath '${String(path)}' is not a reference path.`);
  return put(input, segments, result);
}

function put(into: Json | undefined, [segment, ...rest]: Segments, result: Json): Json {
  if (segment === undefined) return result;
  if (typeof segment === "number") {
    const items = Array.isArray(into) ? [...(into as readonly Json[])] : undefined;
    if (items === undefined || segment >= items.length || segment < 0) throw mismatch(segment);
    items[segment] = put(items[segment], rest, result);
    return items;
  }
  if (into !== undefined && !isObject(into)) throw mismatch(segment);
  return { ...into, [segment]: put(into?.[segment], rest, result) };
}

function mismatch(segment: string | number): StateError {
  return new StateError("States.ResultPathMatchFailure", `Unable to apply ReferencePath at '${segment}' to the state's input.`);
}
