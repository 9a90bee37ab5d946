import fc from "fast-check";
import type { Schema } from "../src/index.ts";

const KEYS = ["a", "b", "key", "x$y", "constructor", "__proto__"] as const;
const key = fc.constantFrom(...KEYS);
const keys = fc.uniqueArray(key, { maxLength: 3 });
const scalar = fc.oneof(fc.constantFrom("", "a", "ab", "abc", "𝒜", "\ud800", "2024-02-29"), fc.constantFrom(-1, 0, 1, 2, 2.5, 0.07, 19.99, 1e21), fc.boolean(), fc.constant(null));
const count = fc.integer({ min: 0, max: 2 });
const type = fc.constantFrom("string", "integer", "number", "boolean", "object", "array", "null");

const { schema, object } = fc.letrec<{ readonly schema: Schema; readonly object: Schema }>((tie) => {
  const inside = tie("schema");
  const list = fc.array(inside, { minLength: 1, maxLength: 2 });
  const named = fc.dictionary(key, inside, { maxKeys: 3 });
  return {
    schema: fc.oneof({ maxDepth: 3, withCrossShrink: true }, fc.boolean(), tie("object"), tie("object"), tie("object")),
    object: fc.record(
      {
        type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })), const: scalar, enum: fc.uniqueArray(fc.oneof(scalar, fc.constantFrom([1], { a: 1 })), { minLength: 1, maxLength: 6, comparator: (x, y) => JSON.stringify(x) === JSON.stringify(y) }),
        minLength: count, maxLength: count, pattern: fc.constantFrom("^a", "b$", "^.$"), minimum: count, exclusiveMaximum: count, multipleOf: fc.constantFrom(1, 2, 0.5),
        minItems: count, maxItems: count, uniqueItems: fc.boolean(), prefixItems: list, items: inside, contains: inside, minContains: count, maxContains: count,
        minProperties: count, maxProperties: count, required: keys, properties: named, patternProperties: fc.dictionary(fc.constantFrom("^a", "y"), inside, { maxKeys: 2 }), additionalProperties: inside, propertyNames: inside,
        dependentRequired: fc.dictionary(key, keys, { maxKeys: 2 }), dependentSchemas: fc.dictionary(key, inside, { maxKeys: 2 }),
        allOf: list, anyOf: list, oneOf: list, not: inside, if: inside, yes: inside, no: inside,
        $ref: fc.constantFrom("#/$defs/list", "#/$defs/thing", "#deep"), unevaluatedProperties: inside, unevaluatedItems: inside,
      },
      { requiredKeys: [], noNullPrototype: true },
    ).chain((drawn) => fc.shuffledSubarray(Object.keys(drawn), { minLength: 1, maxLength: 4 }).map((kept) => Object.fromEntries(Object.entries(drawn).filter(([name]) => kept.includes(name))))).map(finished),
  };
});

// Multiples are exact in binary: of 0.07 and 0.01 most judges say what floating point says, and are wrong.

/** `yes` and `no` stand for `then` and `else`: an object with a `then` is taken for a promise by whoever awaits it. */
function finished(drawn: Readonly<Record<string, unknown>>): Schema {
  return Object.fromEntries(Object.entries(drawn).map(([name, value]) => [name === "yes" ? "then" : name === "no" ? "else" : name, value]));
}

/** Schemas of JSON Schema 2020-12, every keyword in any company; they may refer to definitions of their root. */
export const randomStandard: fc.Arbitrary<Schema> = fc.oneof(schema, object).map((drawn) => ({
  $defs: {
    list: { type: "array", items: { type: ["integer", "array"] }, maxItems: 2 },
    thing: { $anchor: "deep", properties: { a: { type: "string" }, b: { $ref: "#/$defs/list" } }, required: ["a"] },
  },
  allOf: [drawn],
}));

const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true })),
}));

/** Values that such schemas take, or nearly take. */
export const randomStandardValue: fc.Arbitrary<unknown> = value;
