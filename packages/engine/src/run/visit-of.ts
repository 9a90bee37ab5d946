import { stateOf } from "../definition/machine.ts";
import type { Execution } from "../execution/execution.ts";
import type { Frame } from "../execution/frame.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Ambient, Visit } from "../query/visit.ts";

/** Kinds of state that can be tried again: their context has `RetryCount`. */
const RETRIED: ReadonlySet<string> = new Set(["Task", "Parallel", "Map"]);

/** What the expressions of a frame's state may see. */
export function visitOf(execution: Execution, frame: Frame, { ambient, token }: { readonly ambient: Ambient; readonly token?: string | undefined }): Visit {
  const state = stateOf(execution.machine, frame.scope, frame.state);
  const above = lineage(execution, frame);
  return {
    name: frame.state,
    scope: frame.scope,
    state,
    input: frame.input,
    variables: Object.assign({}, ...above.map(({ variables }) => variables)) as JsonObject,
    context: contextOf(execution, frame, { type: state.Type, item: above.findLast(({ item }) => item !== undefined)?.item, token }),
    ambient,
  };
}

interface ContextParts {
  readonly type: string;
  readonly item: Frame["item"];
  readonly token: string | undefined;
}

function contextOf({ origin, machine, input }: Execution, frame: Frame, { type, item, token }: ContextParts): JsonObject {
  const retryCount = frame.retries.reduce((sum, used) => sum + used, 0);
  return {
    Execution: { Id: origin.arn, Input: input, Name: origin.name, RoleArn: machine.roleArn, StartTime: iso(origin.startedAt), RedriveCount: 0 },
    StateMachine: { Id: origin.machineArn, Name: origin.machineName },
    State: { Name: frame.state, EnteredTime: iso(frame.entered?.at ?? 0), ...(RETRIED.has(type) ? { RetryCount: retryCount } : {}) },
    ...(token === undefined ? {} : { Task: { Token: token } }),
    ...(item === undefined ? {} : { Map: { Item: { Index: item.index, Value: item.value } as Json } }),
  };
}

/** The frame and those above it, outermost first. */
function lineage(execution: Execution, frame: Frame): readonly Frame[] {
  const above = frame.parent === undefined ? undefined : execution.frames.get(frame.parent);
  return above === undefined ? [frame] : [...lineage(execution, above), frame];
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
