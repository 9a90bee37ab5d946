import * as runtime from "@motcua/client/runtime";
import type { ProcedureModule } from "@motcua/procedure";
import * as zodRuntime from "@motcua/client/zod";
import * as z from "zod/mini";
import type { Sdk } from "../src/index.ts";

/** What tests use of an emitted zod module. */
export interface EmittedZod {
  readonly Form: { safeParse(value: unknown): { readonly success: boolean } };
}

/** Runs the text of an emitted module, its imports replaced by the modules of this repository. */
export function loadModule({ files }: Sdk): ProcedureModule & { readonly fields: Readonly<Record<string, unknown>> } {
  return run(files[0]?.text ?? "", { ...runtime }) as ProcedureModule & { readonly fields: Readonly<Record<string, unknown>> };
}

/** Runs the text of an emitted zod module. */
export function loadZod({ files }: Sdk): EmittedZod {
  return run(files.find(({ path }) => path.endsWith("/zod.js"))?.text ?? "", { ...runtime, ...zodRuntime, z }) as EmittedZod;
}

function run(text: string, imports: Readonly<Record<string, unknown>>): unknown {
  const names: string[] = [];
  const body = text
    .replace(/^import [^;]*;$/gm, "")
    .replace(/^export default [^;]*;$/gm, "")
    .replace(/^export (const|function) (\w+)/gm, (_, kind: string, name: string) => {
      names.push(name);
      return `${kind} ${name}`;
    });
  const given = Object.entries(imports).filter(([name]) => name !== "default" && !names.includes(name));
  // oxlint-disable-next-line typescript/no-implied-eval -- the text is our own, and is the thing under test
  const evaluate = new Function(...given.map(([name]) => name), `"use strict";\n${body}\nreturn { ${names.join(", ")} };`) as (...values: unknown[]) => unknown;
  return evaluate(...given.map(([, value]) => value));
}
