import type { SFNClient } from "@aws-sdk/client-sfn";
import { describe, expect, it } from "vitest";
import { executions } from "./executions.ts";

const PREFIX = "arn:aws:states:ap-southeast-1:123456789012:stateMachine:motcua-dong-thap-";

/** A client that remembers what it was sent, and fails with a named error where told to. */
function client(failure?: string) {
  const sent: unknown[] = [];
  const send = async (command: { readonly input: unknown }) => {
    sent.push(command.input);
    if (failure !== undefined) throw Object.assign(new Error(failure), { name: failure });
    return {};
  };
  return { sent, sfn: { send } as unknown as SFNClient };
}

describe("executions on Step Functions", () => {
  it("starts, stops and answers by the machine's shape", async () => {
    const { sent, sfn } = client();
    const port = executions(sfn, PREFIX);
    await port.start({ machine: "abc", name: "n-1", input: { after: 1 } });
    await port.stop({ machine: "abc", name: "n-1", cause: "withdrawn" });
    await port.answer("token", { outcome: "o1" });
    expect(sent).toEqual([
      { stateMachineArn: `${PREFIX}abc`, name: "n-1", input: '{"after":1}' },
      { executionArn: "arn:aws:states:ap-southeast-1:123456789012:execution:motcua-dong-thap-abc:n-1", cause: "withdrawn" },
      { taskToken: "token", output: '{"outcome":"o1"}' },
    ]);
  });

  it("takes for done what has been done already", async () => {
    await executions(client("ExecutionAlreadyExists").sfn, PREFIX).start({ machine: "abc", name: "n-1", input: {} });
    await executions(client("ExecutionDoesNotExist").sfn, PREFIX).stop({ machine: "abc", name: "n-1", cause: "stopped" });
    await executions(client("TaskTimedOut").sfn, PREFIX).answer("token", {});
    await executions(client("TaskDoesNotExist").sfn, PREFIX).answer("token", {});
  });

  it("refuses to hide any other failure", async () => {
    await expect(executions(client("AccessDeniedException").sfn, PREFIX).start({ machine: "abc", name: "n-1", input: {} })).rejects.toThrow("AccessDeniedException");
    await expect(executions(client("ExecutionAlreadyExists").sfn, PREFIX).answer("token", {})).rejects.toThrow("ExecutionAlreadyExists");
  });
});
