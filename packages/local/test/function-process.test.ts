import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { functionEnvironment } from "../src/functions/function-environment.ts";
import { type FunctionProcess, startFunctionProcess } from "../src/functions/function-process.ts";

const fn = {
  logicalId: "Wakes",
  name: "wakes",
  arn: "arn:aws:lambda:ap-southeast-1:000000000000:function:wakes",
  roleArn: "arn:aws:iam::000000000000:role/wakes",
  directory: fileURLToPath(new URL("./functions", import.meta.url)),
  handler: "wakes.handler",
  timeoutSeconds: 0.2,
  memoryMegabytes: 128,
  logGroup: "/aws/lambda/wakes",
  logStreamArn: "arn:aws:logs:ap-southeast-1:000000000000:log-group:/aws/lambda/wakes:log-stream:local",
  environment: {},
};
const credentials = { accessKeyId: "a", secretAccessKey: "b", sessionToken: "c" };
const surroundings = { region: "ap-southeast-1", awsEndpoint: "http://127.0.0.1:9", rewrites: [] };

const started: FunctionProcess[] = [];
const startProcess = (onLine: (line: string) => void = () => undefined): FunctionProcess => {
  const process = startFunctionProcess({ fn, environment: functionEnvironment(fn, credentials, surroundings), onLine });
  started.push(process);
  return process;
};
afterEach(() => {
  for (const process of started.splice(0)) process.kill();
});

describe("a function's process", () => {
  test("does not count its loading towards its timeout", async () => {
    await expect(startProcess().invoke({ answer: true }, 0)).resolves.toBe("awake");
  });

  test("has told what a call printed when the call ends", async () => {
    const lines: string[] = [];
    const process = startProcess((line) => lines.push(line));
    for (let call = 1; call <= 50; call += 1) {
      await process.invoke({ answer: true }, 0);
      expect(lines).toHaveLength(call);
    }
  });

  test("is dead to its pool as soon as it ran out of time, before the system has ended it", async () => {
    const process = startProcess();
    await expect(process.invoke({ answer: false }, 0)).rejects.toMatchObject({ errorType: "Sandbox.Timedout" });
    expect(process.alive()).toBe(false);
  });
});
