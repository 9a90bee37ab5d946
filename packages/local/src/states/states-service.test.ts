import { expect, it } from "vitest";
import type { Grants } from "../iam/grants.ts";
import type { Principal } from "../iam/principal.ts";
import type { StateRunner } from "./state-runner.ts";
import { createStatesService } from "./states-service.ts";

it("gives instants as the JSON protocol carries them: seconds since 1970, in a history too", async () => {
  const history = [{ id: 1, previousEventId: 0, timestamp: "2026-10-05T01:00:00.250Z", type: "ExecutionStarted" }];
  const runner = { history: () => history, describe: () => ({ name: "d-1", startDate: "2026-10-05T01:00:00.250Z" }) } as unknown as StateRunner;
  const service = createStatesService(runner, { demand: () => undefined } as unknown as Grants);
  const by = {} as Principal;
  expect(await service["GetExecutionHistory"]?.({ executionArn: "arn" } as never, by)).toEqual({ events: [{ ...history[0], timestamp: 1_791_162_000.25 }] });
  expect(await service["DescribeExecution"]?.({ executionArn: "arn" } as never, by)).toMatchObject({ startDate: 1_791_162_000.25 });
});
