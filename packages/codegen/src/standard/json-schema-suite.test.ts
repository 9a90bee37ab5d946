import { describe, expect, it } from "vitest";
import { ABSENT, suiteCases, suiteDocuments, type SuiteCase } from "../../test/json-schema-suite.ts";
import { loadIs, loadModule, loadZod } from "../../test/load-emitted.ts";
import { procedureWith } from "../../test/procedure-with.ts";
import { runEmitted, type EmittedPredicate } from "../../test/run-emitted.ts";
import { generatePredicate, generateSdk, type Schema } from "../index.ts";
import { REFUSED } from "./json-schema-suite.refused.ts";

const cases = suiteCases();
const documents = cases.length === 0 ? {} : suiteDocuments();

type Validator = (value: unknown) => boolean;

/** The three validators that are emitted for a schema; none where it is refused. */
function validators(schema: Schema): Readonly<Record<string, Validator>> | undefined {
  const sdk = generateSdk(procedureWith(schema), { dialect: "standard", documents });
  if (sdk.problems.length > 0) return undefined;
  const [{ is }, { problems }, { Form }] = [loadIs(sdk), loadModule(sdk), loadZod(sdk)];
  return { is, problems: (value) => problems(value, { today: "2026-01-01" }).length === 0, zod: (value) => Form.safeParse(value).success };
}

/** Tests of the suite that a validator does not pass, with what it says. */
function wrong({ tests }: SuiteCase, validator: Validator): readonly string[] {
  return tests.filter(({ data, valid }) => validator(data) !== valid).map(({ description, valid }) => `${description}: ${valid ? "refused" : "accepted"}`);
}

describe("a validator", () => {
  it("is found out where it says yes to everything", () => {
    const one: SuiteCase = { file: "planted", description: "planted", schema: { minimum: 2 }, tests: [{ description: "below", data: 1, valid: false }, { description: "above", data: 3, valid: true }] };
    expect(wrong(one, validators(one.schema)?.["is"] ?? (() => true))).toEqual([]);
    expect(wrong(one, () => true)).toEqual(["below: accepted"]);
  });
});

describe("the official suite, draft 2020-12", () => {
  if (cases.length === 0) it.skip(ABSENT, () => {});
  const key = ({ file, description }: SuiteCase) => `${file}: ${description}`;
  const counted = (some: readonly SuiteCase[]) => some.reduce((sum, { tests }) => sum + tests.length, 0);

  it.each(cases.filter((one) => REFUSED[key(one)] === undefined).map((one) => [key(one), one] as const))("%s", (_, one) => {
    const emitted = validators(one.schema);
    expect(emitted, "refused, and not listed").toBeDefined();
    for (const [name, validator] of Object.entries(emitted ?? {})) expect({ [name]: wrong(one, validator) }).toEqual({ [name]: [] });
  });

  it.each(cases.filter((one) => REFUSED[key(one)] !== undefined).map((one) => [key(one), one] as const))("refuses %s, with its pointer", (name, one) => {
    const { problems } = generateSdk(procedureWith(one.schema), { dialect: "standard", documents });
    expect(problems.map(({ code, pointer }) => ({ code, pointer }))).toEqual([{ code: "keyword-not-supported", pointer: REFUSED[name]?.pointer }]);
  });

  it.runIf(cases.length > 0)("is passed but for what is listed, at most one test in two hundred", () => {
    for (const name of Object.keys(REFUSED)) expect(cases.map(key)).toContain(name);
    const refused = counted(cases.filter((one) => REFUSED[key(one)] !== undefined));
    expect({ all: counted(cases), refused }).toEqual({ all: 1_299, refused: 5 });
  });
});

describe("a predicate of the standard", () => {
  const is = (schema: Schema): Validator => {
    const text = generatePredicate(schema);
    if (!text.ok) throw new Error(text.problems.map(({ pointer }) => pointer).join());
    return (runEmitted(text.value) as EmittedPredicate).is;
  };

  it.each([
    ["a keyword of an older draft", { items: { additionalItems: false } }, "/items/additionalItems"],
    ["a list of schemas as items", { items: [{}] }, "/items"],
    ["a reference to nothing", { properties: { a: { $ref: "#/$defs/gone" } } }, "/properties/a/$ref"],
    ["a reference into a file that was not given", { $ref: "https://example.test/person.json" }, "/$ref"],
    ["a type that JSON does not have", { allOf: [{ type: "date" }] }, "/allOf/0/type"],
    ["a pattern that is no regular expression with Unicode", { patternProperties: { "\\-": true } }, "/patternProperties"],
    ["what is no schema in the place of one", { properties: { a: 5 } }, "/properties/a"],
    ["a dialect of one's own", { $schema: "https://example.test/meta", type: "string" }, "/$schema"],
  ] as const)("refuses %s", (_, schema, pointer) => {
    expect(generatePredicate(schema)).toMatchObject({ ok: false, problems: [{ code: "keyword-not-supported", pointer }] });
  });

  it("refuses a value nested deeper than the stack, under a schema that contains itself, and does not throw", () => {
    const tree = is({ type: "array", items: { $ref: "#" } });
    const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth)) as unknown;
    expect([tree(nested(500)), tree(nested(1_000_000))]).toEqual([true, false]);
  });

  it("does not take what an object inherits for its own", () => {
    const named = is({ required: ["constructor", "a"], properties: { a: { type: "integer" }, __proto__: false }, additionalProperties: true });
    expect([named({ a: 1 }), named({ a: 1, constructor: 1 }), named(Object.create({ a: 1, constructor: 1 }))]).toEqual([false, true, false]);
  });

  it("takes multiples as they are written, not as they are in binary", () => {
    const cents = is({ multipleOf: 0.01 });
    expect([19.99, 0.07, 1e21, 0.075, 1e-7].map(cents)).toEqual([true, true, true, false, false]);
  });

  it("tells entries apart in time in proportion to them", () => {
    const unique = is({ uniqueItems: true });
    const entries = Array.from({ length: 100_000 }, (_, index) => ({ a: [index], b: index % 2 }));
    expect([unique(entries), unique([...entries, { b: 1, a: [99_999] }])]).toEqual([true, false]);
  });

  it("runs without evaluating text: none of the emitted modules has eval or Function", () => {
    const text = generatePredicate({ properties: { a: { contains: { minimum: 1 }, unevaluatedItems: false } }, unevaluatedProperties: false });
    expect(text.ok && /\beval\b|\bFunction\b/.test(text.value)).toBe(false);
  });
});
