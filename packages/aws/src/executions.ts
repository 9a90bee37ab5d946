import type { SFNClient } from "@aws-sdk/client-sfn";
import { SendTaskSuccessCommand, StartExecutionCommand, StopExecutionCommand } from "@aws-sdk/client-sfn";
import type { Orchestrator } from "@motcua/handlers";

/** Step Functions as the product uses it; `prefix` is the ARN of a machine without its shape. */
export function executions(client: SFNClient, prefix: string): Orchestrator {
  return {
    start: ({ machine, name, input }) =>
      repeatable(["ExecutionAlreadyExists"], () => client.send(new StartExecutionCommand({ stateMachineArn: `${prefix}${machine}`, name, input: JSON.stringify(input) }))),
    stop: ({ machine, name, cause }) =>
      repeatable(["ExecutionDoesNotExist"], () => client.send(new StopExecutionCommand({ executionArn: executionArn(prefix, machine, name), cause }))),
    answer: (token, output) =>
      repeatable(["TaskTimedOut", "TaskDoesNotExist"], () => client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }))),
  };
}

function executionArn(prefix: string, machine: string, name: string): string {
  return `${prefix.replace(":stateMachine:", ":execution:")}${machine}:${name}`;
}

/** Errors that say it has been done already are success. */
async function repeatable(done: readonly string[], call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof Error) || !done.includes(error.name)) throw error;
  }
}
