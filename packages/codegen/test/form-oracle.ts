import { FORMATS } from "@motcua/client/runtime";
import { Ajv2020 } from "ajv/dist/2020.js";
import { compileSchema, draft2020, extendDraft } from "json-schema-library";
import * as format from "typebox/format";
import { Compile } from "typebox/schema";
import type { Schema } from "../src/index.ts";

/** A verdict; `undefined` from a judge that throws. */
export type Judge = (value: unknown) => boolean | undefined;

const TESTS = Object.entries(FORMATS).map(([name, { test }]) => [name, test] as const);

/** Whether ajv finds a value valid, with our own functions registered as formats. */
export function formOracle(form: object): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, allErrors: false, ownProperties: true, formats: Object.fromEntries(TESTS) });
  const validate = ajv.compile(plain(form));
  return (value) => validate(value);
}

/** Where a judge is known not to say what the standard says. There it abstains: two that err for different reasons would outvote the truth. */
export interface BlindSpot {
  readonly judge: keyof typeof JUDGES;
  readonly why: string;
  /** Keywords and keys that a schema has which leads there, as they stand in its JSON. */
  readonly schema: readonly string[];
  /** Whether a value leads there, as JSON; any, where absent. */
  readonly value?: (json: string) => boolean;
  /** Shows it, with the standard's verdict. */
  readonly example: { readonly schema: Schema; readonly value: unknown; readonly valid: boolean };
}

export const BLIND_SPOTS: readonly BlindSpot[] = [
  {
    judge: "ajv",
    why: "entries that `contains` has looked at count as not evaluated",
    schema: ['"contains"', '"unevaluatedItems"'],
    value: hasList,
    example: { schema: { contains: true, unevaluatedItems: false }, value: [2.5], valid: true },
  },
  {
    judge: "ajv",
    why: "a property `__proto__` is not looked at",
    schema: ['"__proto__"'],
    value: hasProto,
    example: { schema: JSON.parse('{"properties":{"__proto__":{"minItems":1}}}') as Schema, value: JSON.parse('{"__proto__":[]}') as unknown, valid: false },
  },
  {
    judge: "ajv",
    why: "a key every object inherits counts as evaluated, where that is only known when it runs",
    schema: ['"unevaluatedProperties"'],
    value: hasInherited,
    example: { schema: { anyOf: [{ patternProperties: { y: false } }], unevaluatedProperties: false }, value: { constructor: [] }, valid: false },
  },
  {
    judge: "library",
    why: "a key every object inherits counts as evaluated, where another keyword evaluates too",
    schema: ['"unevaluatedProperties"'],
    value: hasInherited,
    example: { schema: { items: {}, unevaluatedProperties: false }, value: { constructor: [] }, valid: false },
  },
  {
    judge: "typebox",
    why: "`unevaluatedProperties` is asked of the entries of a list",
    schema: ['"unevaluatedProperties"'],
    value: hasList,
    example: { schema: { unevaluatedProperties: false }, value: [null], valid: true },
  },
  {
    judge: "library",
    why: "`minContains: 0` does not lift a `contains` that nothing can meet",
    schema: ['"contains"', '"minContains":0'],
    value: hasList,
    example: { schema: { contains: false, minContains: 0 }, value: [], valid: true },
  },
  {
    judge: "library",
    why: "a key `__proto__` is not looked for",
    schema: ['"__proto__"'],
    value: hasProto,
    example: { schema: JSON.parse('{"dependentSchemas":{"__proto__":false}}') as Schema, value: JSON.parse('{"__proto__":[]}') as unknown, valid: false },
  },
];

function hasList(json: string): boolean {
  return json.includes("[");
}

function hasInherited(json: string): boolean {
  return json.includes('"constructor"');
}

function hasProto(json: string): boolean {
  return json.includes('"__proto__"');
}

const JUDGES = { ajv: ajvJudge, typebox: typeboxJudge, library: libraryJudge };

/** The three judges, one by one, none of them ours: ajv, TypeBox, json-schema-library, our functions registered as formats in each. */
export function judges(schema: Schema): Readonly<Record<string, Judge>> {
  const text = JSON.stringify(schema);
  return Object.fromEntries(
    Object.entries(JUDGES).map(([name, judgeOf]) => {
      const spots = BLIND_SPOTS.filter((spot) => spot.judge === name && spot.schema.every((part) => text.includes(part)));
      const judge = judgeOf(schema);
      if (spots.length === 0) return [name, judge];
      return [name, (value: unknown) => (spots.some((spot) => spot.value?.(JSON.stringify(value)) ?? true) ? undefined : judge(value))];
    }),
  );
}

/** A judge as it is, its blind spots included. */
export function judgeAsIs(name: keyof typeof JUDGES, schema: Schema): Judge {
  return JUDGES[name](schema);
}

/** What most of the judges say of a value, two at least; `undefined` where they are divided, a judge that throws abstaining. The last, and slowest, is asked where the others do not decide. */
export function majority(found: Readonly<Record<string, Judge>>): Judge {
  const judging = Object.values(found);
  return (value) => {
    let [yes, no] = [0, 0];
    for (const [index, judge] of judging.entries()) {
      const vote = judge(value);
      if (vote !== undefined) [yes, no] = vote ? [yes + 1, no] : [yes, no + 1];
      if (yes + no > 1 && Math.abs(yes - no) > judging.length - 1 - index) break;
    }
    return yes === no || yes + no < 2 ? undefined : yes > no;
  };
}

function ajvJudge(schema: Schema): Judge {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, formats: Object.fromEntries(TESTS) });
  const validate = ajv.compile(typeof schema === "boolean" ? schema : plain(schema));
  return abstaining((value) => validate(value));
}

function typeboxJudge(schema: Schema): Judge {
  for (const [name, test] of TESTS) format.Set(name, test);
  const validator = Compile(typeof schema === "boolean" ? schema : plain(schema));
  return abstaining((value) => validator.Check(value));
}

function libraryJudge(schema: Schema): Judge {
  const formats = TESTS.map(([name, test]) => [name, (received: { readonly data: unknown; readonly pointer: string; readonly node: { createError(code: string, data: object): object } }) => (typeof received.data !== "string" || test(received.data) ? undefined : received.node.createError("format-date-error", { value: received.data, pointer: received.pointer, schema: {} }))] as const);
  const draft = extendDraft(draft2020, { formats: { ...draft2020.formats, ...Object.fromEntries(formats) } } as Parameters<typeof extendDraft>[1]);
  let node: ReturnType<typeof compileSchema> | undefined;
  return abstaining((value) => {
    node ??= compileSchema(typeof schema === "boolean" ? schema : plain(schema), { drafts: [draft] });
    return node.validate(value).valid;
  });
}

function abstaining(judge: (value: unknown) => boolean): Judge {
  return (value) => {
    try {
      return judge(value);
    } catch {
      return undefined;
    }
  };
}

/** A copy without what names the document: judges look such names up. */
function plain(schema: object): object {
  const { $schema: _schema, $id: _id, ...rest } = structuredClone(schema) as { readonly $schema?: unknown; readonly $id?: unknown };
  return rest;
}
