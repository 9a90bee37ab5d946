import { expect, test } from "vitest";
import { conditionHolds } from "./condition.ts";

test.each([
  [{ StringEquals: { "aws:SourceAccount": "1" } }, { "aws:SourceAccount": "1" }, true],
  [{ StringEquals: { "aws:SourceAccount": ["2", "1"] } }, { "aws:SourceAccount": "1" }, true],
  [{ StringEquals: { "aws:SourceAccount": "1" } }, {}, false],
  [{ StringEqualsIfExists: { "aws:SourceAccount": "1" } }, {}, true],
  [{ StringNotEquals: { "aws:SourceAccount": ["1", "2"] } }, { "aws:SourceAccount": "2" }, false],
  [{ ArnLike: { "aws:SourceArn": "arn:aws:execute-api:*:*:id/*/*/api/{proxy+}" } }, { "AWS:SourceArn": "arn:aws:execute-api:r:1:id/$default/GET/api/{proxy+}" }, true],
  [{ Bool: { "aws:SecureTransport": "false" } }, { "aws:SecureTransport": "true" }, false],
  [{ "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["D#*"] } }, { "dynamodb:LeadingKeys": ["D#1", "X#1"] }, false],
  [{ "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["D#*"] } }, { "dynamodb:LeadingKeys": ["D#1", "X#1"] }, true],
  [{ Null: { "s3:prefix": "true" } }, {}, true],
])("%j in %j is %s", (condition, context, expected) => {
  expect(conditionHolds(condition as never, context as never)).toBe(expected);
});

test("refuses an operator it does not know", () => {
  expect(() => conditionHolds({ BinaryEquals: { key: "x" } }, { key: "x" })).toThrow("BinaryEquals");
});
