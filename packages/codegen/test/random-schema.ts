import type { FormSchema } from "@motcua/procedure";
import fc from "fast-check";

/** A schema as it is drawn: `yes` and `no` stand for `then` and `else`. */
type RandomSchema = Readonly<Record<string, unknown>>;

const KEYS = ["a", "b", "key", "value", "out", "entry"] as const;
const key = fc.constantFrom(...KEYS);
const keys = fc.uniqueArray(key, { maxLength: 3 });
const texts = fc.constantFrom("", "a", "ab", "abc", "12", "𝒜", "𝒜b", "ễ", "\ud800", "2026-02-29", "2024-02-29", "012345678901");
const numbers = fc.constantFrom(-1, 0, 1, 2, 2.5, 4, 1e21);
const scalar = fc.oneof(texts, numbers, fc.boolean(), fc.constant(null));

const leaf: fc.Arbitrary<RandomSchema> = fc.oneof(
  fc.record({ type: fc.constant("string"), minLength: fc.integer({ min: 0, max: 3 }), maxLength: fc.integer({ min: 0, max: 3 }), pattern: fc.constantFrom("^a", "^\\d+$", "^.$"), format: fc.constantFrom("date", "vn-personal-id") }, { requiredKeys: [] }),
  fc.record({ type: fc.constantFrom("integer", "number"), minimum: fc.integer({ min: -1, max: 2 }), maximum: numbers, exclusiveMinimum: numbers, exclusiveMaximum: numbers, multipleOf: fc.constantFrom(1, 2) }, { requiredKeys: [] }),
  fc.record({ type: fc.constant("boolean") }),
  fc.record({ enum: fc.uniqueArray(fc.oneof(scalar, fc.constantFrom([1], { a: 1 })), { minLength: 1, maxLength: 6, comparator: (x, y) => JSON.stringify(x) === JSON.stringify(y) }) }),
  fc.record({ type: fc.constant("string"), enum: fc.uniqueArray(texts, { minLength: 1, maxLength: 3 }), minLength: fc.integer({ min: 0, max: 2 }) }, { requiredKeys: ["type", "enum"] }),
  fc.record({ type: fc.constant("integer"), enum: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1 }), minimum: fc.constant(2) }, { requiredKeys: ["type", "enum"] }),
  fc.record({ const: fc.oneof(scalar, fc.constantFrom([1, "a"], { a: [1] })) }),
  fc.record({ type: fc.constant(["string", "null"]), maxLength: fc.constant(1) }, { requiredKeys: ["type"] }),
  fc.record({ $ref: fc.constantFrom("#/$defs/Ten", "#/$defs/Nguoi") }),
);

const { schema } = fc.letrec<{ readonly schema: RandomSchema; readonly object: RandomSchema; readonly list: RandomSchema; readonly mixed: RandomSchema; readonly choice: RandomSchema }>((tie) => ({
  schema: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, tie("object"), tie("list"), tie("mixed"), tie("choice")),
  object: fc.record(
    {
      type: fc.constant("object"), properties: fc.dictionary(key, tie("schema"), { maxKeys: 3 }), required: keys, additionalProperties: fc.boolean(),
      dependentRequired: fc.dictionary(key, keys, { maxKeys: 2 }), allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
      not: tie("schema"), if: tie("schema"), yes: tie("schema"), no: tie("schema"), anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ["type"] },
  ),
  list: fc.record({ type: fc.constant("array"), items: tie("schema"), minItems: fc.integer({ min: 0, max: 2 }), maxItems: fc.integer({ min: 0, max: 2 }) }, { requiredKeys: [] }),
  mixed: fc.record(
    {
      $ref: fc.constantFrom("#/$defs/Ten", "#/$defs/Nguoi"), required: keys, properties: fc.dictionary(key, tie("schema"), { maxKeys: 2 }), additionalProperties: fc.boolean(),
      minLength: fc.constant(1), maximum: fc.constant(2), maxItems: fc.constant(1), not: tie("schema"), anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }), if: tie("schema"), yes: tie("schema"),
    },
    { requiredKeys: [] },
  ),
  choice: fc.tuple(tie("schema"), tie("schema"), fc.boolean()).map(([first, second, typed]) => ({
    ...(typed ? { type: "object" } : {}),
    oneOf: [
      { properties: { key: { const: "a" }, a: first }, required: ["key"] },
      { properties: { key: { const: 1 }, b: second }, required: ["key", "b"] },
    ],
  })),
}));

/** A schema with `then` and `else` where there is an `if` for them. */
function finished(drawn: RandomSchema): FormSchema {
  const entries = Object.entries(drawn).filter(([name]) => Object.hasOwn(drawn, "if") || !Object.hasOwn(BRANCHES, name));
  return Object.fromEntries(entries.map(([name, inside]) => [BRANCHES[name] ?? name, finishedInside(name, inside)]));
}

const BRANCHES: Readonly<Record<string, string>> = { yes: "then", no: "else" };
const ONE: ReadonlySet<string> = new Set(["items", "if", "yes", "no", "not"]);
const MANY: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);

function finishedInside(name: string, inside: unknown): unknown {
  if (name === "properties") return Object.fromEntries(Object.entries(inside as Record<string, RandomSchema>).map(([field, child]) => [field, finished(child)]));
  if (MANY.has(name)) return (inside as readonly RandomSchema[]).map(finished);
  return ONE.has(name) ? finished(inside as RandomSchema) : inside;
}

/** Schemas of every keyword that is emitted, in every combination that is not refused. They may refer to {@link DEFINITIONS}. */
export const randomSchema: fc.Arbitrary<FormSchema> = schema.map(finished);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, scalar, fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(fc.oneof(key, fc.constantFrom("constructor", "__proto__", "a b")), tie("value"), { maxKeys: 4 })),
}));

/** Values that such schemas take, or nearly take. */
export const randomValue: fc.Arbitrary<unknown> = value;

/** What random schemas refer to. */
export const DEFINITIONS: Readonly<Record<string, FormSchema>> = {
  Ten: { type: "string", minLength: 1, maxLength: 2 },
  Nguoi: { type: "object", properties: { a: { $ref: "#/$defs/Ten" }, value: { type: "integer" } }, required: ["a"] },
};
