import { expect, it } from "vitest";
import { BLIND_SPOTS, judgeAsIs, judges, majority } from "./form-oracle.ts";

it.each(BLIND_SPOTS)("lets $judge abstain where $why", ({ judge, example: { schema, value, valid } }) => {
  // Once a judge sees, it is asked again: its entry goes.
  expect(judgeAsIs(judge, schema)(value)).toBe(!valid);
  expect(judges(schema)[judge]?.(value)).toBeUndefined();
  expect(majority(judges(schema))(value) ?? valid).toBe(valid);
});

it("goes on asking a judge of what is not in its blind spots", () => {
  const told = judges({ unevaluatedProperties: false, properties: { a: true } });
  expect(["ajv", "typebox", "library"].map((name) => told[name]?.({ a: 1 }))).toEqual([true, true, true]);
  expect(["ajv", "typebox", "library"].map((name) => told[name]?.({ b: 1 }))).toEqual([false, false, false]);
});
