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

type Exports = Readonly<Record<string, unknown>>;

/** Runs the text of an emitted module, its imports replaced by the modules of this repository. */
export function loadModule(sdk: Sdk): ProcedureModule {
  return loaded(sdk, sdk.files[0]?.path ?? "", { ...runtime }) as unknown as ProcedureModule;
}

/** Runs the text of an emitted zod module. */
export function loadZod(sdk: Sdk): EmittedZod {
  return loaded(sdk, pathOf(sdk, "/zod.js"), { ...runtime, ...zodRuntime, z }) as unknown as EmittedZod;
}

/** Runs the text of an emitted predicate. */
export function loadIs(sdk: Sdk): EmittedPredicate {
  return loaded(sdk, pathOf(sdk, "/is.js"), { ...runtime }) as unknown as EmittedPredicate;
}

function pathOf({ files }: Sdk, end: string): string {
  return files.find(({ path }) => path.endsWith(end))?.path ?? "";
}

/** Runs the text of a file, after those it imports of `shared/`. */
function loaded(sdk: Sdk, path: string, given: Exports): Exports {
  const text = sdk.files.find((file) => file.path === path)?.text ?? "";
  const imported: Record<string, unknown> = {};
  for (const [, names = "", from = ""] of text.matchAll(/^import \{([^}]*)\} from "(\.[^"]+)";$/gm)) {
    const shared = loaded(sdk, posix.join(posix.dirname(path), from), given);
    for (const [name = "", local = name] of names.split(",").flatMap((each) => (each.trim() === "" ? [] : [each.trim().split(" as ")]))) imported[local] = shared[name];
  }
  return runEmitted(text, { ...given, ...imported }) as Exports;
}
