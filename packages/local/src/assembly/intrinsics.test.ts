import { expect, test } from "vitest";
import { NO_VALUE, resolveValue, type Scope } from "./intrinsics.ts";

const scope: Scope = {
  ref: (id) => ({ Name: "ten", "AWS::NoValue": NO_VALUE, "AWS::Region": "ap-southeast-1" })[id],
  attribute: (id, name) => `${id}.${name}`,
  importValue: (name) => `imported ${name}`,
  condition: (name) => name === "Yes",
  mapping: (map, top, second) => `${map}/${top}/${second}`,
  zones: () => ["a", "b"],
};

test.each([
  ["Ref", { Ref: "Name" }, "ten"],
  ["GetAtt as a list", { "Fn::GetAtt": ["Table", "Arn"] }, "Table.Arn"],
  ["GetAtt as text", { "Fn::GetAtt": "Table.Stream.Arn" }, "Table.Stream.Arn"],
  ["Join", { "Fn::Join": ["-", ["a", { Ref: "Name" }]] }, "a-ten"],
  ["Split and Select", { "Fn::Select": [1, { "Fn::Split": ["/", "a/b/c"] }] }, "b"],
  ["Sub", { "Fn::Sub": "${AWS::Region} ${Name} ${Table.Arn} ${!Kept}" }, "ap-southeast-1 ten Table.Arn ${Kept}"],
  ["Sub with variables", { "Fn::Sub": ["${X}", { X: { Ref: "Name" } }] }, "ten"],
  ["ImportValue", { "Fn::ImportValue": "Other:Export" }, "imported Other:Export"],
  ["If", { "Fn::If": ["Yes", "then", "else"] }, "then"],
  ["If without a value", { kept: 1, gone: { "Fn::If": ["No", 1, { Ref: "AWS::NoValue" }] } }, { kept: 1 }],
  ["Equals, Not, And, Or", { "Fn::And": [{ "Fn::Equals": ["a", "a"] }, { "Fn::Not": [{ "Fn::Or": [{ Condition: "No" }] }] }] }, true],
  ["FindInMap", { "Fn::FindInMap": ["M", { Ref: "Name" }, "z"] }, "M/ten/z"],
  ["a policy's Condition block", { Condition: { StringEquals: { "aws:SourceAccount": "1" } } }, { Condition: { StringEquals: { "aws:SourceAccount": "1" } } }],
])("applies %s", (_, value, expected) => {
  expect(resolveValue(value, scope)).toEqual(expected);
});

test("refuses an intrinsic it does not know", () => {
  expect(() => resolveValue({ "Fn::Transform": {} }, scope)).toThrow("Fn::Transform");
});
