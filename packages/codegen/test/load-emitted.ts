import { posix } from "node:path";
import * as runtime from "@motcua/client/runtime";
import type { ProcedureModule } from "@motcua/procedure";
import * as zodRuntime from "@motcua/client/zod";
import * as z from "zod/mini";
import type { Sdk } from "../src/index.ts";
import { runEmitted, type EmittedPredicate } from "./run-emitted.ts";

/** What tests use of an emitted zod module. */
export interface EmittedZod {
  readonly Form: { safeParse(value: unknown): { readonly success: boolean } };
}

/** Runs the text of an emitted module, its imports replaced by the modules of this repository. */
export function loadModule({ files }: Sdk): ProcedureModule & { readonly fields: Readonly<Record<string, unknown>> } {
  return runEmitted(files[0]?.text ?? "", { ...runtime }) as ProcedureModule & { readonly fields: Readonly<Record<string, unknown>> };
}

/** Runs the text of an emitted zod module. */
export function loadZod({ files }: Sdk): EmittedZod {
  return runEmitted(files.find(({ path }) => path.endsWith("/zod.js"))?.text ?? "", { ...runtime, ...zodRuntime, z }) as EmittedZod;
}

/** Runs the text of an emitted predicate, with that of the files it shares. */
export function loadIs({ files }: Sdk): EmittedPredicate {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const load = (path: string): Readonly<Record<string, unknown>> => {
    const text = texts.get(path) ?? "";
    const given: Record<string, unknown> = { ...runtime };
    for (const [, names = "", from = ""] of text.matchAll(/^import \{([^}]*)\} from "(\.[^"]+)";$/gm)) {
      const shared = load(posix.join(posix.dirname(path), from));
      for (const [name = "", local = name] of names.split(",").map((each) => each.trim().split(" as "))) given[local] = shared[name];
    }
    return runEmitted(text, given) as Readonly<Record<string, unknown>>;
  };
  return load(files.find(({ path }) => path.endsWith("/is.js"))?.path ?? "") as unknown as EmittedPredicate;
}
