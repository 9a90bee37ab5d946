import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020, type AnySchema, type ValidateFunction } from "ajv/dist/2020.js";

/** Folder of everything integrators write. */
export const root = fileURLToPath(new URL("../schemas/", import.meta.url));
// Definitions are read as what they are before any check: plain JSON.
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = Record<string, any>;
/** A file below {@link root}. */
export const read = (path: string): Json => JSON.parse(readFileSync(join(root, path), "utf8")) as Json;
/** A definition's file with fragments in the place of references to them, as the contract describes it; written apart from the compiler's. */
export function whole(path: string): Json {
  const entry = (value: Json): Json => {
    const [, file = "", section = "", name = ""] = /^(.+)#\/(\w+)\/(\w+)$/.exec(value?.["$ref"] ?? "") ?? [];
    if (file === "") return value;
    const { $ref: _, ...beside } = value;
    return { ...entry(read(join(path, "..", file))[section][name]), ...beside };
  };
  const entries = (values: unknown): unknown => {
    if (Array.isArray(values)) return values.map(entry);
    return typeof values === "object" && values !== null ? Object.fromEntries(Object.entries(values).map(([key, value]) => [key, entry(value as Json)])) : values;
  };
  return Object.fromEntries(Object.entries(read(path)).map(([key, values]) => [key, entries(values)]));
}
/** Every JSON file below {@link root}, sorted. */
export const files = (readdirSync(root, { recursive: true }) as string[])
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".json"))
  .toSorted();

/** Which files keep which contract. */
export const KINDS = {
  procedure: /^procedures\/.*\/procedure\.json$/,
  form: /^(procedures\/.*\/form|shared\/[a-z]+)\.schema\.json$/,
  workflow: /^procedures\/.*\/workflow\.json$/,
  sample: /^procedures\/.*\/samples\/.*\.json$/,
  province: /^provinces\/.*\/province\.json$/,
  calendar: /^calendars\/\d{4}\.json$/,
  "code-list": /^shared\/code-lists\/.*\.json$/,
  "data-sources": /^shared\/data-sources\.json$/,
  fragments: /^shared\/(?!data-sources\.json$)[a-z-]+\.json$/,
} as const;
export type Kind = keyof typeof KINDS;
export const kinds = Object.keys(KINDS) as Kind[];
/** Files of one kind. */
export const of = (kind: Kind) => files.filter((path) => KINDS[kind].test(path));

/** The contract schema of a kind. */
export const contract = (kind: Kind) => read(`contract/${kind}.schema.json`);
// strictRequired refuses every `then: { required }`, strictTypes every `if` without a type: both are plain JSON Schema.
const compile = (schema: AnySchema): ValidateFunction =>
  new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(schema);
const validators = Object.fromEntries(kinds.map((kind) => [kind, compile(contract(kind))])) as Record<Kind, ValidateFunction>;

/** What a value breaks of its contract; empty when it keeps it. */
export function faults(kind: Kind, value: unknown): string[] {
  if (validators[kind](value)) return [];
  return (validators[kind].errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
