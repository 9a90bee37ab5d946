import type { Clock } from "../clock/clock.ts";
import type { Execution } from "../execution/execution.ts";
import { AwsError } from "../aws-error.ts";
import type { AwsErrorName } from "../aws-error.ts";
import type { Json } from "../json.ts";
import { fits } from "../run/data-limit.ts";
import type { Runner } from "../run/runner.ts";
import type { Ledger } from "../store/ledger.ts";

/** What the calls of an engine share. */
export interface CallsContext {
  readonly ledger: Ledger;
  readonly runner: Runner;
  readonly clock: Clock;
  readonly keepHistory: boolean;
  /** @throws Error once the engine is closed or its store has failed */
  readonly usable: () => void;
}

/** @throws AwsError `ExecutionDoesNotExist` */
export function executionOf({ ledger }: CallsContext, executionArn: string): Execution {
  const execution = ledger.executions.get(executionArn);
  if (execution === undefined) throw new AwsError("ExecutionDoesNotExist", `Execution Does Not Exist: '${executionArn}'`);
  return execution;
}

/** The value of a JSON text that fits. @throws AwsError named by `refusal` */
export function parsedText(text: string, refusal: AwsErrorName): Json {
  if (!fits(text)) throw new AwsError(refusal, "the JSON text is larger than 262144 bytes");
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new AwsError(refusal, "the text is not JSON");
  }
}
