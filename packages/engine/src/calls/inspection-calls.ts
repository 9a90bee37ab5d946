import type { Engine } from "../engine.ts";
import { describe, eventOf, summarise } from "../execution/describe.ts";
import type { CallsContext } from "./calls-context.ts";
import { executionOf } from "./calls-context.ts";

/** The calls that only look. */
export function inspectionCalls(context: CallsContext): Pick<Engine, "describeExecution" | "listExecutions" | "getExecutionHistory" | "transitions" | "busy" | "settled"> {
  const { ledger, runner } = context;
  return {
    describeExecution: (executionArn) => describe(executionOf(context, executionArn)),
    listExecutions: ({ machineArn, status } = {}) =>
      [...ledger.executions.values()]
        .filter(({ origin, head }) => (machineArn === undefined || origin.machineArn === machineArn) && (status === undefined || head.status === status))
        .map(summarise),
    getExecutionHistory: (executionArn) => executionOf(context, executionArn).events.map(eventOf),
    transitions: () => [...ledger.executions.values()].reduce((sum, { head }) => sum + head.transitions, 0),
    busy: () => runner.busy(),
    settled: () => runner.settled(),
  };
}
