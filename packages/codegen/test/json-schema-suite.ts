import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Schema } from "../src/index.ts";

/** A schema of the official suite with its tests. */
export interface SuiteCase {
  /** File without its ending: `unevaluatedItems`. */
  readonly file: string;
  readonly description: string;
  readonly schema: Schema;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

/** Where the suite is: named by the environment, or in a folder beside the repository; it is never part of it. */
const SUITE = process.env["JSON_SCHEMA_TEST_SUITE"] ?? fileURLToPath(new URL("../../../../shared/oracles/json-schema-test-suite", import.meta.url));

/** Said where the suite is absent. */
export const ABSENT = "the official suite is not run: set JSON_SCHEMA_TEST_SUITE to a copy of json-schema-org/JSON-Schema-Test-Suite";

const DIALECT = "draft2020-12";
const json = (path: string) => JSON.parse(readFileSync(path, "utf8")) as unknown;

/** The required tests of draft 2020-12; none where the suite is absent. */
export function suiteCases(): readonly SuiteCase[] {
  const folder = join(SUITE, "tests", DIALECT);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".json")).toSorted();
  return files.flatMap((name) => (json(join(folder, name)) as readonly Omit<SuiteCase, "file">[]).map((one) => ({ ...one, file: name.slice(0, -".json".length) })));
}

/** Documents the suite's references reach: its remotes, and the standard's own schemas as ajv ships them. */
export function suiteDocuments(): Readonly<Record<string, Schema>> {
  const remotes = join(SUITE, "remotes");
  const paths = readdirSync(remotes, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  const standard = join(dirname(createRequire(import.meta.url).resolve("ajv/package.json")), "dist", "refs", "json-schema-2020-12");
  const own = readdirSync(standard, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  return Object.fromEntries([
    ...paths.map((path) => [`http://localhost:1234/${relative(remotes, join(remotes, path)).replaceAll("\\", "/")}`, json(join(remotes, path)) as Schema] as const),
    ...own.map((path) => [`https://json-schema.org/draft/2020-12/${path.replaceAll("\\", "/").replace(/\.json$/, "")}`, json(join(standard, path)) as Schema] as const),
  ]);
}
