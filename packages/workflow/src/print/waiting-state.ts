import type { StepKind } from "@motcua/procedure";
import type { Exit, State, Template } from "../definition.ts";
import { jsonata } from "./expressions.ts";
import { retryRules } from "./retry-rules.ts";

/** Hands a token to a function and waits until somebody answers it. */
export const INVOKE_AND_WAIT = "arn:aws:states:::lambda:invoke.waitForTaskToken";

interface Called {
  readonly function: string;
  readonly payload: Readonly<Record<string, Template>>;
  /** Seconds before the first retry. */
  readonly firstWait: number;
}

/** A person or the clock answers: the function only notes the token. */
const PERSON: Called = { function: "${RegisterTaskFunctionArn}", payload: {}, firstWait: 2 };

/** Another system answers: the function calls it, and must know how often that was tried. */
const SYSTEM: Called = { function: "${ConnectFunctionArn}", payload: { retry: jsonata("$states.context.State.RetryCount") }, firstWait: 10 };

const CALLED: Readonly<Record<Exclude<StepKind, "fork">, Called>> = {
  intake: PERSON, task: PERSON, inspect: PERSON, attend: PERSON, pay: PERSON, sign: PERSON, seal: PERSON, return: PERSON,
  confirm: PERSON, consult: PERSON, wait: PERSON, register: SYSTEM,
};

/** The state that waits for a step. Its output is the answer: outcome, facts, and `after` for the steps that follow. */
export function waitingState({ state, kind }: { readonly state: string; readonly kind: Exclude<StepKind, "fork"> }, exit: Exit, failed: string): State {
  const called = CALLED[kind];
  const input = "$states.context.Execution.Input";
  return {
    Type: "Task",
    Resource: INVOKE_AND_WAIT,
    Arguments: {
      FunctionName: called.function,
      Payload: {
        dossier: jsonata(`${input}.dossier`),
        generation: jsonata(`${input}.generation`),
        step: jsonata(`${input}.steps.${state}`),
        after: jsonata("$states.input.after"),
        token: jsonata("$states.context.Task.Token"),
        ...called.payload,
      },
    },
    Retry: retryRules(called.firstWait),
    // The cause of an error is a text from outside: only its name goes on.
    Catch: [{ ErrorEquals: ["States.ALL"], Output: { error: jsonata("$states.errorOutput.Error"), state: jsonata("$states.context.State.Name") }, Next: failed }],
    ...exit,
  };
}
