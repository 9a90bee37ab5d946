import { randomUUID } from "node:crypto";
import { AwsError } from "../aws-error.ts";
import type { JsonOperations } from "../endpoint/aws-request.ts";
import type { Grants } from "../iam/grants.ts";
import type { Principal } from "../iam/principal.ts";
import type { ExecutionSummary, StateRunner } from "./state-runner.ts";

type Input = Readonly<Record<string, string | undefined>>;

/** Step Functions on the local endpoint: judges the caller, then asks the runner. */
export function createStatesService(runner: StateRunner, grants: Grants): JsonOperations {
  const judged = (by: Principal, action: string, resource: string) => grants.demand(by, { actions: [`states:${action}`], resource });
  const answering = (by: Principal, action: string, token: string): void => {
    const machine = runner.machineOf(token);
    if (machine === undefined) throw new AwsError("TaskDoesNotExist", "Task does not exist");
    judged(by, action, machine);
  };
  return {
    StartExecution: (given, by) => {
      const { stateMachineArn = "", name = randomUUID(), input = "{}" } = given as Input;
      judged(by, "StartExecution", stateMachineArn);
      const { executionArn, startDate } = runner.start(stateMachineArn, name, input);
      return { executionArn, startDate: seconds(startDate) };
    },
    StopExecution: (given, by) => {
      const { executionArn = "", error, cause } = given as Input;
      judged(by, "StopExecution", executionArn);
      const { stopDate } = runner.stop(executionArn, { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
      return { stopDate: seconds(stopDate) };
    },
    SendTaskSuccess: (given, by) => {
      const { taskToken = "", output = "null" } = given as Input;
      answering(by, "SendTaskSuccess", taskToken);
      runner.succeed(taskToken, output);
    },
    SendTaskFailure: (given, by) => {
      const { taskToken = "", error, cause } = given as Input;
      answering(by, "SendTaskFailure", taskToken);
      runner.fail(taskToken, { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
    },
    SendTaskHeartbeat: (given, by) => {
      const { taskToken = "" } = given as Input;
      answering(by, "SendTaskHeartbeat", taskToken);
      runner.heartbeat(taskToken);
    },
    DescribeExecution: (given, by) => {
      const { executionArn = "" } = given as Input;
      judged(by, "DescribeExecution", executionArn);
      return dated(runner.describe(executionArn));
    },
    ListExecutions: (given, by) => {
      const { stateMachineArn = "", statusFilter } = given as Input;
      judged(by, "ListExecutions", stateMachineArn);
      const all = runner.list(stateMachineArn).filter(({ status }) => statusFilter === undefined || status === statusFilter);
      return { executions: all.map(dated) };
    },
    GetExecutionHistory: (given, by) => {
      const { executionArn = "" } = given as Input;
      judged(by, "GetExecutionHistory", executionArn);
      return { events: runner.history(executionArn).map(timed) };
    },
  };
}

/** The JSON protocol carries instants as seconds. */
function seconds(iso: string): number {
  return Date.parse(iso) / 1000;
}

function timed(event: object): object {
  const { timestamp } = event as { readonly timestamp?: unknown };
  return typeof timestamp === "string" ? { ...event, timestamp: seconds(timestamp) } : event;
}

function dated(execution: ExecutionSummary): object {
  const { startDate, stopDate } = execution;
  return { ...execution, startDate: seconds(startDate), ...(stopDate === undefined ? {} : { stopDate: seconds(stopDate) }) };
}
