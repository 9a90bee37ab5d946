import type { Json } from "../json.ts";
import { isObject } from "../json.ts";
import { StateError } from "../run/state-error.ts";
import { evaluateIntrinsic, isIntrinsic } from "./intrinsic.ts";
import type { PathRoots } from "./path.ts";
import { readPath } from "./path.ts";
import type { Ambient } from "./visit.ts";

/** Fills a payload template: members whose name ends in `.$` hold a path or an intrinsic function, all others are literal. */
export function fillPayload(template: Json, roots: PathRoots, ambient: Ambient): Json {
  if (Array.isArray(template)) return (template as readonly Json[]).map((item) => fillPayload(item, roots, ambient));
  if (!isObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => {
      if (!key.endsWith(".$")) return [key, fillPayload(value, roots, ambient)];
      return [key.slice(0, -2), readField(value, key, { roots, ambient })];
    }),
  );
}

/** Reads a path or calls an intrinsic function. @throws StateError where it points at nothing */
export function readField(written: Json, field: string, { roots, ambient }: { readonly roots: PathRoots; readonly ambient: Ambient }): Json {
  if (typeof written !== "string") throw new StateError("States.Runtime", `The value for the field '${field}' must be a STRING that contains a JSONPath or an intrinsic function`);
  if (isIntrinsic(written)) return evaluateIntrinsic(written, roots, ambient);
  const value = readPath(written, roots);
  if (value !== undefined) return value;
  throw new StateError("States.Runtime", `The JSONPath '${written}' specified for the field '${field}' could not be found in the input '${JSON.stringify(roots.input)}'`);
}
