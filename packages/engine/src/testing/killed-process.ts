import { writeSync } from "node:fs";
import { createRealClock } from "../clock/real-clock.ts";
import { createEngine } from "../create-engine.ts";
import { createFileStore } from "../store/file-store.ts";
import { MACHINE, TOKEN_TASK } from "./test-engine.ts";

/**
 * A process that works until it is killed: it starts executions on the store named by its argument, answers their first
 * token, and says on its output, a line each, what it has been told is done.
 */
const engine = createEngine({
  store: createFileStore(process.argv[2] ?? ""),
  clock: createRealClock(),
  invoke: async ({ token, state, executionName }) => {
    if (state === "First" && token !== undefined) {
      setImmediate(() => {
        engine.sendTaskSuccess({ token, output: JSON.stringify({ first: executionName }) });
        writeSync(1, `answered ${executionName}\n`);
      });
    }
    return null;
  },
});
engine.putStateMachine({
  arn: MACHINE,
  name: "under-test",
  definition: {
    QueryLanguage: "JSONata",
    StartAt: "First",
    States: { First: { Type: "Task", Resource: TOKEN_TASK, Next: "Second" }, Second: { Type: "Task", Resource: TOKEN_TASK, Output: "{% $states.input %}", End: true } },
  },
});
for (let count = 0; ; count++) {
  engine.startExecution({ machineArn: MACHINE, name: `e${count}` });
  writeSync(1, `started e${count}\n`);
  await new Promise((resolve) => setImmediate(resolve));
}
