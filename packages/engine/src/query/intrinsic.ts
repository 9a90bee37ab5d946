import type { Json } from "../json.ts";
import { StateError } from "../run/state-error.ts";
import { INTRINSICS } from "./intrinsics.ts";
import type { Argument } from "./intrinsic-parser.ts";
import { parseIntrinsic } from "./intrinsic-parser.ts";
import type { PathRoots } from "./path.ts";
import { readPath } from "./path.ts";
import type { Ambient } from "./visit.ts";

/** Whether a field's text calls an intrinsic function. */
export function isIntrinsic(text: string): boolean {
  return text.startsWith("States.");
}

/** Calls an intrinsic function, nested ones first. @throws StateError `States.IntrinsicFailure`, `States.Runtime` */
export function evaluateIntrinsic(text: string, roots: PathRoots, ambient: Ambient): Json {
  const value = (argument: Argument): Json => {
    if (argument.is === "literal") return argument.value;
    if (argument.is === "path") {
      const found = readPath(argument.path, roots);
      if (found === undefined) throw new StateError("States.Runtime", `The JSONPath '${argument.path}' in '${text}' could not be found in the input '${JSON.stringify(roots.input)}'`);
      return found;
    }
    const call = INTRINSICS[argument.name];
    if (call === undefined) throw new StateError("States.IntrinsicFailure", `${argument.name} is not an intrinsic function`);
    return called(argument.name, () => call(argument.arguments.map(value), ambient));
  };
  return value(called(text, () => parseIntrinsic(text)));
}

function called<T>(name: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof StateError) throw error;
    throw new StateError("States.IntrinsicFailure", `${name}: ${(error as Error).message}`);
  }
}
