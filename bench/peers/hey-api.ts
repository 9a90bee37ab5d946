import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { Schema } from "../../packages/codegen/src/index.ts";
import type { Maker } from "../../packages/codegen/test/suite-peers.ts";

interface Transformer {
  readonly transformSync: (text: string, options: object) => { readonly code: string };
}

const { transformSync } = createRequire(new URL("../../infra/package.json", import.meta.url))("esbuild") as Transformer;

/** Its name in the rows. */
export const HEY_API = "hey-api 0.99.0";

/** Validators of hey-api for the schemas that are given, made in a process of its own: it needs a TypeScript of its own. @throws Error where it does not run at all */
export function heyApi(schemas: readonly Schema[]): Maker {
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL("hey-api.mjs", import.meta.url))], { input: JSON.stringify(schemas), encoding: "utf8", maxBuffer: 2 ** 28 });
  const lines = stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as { readonly text?: string; readonly error?: string });
  if (lines.length !== schemas.length) throw new Error(`hey-api gave ${lines.length} of ${schemas.length}: ${stderr.slice(0, 300)}`);
  const made = new Map(schemas.map((schema, index) => [schema, lines[index]] as const));
  return (schema) => {
    const { text, error } = made.get(schema) ?? {};
    if (text === undefined) throw new Error(error ?? "not among those given");
    const { code } = transformSync(text, { loader: "ts", format: "cjs" });
    const module = { exports: {} as Readonly<Record<string, z.ZodType>> };
    // oxlint-disable-next-line typescript/no-implied-eval -- the text is the peer's, and is the thing under test
    (new Function("require", "module", code) as (load: () => typeof z, into: typeof module) => void)(() => z, module);
    const validator = module.exports["zSchemaItself"];
    if (validator === undefined) throw new Error("it wrote no schema");
    return (value) => validator.safeParse(value).success;
  };
}
