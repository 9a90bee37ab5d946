import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createVirtualClock } from "../clock/virtual-clock.ts";
import { createEngine } from "../create-engine.ts";
import type { Definition } from "../definition/definition.ts";
import type { EngineEvent } from "../engine.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { DIFFERENCES, RESTORED_INPUTS } from "./asl-histories.differences.ts";

interface Recorded {
  readonly name: string;
  readonly definition: Definition;
  readonly input: unknown;
  readonly status: string;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
  readonly states: readonly string[];
}

const file = new URL("../../../../../shared/oracles/asl-histories/histories.json", import.meta.url);
const recorded = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as readonly Recorded[]) : [];
const START = Date.parse("2026-03-02T01:00:00Z");

async function run({ name, definition, input }: Recorded) {
  const clock = createVirtualClock(START);
  const engine = createEngine({ store: createMemoryStore(), clock, invoke: async () => null });
  const machineArn = "arn:aws:states:ap-southeast-1:111111111111:stateMachine:recorded";
  engine.putStateMachine({ arn: machineArn, name: "recorded", definition, roleArn: "snf_role_arn" });
  const given = name in RESTORED_INPUTS ? RESTORED_INPUTS[name] : input;
  const { executionArn } = engine.startExecution({ machineArn, name: "one", input: JSON.stringify(given) });
  await clock.advance(START + 30 * 86_400_000 * 365);
  const { status, output, error, cause } = engine.describeExecution(executionArn);
  const states = engine.getExecutionHistory(executionArn).flatMap(entered);
  await engine.close();
  return { status, output: output === undefined ? undefined : (JSON.parse(output) as unknown), error, cause, states };
}

function entered(event: EngineEvent): readonly string[] {
  const details = event["stateEnteredEventDetails"] as { readonly name: string } | undefined;
  return details === undefined ? [] : [details.name];
}

/** Whether a recorded value was replaced by the recorder. */
function normalised(value: unknown): boolean {
  return typeof value === "string" && (/<[^>]*>/.test(value) || ["timestamp", "date", "generated-uuid", "RandomNumberGenerated"].includes(value));
}

/** The places where a result differs from the recorded one. */
function differences(actual: unknown, expected: unknown, at = ""): readonly string[] {
  if (normalised(expected)) return actual === undefined ? [`${at}: nothing, recorded ${String(expected)}`] : [];
  if (typeof expected !== "object" || expected === null || typeof actual !== "object" || actual === null) return Object.is(actual, expected) ? [] : [`${at}: ${JSON.stringify(actual)}, recorded ${JSON.stringify(expected)}`];
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...keys].flatMap((key) => differences((actual as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key], `${at}/${key}`));
}

async function compare(one: Recorded): Promise<readonly string[]> {
  const { status, output, error, cause, states } = one;
  return differences(await run(one), { status, output, error, cause, states });
}

describe("the comparison with a recorded execution", () => {
  it("refuses a planted difference in status, error, output or states", async () => {
    const one: Recorded = { name: "planted", definition: { StartAt: "A", States: { A: { Type: "Pass", End: true } } }, input: { n: 1 }, status: "SUCCEEDED", output: { n: 1 }, states: ["A"] };
    expect(await compare(one)).toEqual([]);
    expect(await compare({ ...one, status: "FAILED" })).toHaveLength(1);
    expect(await compare({ ...one, error: "E" })).toHaveLength(1);
    expect(await compare({ ...one, output: { n: 1, m: 2 } })).toHaveLength(1);
    expect(await compare({ ...one, states: ["A", "B"] })).toHaveLength(1);
  });
});

describe("executions recorded from AWS", () => {
  if (recorded.length === 0) it.skip("are not compared: ../shared/oracles/asl-histories is absent", () => {});
  const cases = recorded.map((one, at) => ({ one, key: recorded.findIndex(({ name }) => name === one.name) === at ? one.name : `${one.name} (again)` }));

  it("restores nothing but inputs the recorder had replaced, and lists no case that is not recorded", () => {
    for (const name of Object.keys(RESTORED_INPUTS)) {
      const input = recorded.find((one) => one.name === name)?.input ?? {};
      expect([name, Object.values(input).every(normalised)]).toEqual([name, true]);
    }
    for (const key of Object.keys(DIFFERENCES)) expect(cases.map((one) => one.key)).toContain(key);
    expect(Object.keys(DIFFERENCES).length).toBeLessThanOrEqual(0.05 * cases.length);
  });

  it.each(cases.map(({ key, one }) => [key, one] as const))("%s", async (key, one) => {
    const found = await compare(one);
    if (key in DIFFERENCES) expect(found, "no longer differs: take it out of the table").not.toEqual([]);
    else expect(found).toEqual([]);
  });
});
