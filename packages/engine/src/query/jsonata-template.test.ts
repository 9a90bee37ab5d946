import { describe, expect, it } from "vitest";
import { checkDefinition } from "../definition/check-definition.ts";
import type { Json } from "../json.ts";
import { openTestEngine, START } from "../testing/test-engine.ts";

/** What a template gives for an input. */
async function given(template: Json, input: unknown = {}): Promise<unknown> {
  const { start, output, result } = openTestEngine({ StartAt: "A", States: { A: { Type: "Pass", Output: template, End: true } } }, { random: () => 0.25 });
  await start(input);
  return result().status === "SUCCEEDED" ? output() : result().cause;
}

describe("a JSONata template", () => {
  it("evaluates strings that are expressions as a whole, anywhere, and leaves all others", async () => {
    expect(await given({ a: ["{% $states.input.n + 1 %}", { b: "{%$states.input.n%}" }], c: "n is {% $states.input.n %}" }, { n: 1 })).toEqual({ a: [2, { b: 1 }], c: "n is {% $states.input.n %}" });
  });

  it("has the functions Step Functions adds", async () => {
    expect(await given("{% $partition([1..5], 2) %}")).toEqual([[1, 2], [3, 4], [5]]);
    expect(await given("{% $range(1, 10, 4) %}")).toEqual([1, 5, 9]);
    expect(await given("{% $hash('input data', 'SHA-256') %}")).toBe("b4a697a057313163aee33cd8d40c66e9f0f177e00cac2de32475ffff6169c3e3");
    expect(await given("{% $parse('{\"a\":[1]}').a %}")).toEqual([1]);
    expect(await given("{% $uuid() %}")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await given("{% $random() %}")).toBe(0.25);
    expect(await given("{% $random(7) = $random(7) %}")).toBe(true);
  });

  it("takes its time from the engine's clock", async () => {
    expect(await given("{% $millis() %}")).toBe(START);
    expect(await given("{% $now() %}")).toBe("2026-03-02T01:00:00.000Z");
    expect(await given("{% $now('[D01]/[M01]/[Y]', '+0700') %}")).toBe("02/03/2026");
  });

  it("keeps a list of one a list, in variables too", async () => {
    const { start, output } = openTestEngine({
      StartAt: "A",
      States: { A: { Type: "Pass", Assign: { list: "{% [$states.input.items[n > 1]] %}" }, Next: "B" }, B: { Type: "Pass", Output: { list: "{% $list %}", nested: "{% [$list, $list] %}" }, End: true } },
    });
    await start({ items: [{ n: 1 }, { n: 2 }] });
    expect(output()).toEqual({ list: [{ n: 2 }], nested: [{ n: 2 }, { n: 2 }] });
  });

  it("evaluates an expression of eight kilobytes", async () => {
    const long = `{% $sum([${Array.from({ length: 1_900 }, (_, at) => at).join(",")}]) %}`;
    expect(long.length).toBeGreaterThan(8_000);
    expect(await given(long)).toBe((1_899 * 1_900) / 2);
  });

  it("refuses $eval, an expression without a value, one that gives a function, and one that throws", async () => {
    expect(await given("{% $eval('1') %}")).toContain("T1006: Attempted to invoke a non-function");
    expect(await given("{% $states.input.none %}")).toContain("returned nothing (undefined).");
    expect(await given("{% function($x) { $x } %}")).toContain("returned an unsupported result type.");
    expect(await given("{% {'f': [$sum]} %}")).toContain("returned an unsupported result type.");
    expect(await given("{% $error('so it is') %}")).toContain("D3137: so it is");
    expect(await given("{% $partition([1], 0) %}")).toContain("positive number");
  });
});

describe("a definition", () => {
  it("refuses what the engine would not run as AWS does, each with its place", () => {
    const faults = checkDefinition({
      QueryLanguage: "JSONata",
      StartAt: "Gone",
      States: {
        "a/b": { Type: "Task", Arguments: { x: ["{% $states. %}"] }, Next: "Missing" },
        Each: { Type: "Map", ItemReader: {}, ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED" }, StartAt: "In", States: { In: { Type: "Pass" } } }, End: true },
      },
    });
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      "/StartAt",
      "/States/a~1b/Next",
      "/States/a~1b/Arguments/x/0",
      "/States/Each/ItemReader",
      "/States/Each/ItemProcessor/ProcessorConfig/Mode",
      "/States/Each/ItemProcessor/States/In",
    ]);
  });
});
