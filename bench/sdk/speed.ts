import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { FORMATS } from "@motcua/client/runtime";
import { generateSdk } from "@motcua/codegen";
import type { Procedure, ProcedureModule } from "@motcua/procedure";
import { progress } from "../progress.ts";
import { median, type Row } from "../row.ts";
import { beside } from "./beside.ts";
import { bundled } from "./bundle.ts";
import type { Sampled } from "./real-procedures.ts";

const ROUNDS = 9;
const CALLS = 20_000;
const RUNTIME = fileURLToPath(import.meta.resolve("@motcua/client/runtime"));
const CONTEXT = { today: "2026-10-05" };

/**
 * One submission of about sixty fields. Ratios of one round, median of rounds: what else the machine does concerns both.
 * ajv tells structure alone, so structure alone is asked for; rules between fields come on top of it and have no peer.
 */
export async function speed({ procedure, samples }: Sampled, folder: string): Promise<readonly Row[]> {
  const formats = Object.fromEntries(Object.entries(FORMATS).map(([name, { test }]) => [name, test]));
  const compiled = (allErrors: boolean) => new Ajv2020({ strict: false, allErrors, formats }).compile(structuredClone(procedure.form) as object);
  const [first, every] = [compiled(false), compiled(true)];
  const valid = samples.map(({ form }) => form).filter((form) => first(form)).toSorted((a, b) => fieldsOf(b) - fieldsOf(a))[0];
  if (valid === undefined) throw new Error("no sample of the procedure is valid");
  const invalid = spoiled(valid);
  progress("a submission is judged, valid and invalid");
  const { is, problems } = await loaded(procedure, folder);
  if (!is(valid) || is(invalid) || problems(invalid, CONTEXT).length < 5) throw new Error("what is timed does not tell valid from invalid");
  const pairs = Array.from({ length: ROUNDS }, () => ({ is: rate(() => is(valid)), ajv: rate(() => first(valid)), problems: rate(() => problems(invalid, CONTEXT)), every: rate(() => every(invalid)) })).slice(2);
  const of = (key: keyof (typeof pairs)[number]) => median(pairs.map((pair) => pair[key]));
  const ratio = (a: keyof (typeof pairs)[number], b: keyof (typeof pairs)[number]) => median(pairs.map((pair) => pair[a] / pair[b]));
  return [
    { ...beside({ name: `valid submission of ${fieldsOf(valid)} fields, is()`, value: Math.round(of("is")), unit: "a second", peer: "ajv compiled", peerValue: Math.round(of("ajv")), atLeast: 1.2 }), ratio: ratio("is", "ajv"), pass: ratio("is", "ajv") >= 1.2 },
    { ...beside({ name: "invalid, every problem of its structure with its message", value: Math.round(of("problems")), unit: "a second", peer: "ajv allErrors", peerValue: Math.round(of("every")), atLeast: 0.5 }), ratio: ratio("problems", "every"), pass: ratio("problems", "every") >= 0.5 },
  ];
}

interface Loaded {
  readonly is: (value: unknown) => boolean;
  readonly problems: ProcedureModule["problems"];
}

async function loaded(procedure: Procedure, folder: string): Promise<Loaded> {
  const { "x-rules": _rules, ...form } = procedure.form;
  const { files } = generateSdk({ ...procedure, form, expressions: {} });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text.replaceAll('"@motcua/client/runtime"', JSON.stringify(RUNTIME)));
  }
  const found: Record<string, unknown> = {};
  for (const name of [`${procedure.code}/is`, procedure.code]) {
    const file = join(folder, `${name.replace("/", "-")}.mjs`);
    writeFileSync(file, await bundled(`export * from ${JSON.stringify(join(folder, `${name}.js`))};`));
    Object.assign(found, await import(file));
  }
  return found as unknown as Loaded;
}

function rate(work: () => unknown): number {
  const before = performance.now();
  for (let call = 0; call < CALLS; call += 1) work();
  return (1_000 * CALLS) / (performance.now() - before);
}

/** Number of values that are no containers. */
function fieldsOf(value: unknown): number {
  return typeof value === "object" && value !== null ? Object.values(value).reduce<number>((sum, inside) => sum + fieldsOf(inside), 0) : 1;
}

/** A copy with every ninth field wrong. */
function spoiled(form: unknown): unknown {
  let seen = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, visit(inside)]));
    seen += 1;
    return seen % 9 === 1 ? (typeof value === "string" ? "" : "x") : value;
  };
  return visit(form);
}
