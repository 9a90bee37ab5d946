import { Ajv2020 } from "ajv/dist/2020.js";
import { jsonSchemaToZod } from "json-schema-to-zod";
import { Compile } from "typebox/schema";
import * as z from "zod";
import { convertJsonSchemaToZod } from "zod-from-json-schema";
import type { Schema } from "../src/index.ts";
import type { SuiteCase } from "./json-schema-suite.ts";

type Validator = (value: unknown) => boolean;

/** Makes a validator of a schema; throws where it refuses to. */
export type Maker = (schema: Schema, documents: Readonly<Record<string, Schema>>) => Validator;

/** How many tests a maker passes, how many invalid values it takes without a word, how many it refuses loudly. */
export interface SuiteScore {
  readonly tests: number;
  readonly passed: number;
  readonly falselyAccepted: number;
  readonly refused: number;
}

/** Peers that run here, as their own pages say to use them. */
export const PEERS: Readonly<Record<string, Maker>> = {
  "ajv 8.20.0": (schema, documents) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const [uri, document] of Object.entries(documents)) if (!uri.startsWith("https://json-schema.org/") && typeof document === "object") ajv.addSchema(document, uri);
    const validate = ajv.compile(schema);
    return (value) => validate(value);
  },
  "TypeBox 1.4.3": (schema, documents) => {
    const validator = Compile(documents as Parameters<typeof Compile>[0], schema as object);
    return (value) => validator.Check(value);
  },
  "json-schema-to-zod 2.8.1": (schema) => {
    const text = jsonSchemaToZod(schema, { module: "none" });
    // oxlint-disable-next-line typescript/no-implied-eval -- the text is the peer's, and is the thing under test
    const made = (new Function("z", `return ${text};`) as (zod: typeof z) => z.ZodType)(z);
    return (value) => made.safeParse(value).success;
  },
  "z.fromJSONSchema 4.6.7": (schema) => {
    const made = z.fromJSONSchema(schema);
    return (value) => made.safeParse(value).success;
  },
  "zod-from-json-schema 0.5.6": (schema) => {
    const made = convertJsonSchemaToZod(schema);
    return (value) => made.safeParse(value).success;
  },
};

/** Runs the official suite. What is refused, or fails while it runs, is loud. */
export function scoreOf(make: Maker, cases: readonly SuiteCase[], documents: Readonly<Record<string, Schema>>): SuiteScore {
  const score = { tests: 0, passed: 0, falselyAccepted: 0, refused: 0 };
  for (const { schema, tests } of cases) {
    const validator = attempt(() => make(schema, documents));
    for (const { data, valid } of tests) {
      const said = validator === undefined ? undefined : attempt(() => validator(data));
      score.tests += 1;
      if (said === undefined) score.refused += 1;
      else if (said === valid) score.passed += 1;
      else if (said) score.falselyAccepted += 1;
    }
  }
  return score;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
