import type { Problem, Procedure } from "@motcua/procedure";
import type { FormOptions } from "./form/build-form.ts";
import { emitModules } from "./module/emit-modules.ts";
import { readProcedure } from "./procedure-ir.ts";

/** A file to write, its path inside the package. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
  /** Named by its content: other procedures may have the same. */
  readonly shared?: true;
}

/** What was generated; no files where something of the definition is not supported. */
export interface Sdk {
  /** First the module itself, then its declarations. */
  readonly files: readonly GeneratedFile[];
  readonly problems: readonly Problem[];
}

/** Options of {@link generateSdk}. */
export interface SdkOptions extends FormOptions {
  /** Name of the module inside the package. @default the procedure's code */
  readonly name?: string;
}

/**
 * The SDK of one procedure: `<code>.js`, a `ProcedureModule`, with its declarations, and its zod schemas under
 * `<code>/zod`. The same procedure gives the same bytes, anywhere and at any time.
 *
 * What the emitters cannot honour is refused with `keyword-not-supported` or `expression-not-supported`, never ignored.
 */
export function generateSdk(procedure: Procedure, options: SdkOptions = {}): Sdk {
  const read = readProcedure(procedure, options);
  return read.ok ? emitModules(read.value, options.name ?? procedure.code) : { files: [], problems: read.problems };
}
