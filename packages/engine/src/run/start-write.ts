import type { Change, Execution } from "../execution/execution.ts";
import { Draft } from "./draft.ts";

/** The first change of an execution: its first frame, before the first state is entered. */
export function startWrite(execution: Execution, { now, keepHistory }: { readonly now: number; readonly keepHistory: boolean }): Change {
  const { machine, origin, input } = execution;
  const draft = new Draft(execution, now);
  // AWS lets the first state follow event 0, as the start itself does.
  draft.write(0, "ExecutionStarted", { input: origin.input, ...(machine.roleArn === "" ? {} : { roleArn: machine.roleArn }) });
  draft.put({ id: draft.newFrameId(), index: 0, scope: "", variables: {}, state: machine.definition.StartAt, input, retries: [], serial: 0, lastEvent: 0, phase: { is: "ready" } });
  const change = draft.change();
  return keepHistory ? change : { ...change, events: [] };
}
