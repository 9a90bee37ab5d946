import { FORMATS } from "@motcua/client/runtime";
import type { Facts, ProcedureModule, Sample } from "@motcua/procedure";
import fc from "fast-check";
import { FORMAT_VALUES } from "../../../../packages/codegen/src/arbitrary/format-values.ts";
import { validForms } from "../../../../packages/codegen/src/arbitrary/valid-forms.ts";
import { formsAndRecords, variedFacts } from "../../../../packages/codegen/test/facts.ts";
import { valuesByKey } from "../../../../packages/codegen/test/varied.ts";
import { mutated } from "../mutated.ts";
import { Digest } from "./digest.ts";

/** An SDK as a page, a function or a command has loaded it. */
export interface Subject {
  readonly code: string;
  readonly module: ProcedureModule;
  /** A command that checks definitions has neither. */
  readonly is?: (value: unknown) => boolean;
  readonly zod?: { safeParse(value: unknown): { readonly success: boolean; readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } } };
  readonly samples: readonly Sample[];
}

/** How much is judged. */
export interface Extent {
  /** Values of each form. */
  readonly forms: number;
  /** Facts that every expression of a procedure meets. */
  readonly facts: number;
}

/** The same values everywhere and at any time. */
const SEED = 20_261_005;

/** One value in so many is drawn from the form itself: valid, and at its limits. */
const DRAWN = 5;

/** Digests of verdicts by what gave them: `1.001193 is`, `1.001193 /form/x-rules/0/assert`, `vn-phone`. */
export type Verdicts = Readonly<Record<string, string>>;

/**
 * Judges the same values on every engine: forms nobody and everybody would send, facts for every rule, texts for every
 * format. Nothing here knows where it runs; two places that agree give the same digests.
 */
export function verdictsOf(subjects: readonly Subject[], extent: Extent): Verdicts {
  const parts = subjects.map((subject) => ({ ...forms(subject, extent.forms), ...expressions(subject, factsFor(subject, extent.facts)) }));
  return Object.assign(formats(extent.forms), ...parts) as Verdicts;
}

/** One digest a procedure, and one a format: what is written down. */
export function inShort(verdicts: Verdicts): Verdicts {
  const digests = new Map<string, Digest>();
  for (const [of, verdict] of Object.entries(verdicts)) {
    const [group = ""] = of.split(" ");
    const digest = digests.get(group) ?? new Digest();
    digests.set(group, digest);
    digest.add(`${of} ${verdict}`);
  }
  return Object.fromEntries([...digests].map(([group, digest]) => [group, digest.toString()]));
}

/** The facts that each expression of a subject meets; the same ones for whoever asks. */
export function factsFor({ module, samples }: Subject, count: number): readonly Facts[] {
  return fc.sample(variedFacts(module.procedure, samples, valuesByKey(formsAndRecords(samples))), { numRuns: count, seed: SEED });
}

/** Digest of an expression's verdicts. */
export function verdictsOn(facts: readonly Facts[], evaluate: (facts: Facts) => unknown): string {
  const digest = new Digest();
  for (const one of facts) digest.add(JSON.stringify(evaluate(one)) ?? "undefined");
  return digest.toString();
}

function expressions({ code, module }: Subject, facts: readonly Facts[]): Verdicts {
  return Object.fromEntries(Object.entries(module.expressions).map(([pointer, evaluate]) => [`${code} ${pointer}`, verdictsOn(facts, evaluate)]));
}

function forms({ code, module, is, zod, samples }: Subject, count: number): Verdicts {
  const [first] = samples;
  if (first === undefined) throw new Error(`${code} has no sample`);
  const context = { today: first.submittedAt.slice(0, 10), channel: first.channel };
  const seen = samples.map(({ form }) => form);
  const drawn = fc.sample(validForms(module, context), { numRuns: Math.ceil(count / DRAWN), seed: SEED });
  const values = [...seen, ...drawn, ...fc.sample(fc.constantFrom(...seen, ...drawn).chain(mutated), { numRuns: count, seed: SEED }), ...hostile(first.form as object)];
  const of = (verdict: (value: unknown) => string): string => {
    const digest = new Digest();
    for (const value of values) digest.add(verdict(value));
    return digest.toString();
  };
  return {
    [`${code} problems`]: of((value) => module.problems(value, context).map(({ code: problem, pointer, message }) => `${problem} ${pointer} ${message.vi} ${message.en}`).join("\n")),
    ...(is === undefined ? {} : { [`${code} is`]: of((value) => String(is(value))) }),
    ...(zod === undefined ? {} : { [`${code} zod`]: of((value) => (zod.safeParse(value).error?.issues ?? []).map(({ path }) => path.join("/")).join("\n")) }),
  };
}

/** What nobody sends in good faith: in place of the form, and in place of its first field. */
function hostile(form: object): readonly unknown[] {
  const [first = ""] = Object.keys(form);
  const deep = [["[", "]"], ['{"a":', "}"]].map(([open = "", close = ""]) => JSON.parse(open.repeat(10_000) + "1" + close.repeat(10_000)) as unknown);
  const values = [...deep, null, "\ud800", "\udfff\ud800", -0, 1e308, [], {}, JSON.parse('{"__proto__":{"a":1},"constructor":null}') as unknown];
  const planted = JSON.parse(JSON.stringify(form).replace("{", '{"__proto__":{"la":true},')) as unknown;
  return [...values, planted, ...values.map((value) => ({ ...form, [first]: value }))];
}

function formats(count: number): Verdicts {
  const character = fc.constantFrom(..."0123456789-ăÂ đ@.", "\u0301", "\ud800", "😀", "\u0000");
  return Object.fromEntries(
    Object.values(FORMATS).map(({ name, test }) => {
      const known = FORMAT_VALUES[name] ?? [""];
      const changed = fc.tuple(fc.constantFrom(...known), fc.nat({ max: 40 }), character).map(([text, at, other]) => text.slice(0, at % (text.length + 1)) + other + text.slice((at % (text.length + 1)) + 1));
      const digest = new Digest();
      const texts = [...known, ...fc.sample(fc.oneof(changed, fc.array(character, { maxLength: 14 }).map((all) => all.join(""))), { numRuns: count, seed: SEED })];
      for (const text of texts) digest.add(String(test(text)));
      return [name, digest.toString()];
    }),
  );
}
