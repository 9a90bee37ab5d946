// oxlint-disable unicorn/no-thenable -- `then` is a word of JSON Schema
import type { FormSchema } from "@motcua/procedure";
import { describe, expect, test } from "vitest";
import { procedureWith } from "../../test/procedure-with.ts";
import { generateSdk } from "../generate-sdk.ts";

const field = (schema: unknown): FormSchema => ({ type: "object", properties: { x: schema as FormSchema } });
const at = (keyword: string) => `/form/properties/x/${keyword}`;

const REFUSED: readonly (readonly [what: string, form: FormSchema, pointer: string])[] = [
  ["a keyword of the standard that is not emitted", field({ type: "array", uniqueItems: true }), at("uniqueItems")],
  ["prefixItems", field({ type: "array", prefixItems: [{}] }), at("prefixItems")],
  ["contains", field({ type: "array", contains: {} }), at("contains")],
  ["patternProperties", field({ type: "object", patternProperties: {} }), at("patternProperties")],
  ["propertyNames", field({ type: "object", propertyNames: {} }), at("propertyNames")],
  ["unevaluatedProperties", field({ type: "object", unevaluatedProperties: false }), at("unevaluatedProperties")],
  ["dependentSchemas", field({ type: "object", dependentSchemas: {} }), at("dependentSchemas")],
  ["$dynamicRef", field({ $dynamicRef: "#x" }), at("$dynamicRef")],
  ["minContains deep inside", field({ type: "array", items: { allOf: [{ not: { minContains: 1 } }] } }), `${at("items")}/allOf/0/not/minContains`],
  ["a slip of the pen", field({ type: "string", maxLenght: 3 }), at("maxLenght")],
  ["a word of ours that does not exist", field({ type: "string", "x-lable": {} }), at("x-lable")],
  ["rules anywhere but at the root", field({ type: "object", "x-rules": [] }), at("x-rules")],
  ["definitions anywhere but at the root", field({ type: "object", $defs: {} }), at("$defs")],
  ["two types", field({ type: ["string", "integer"] }), at("type")],
  ["null alone", field({ type: "null" }), at("type")],
  ["a type that does not exist", field({ type: "text" }), at("type")],
  ["null beside a reference, which would let it pass", { ...field({ type: ["object", "null"], $ref: "#/$defs/A" }), $defs: { A: { type: "object" } } }, at("type")],
  ["null that the closed list does not have", field({ type: ["string", "null"], enum: ["a"] }), at("enum")],
  ["a value of another type in a closed list", field({ type: "string", enum: ["a", 1] }), at("enum")],
  ["a constant of another type", field({ type: "integer", const: "1" }), at("const")],
  ["a constant beside a closed list", field({ const: "a", enum: ["b"] }), at("const")],
  ["a schema for other keys", field({ type: "object", additionalProperties: { type: "string" } }), at("additionalProperties")],
  ["false as a schema", field(false), "/form/properties/x"],
  ["true inside a condition", field({ if: true, then: { required: ["a"] } }), at("if")],
  ["a reference into another file", field({ $ref: "person.json#/$defs/HoTen" }), at("$ref")],
  ["a reference to nothing", field({ $ref: "#/$defs/Gone" }), at("$ref")],
  ["a format nobody implements", field({ type: "string", format: "vn-postcode" }), at("format")],
  ["what every object inherits as a format", field({ type: "string", format: "constructor" }), at("format")],
  ["a fraction as multipleOf", field({ type: "number", multipleOf: 0.01 }), at("multipleOf")],
  ["a pattern that is no regular expression", field({ type: "string", pattern: "^[$" }), at("pattern")],
  ["a pattern with an escape that Unicode mode does not know", field({ type: "string", pattern: "^\\-$" }), at("pattern")],
  ["then without if", field({ then: {} }), at("then")],
  ["else without if", field({ else: {} }), at("else")],
  ["alternatives that nothing tells apart", field({ oneOf: [{ required: ["a"] }, { required: ["b"] }] }), at("oneOf")],
  ["alternatives told apart by a key that may be absent", field({ oneOf: [{ properties: { k: { const: 1 } } }, { properties: { k: { const: 2 } } }] }), at("oneOf")],
  ["a single alternative", field({ oneOf: [{ properties: { k: { const: 1 } }, required: ["k"] }] }), at("oneOf")],
  ["a field named __proto__", JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}') as FormSchema, "/form/properties"],
  ["a required field with a name that every object inherits", { type: "object", required: ["constructor"] }, "/form/required"],
  ["a definition that contains itself", { ...field({ $ref: "#/$defs/A" }), $defs: { A: { type: "array", items: { $ref: "#/$defs/A" } } } }, "/form/$defs/A"],
  ["two definitions that contain each other", { ...field({ $ref: "#/$defs/A" }), $defs: { A: { anyOf: [{ $ref: "#/$defs/B" }] }, B: { not: { $ref: "#/$defs/A" } } } }, "/form/$defs/A"],
];

describe("generation", () => {
  test.each(REFUSED)("refuses %s, with its pointer, and writes nothing", (_, form, pointer) => {
    const sdk = generateSdk(procedureWith(form));
    expect(sdk.files).toEqual([]);
    expect(sdk.problems.length).toBeGreaterThan(0);
    expect(sdk.problems[0]).toMatchObject({ code: "keyword-not-supported", pointer });
  });

  test("refuses everything at once", () => {
    const form: FormSchema = { type: "object", properties: { a: { type: "string", format: "gone" }, b: { contains: {} } }, minProperties: 1 };
    expect(generateSdk(procedureWith(form)).problems.map(({ pointer }) => pointer)).toEqual(["/form/minProperties", "/form/properties/a/format", "/form/properties/b/contains"]);
  });

  test("escapes keys in pointers", () => {
    expect(generateSdk(procedureWith({ type: "object", properties: { "a/b~c": { contains: {} } } })).problems[0]?.pointer).toBe("/form/properties/a~1b~0c/contains");
  });

  test("takes a form that has fields named like keywords", () => {
    expect(generateSdk(procedureWith({ type: "object", properties: { items: { type: "object", properties: { type: { type: "string" }, contains: { type: "boolean" } } } } })).problems).toEqual([]);
  });
});
