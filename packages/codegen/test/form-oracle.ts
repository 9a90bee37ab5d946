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

/** The three judges, one by one, none of them ours: ajv, TypeBox, json-schema-library, our functions registered as formats in each. */
export function judges(schema: Schema): Readonly<Record<string, Judge>> {
  return { ajv: ajvJudge(schema), typebox: typeboxJudge(schema), library: libraryJudge(schema) };
}

/** What most of the judges say of a value; `undefined` where they are divided, a judge that throws abstaining. The last, and slowest, is asked where the others do not decide. */
export function majority(found: Readonly<Record<string, Judge>>): Judge {
  const judging = Object.values(found);
  return (value) => {
    let [yes, no] = [0, 0];
    for (const [index, judge] of judging.entries()) {
      const vote = judge(value);
      if (vote !== undefined) [yes, no] = vote ? [yes + 1, no] : [yes, no + 1];
      if (Math.abs(yes - no) > judging.length - 1 - index) break;
    }
    return yes === no ? undefined : yes > no;
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
