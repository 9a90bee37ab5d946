import { AwsError } from "../aws-error.ts";
import type { Engine } from "../engine.ts";
import type { Execution } from "../execution/execution.ts";
import type { TaskFrame } from "../run/answer-task.ts";
import { asTask, failed, heartbeat, succeeded } from "../run/answer-task.ts";
import type { Write } from "../run/next-step.ts";
import { readTaskToken } from "../run/task-token.ts";
import type { CallsContext } from "./calls-context.ts";
import { parsedText } from "./calls-context.ts";

/** The calls that answer task tokens. */
export function taskCalls({ ledger, runner, clock, usable }: CallsContext): Pick<Engine, "sendTaskSuccess" | "sendTaskFailure" | "sendTaskHeartbeat" | "taskOf"> {
  const answer = (token: string, write: (execution: Execution, frame: TaskFrame) => Write): void => {
    usable();
    const { execution, frame } = waiting(token, ledger.executions);
    runner.commit(execution, write(execution, frame));
  };
  return {
    sendTaskSuccess: ({ token, output }) => {
      const result = parsedText(output, "InvalidOutput");
      answer(token, (execution, frame) => succeeded(execution, frame, result));
    },
    sendTaskFailure: ({ token, error, cause }) =>
      answer(token, (execution, frame) => failed(execution, frame, { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) })),
    sendTaskHeartbeat: ({ token }) => answer(token, (_execution, frame) => heartbeat(frame, clock.now())),
    taskOf: (token) => {
      const execution = ledger.executions.get(readTaskToken(token)?.executionArn ?? "");
      return execution === undefined ? undefined : { executionArn: execution.origin.arn, machineArn: execution.origin.machineArn };
    },
  };
}

function waiting(token: string, executions: ReadonlyMap<string, Execution>): { readonly execution: Execution; readonly frame: TaskFrame } {
  const place = readTaskToken(token);
  if (place === undefined) throw new AwsError("InvalidToken", "Invalid Token: 'Invalid token'");
  const execution = executions.get(place.executionArn);
  if (execution === undefined) throw new AwsError("TaskDoesNotExist", "Task does not exist");
  const frame = asTask(execution.frames.get(place.frame));
  if (frame === undefined || frame.serial !== place.serial) throw new AwsError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
  if (frame.phase.token !== token) throw new AwsError("TaskDoesNotExist", "Task does not exist");
  return { execution, frame };
}
