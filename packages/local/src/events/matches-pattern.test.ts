import { expect, test } from "vitest";
import { matchesPattern } from "./matches-pattern.ts";

const record = { eventName: "INSERT", dynamodb: { NewImage: { kind: { S: "commit" }, seq: { N: "3" } }, size: 7 } };

test.each([
  [{ eventName: ["INSERT", "MODIFY"] }, true],
  [{ eventName: ["REMOVE"] }, false],
  [{ dynamodb: { NewImage: { kind: { S: ["commit", "registration"] } } } }, true],
  [{ dynamodb: { NewImage: { kind: { S: [{ prefix: "com" }] } } } }, true],
  [{ dynamodb: { NewImage: { kind: { S: [{ "anything-but": ["commit"] }] } } } }, false],
  [{ dynamodb: { NewImage: { gone: { S: ["x"] } } } }, false],
  [{ dynamodb: { NewImage: { gone: [{ exists: false }] } } }, true],
  [{ dynamodb: { OldImage: { kind: { S: [{ exists: false }] } } } }, true],
  [{ dynamodb: { size: [{ numeric: [">", 5, "<=", 7] }] } }, true],
  [{ $or: [{ eventName: ["REMOVE"] }, { dynamodb: { size: [7] } }] }, true],
])("%j is %s", (pattern, expected) => {
  expect(matchesPattern(pattern, record)).toBe(expected);
});

test("refuses a comparison it does not know", () => {
  expect(() => matchesPattern({ eventName: [{ cidr: "10.0.0.0/8" }] }, record)).toThrow("cidr");
});
