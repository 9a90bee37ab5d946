import { AwsError } from "../aws-error.ts";
import type { Engine } from "../engine.ts";
import { summarise } from "../execution/describe.ts";
import type { Execution, Origin } from "../execution/execution.ts";
import { newExecution } from "../execution/execution.ts";
import type { Json } from "../json.ts";
import { sameJson } from "../json.ts";
import { closeExecution } from "../run/close-execution.ts";
import { startWrite } from "../run/start-write.ts";
import type { CallsContext } from "./calls-context.ts";
import { executionOf, parsedText } from "./calls-context.ts";

/** Names Step Functions takes. */
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

/** The calls that start and stop executions. */
export function executionCalls(context: CallsContext): Pick<Engine, "startExecution" | "stopExecution"> {
  const { ledger, runner, clock, keepHistory, usable } = context;
  return {
    startExecution: ({ machineArn, name, input = "{}" }) => {
      usable();
      const machine = ledger.machineOf(machineArn);
      if (machine === undefined) throw new AwsError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${machineArn}'`);
      if (!NAME.test(name)) throw new AwsError("InvalidName", `Invalid Name: '${name}'`);
      const given = parsedText(input, "InvalidExecutionInput");
      const arn = `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;
      const known = ledger.executions.get(arn);
      if (known !== undefined) return sameStart(known, given);
      const origin: Origin = { arn, name, machineArn, machineName: machine.name, revision: machine.revision, input, startedAt: clock.now() };
      const execution = newExecution(origin, machine);
      runner.begin(execution, startWrite(execution, { now: clock.now(), keepHistory }));
      return { executionArn: arn, startDate: summarise(execution).startDate };
    },
    stopExecution: ({ executionArn, error, cause }) => {
      usable();
      const execution = executionOf(context, executionArn);
      const failure = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
      runner.commit(execution, (draft) => closeExecution(draft, "ABORTED", failure));
      return { stopDate: summarise(execution).stopDate ?? "" };
    },
  };
}

function sameStart(known: Execution, input: Json): { readonly executionArn: string; readonly startDate: string } {
  const { executionArn, startDate, status } = summarise(known);
  if (status !== "RUNNING" || !sameJson(known.input, input)) throw new AwsError("ExecutionAlreadyExists", `Execution Already Exists: '${executionArn}'`);
  return { executionArn, startDate };
}
