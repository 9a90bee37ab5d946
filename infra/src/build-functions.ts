import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateModule } from "@motcua/codegen";
import type { CatalogueEntry } from "@motcua/handlers";
import type { CalendarYear } from "@motcua/calendar";
import type { Procedure, Province } from "@motcua/procedure";
import type { CodeList } from "@motcua/procedure/compile";
import { toStateMachine } from "@motcua/workflow";
import { build, type BuildOptions } from "esbuild";
import { copyFonts } from "./copy-fonts.ts";
import { portalCodeLists } from "./portal-code-lists.ts";

/** What the functions of one shop are built from. */
export interface FunctionsSource {
  readonly procedures: readonly Procedure[];
  readonly province: Province;
  readonly calendars: readonly CalendarYear[];
  /** Of `schemas/shared/code-lists`; those that pages need go into the asset. */
  readonly codeLists: readonly CodeList[];
  /** Directory to write; emptied first. */
  readonly outdir: string;
  /** Directory for emitted modules before they are bundled. */
  readonly workdir: string;
}

const resolve = (specifier: string) => fileURLToPath(import.meta.resolve(specifier));

/** Entries of the asset: `<name>.mjs` exports `handler`. */
function entries(): Readonly<Record<string, string>> {
  const ours = ["api", "dispatcher", "register-task", "connect", "sweep", "sync", "reconcile", "seal-day"];
  return {
    ...Object.fromEntries(ours.map((name) => [name, resolve(`@motcua/aws/lambda/${name}`)])),
    portal: fileURLToPath(new URL("./functions/portal.ts", import.meta.url)),
  };
}

/**
 * Bundles every function in one esbuild call into one asset directory: entries, shared chunks, one lazily imported
 * module per procedure version, the province and its calendars, long code lists, the papers' fonts.
 */
export async function buildFunctions(source: FunctionsSource): Promise<readonly CatalogueEntry[]> {
  await rm(source.outdir, { recursive: true, force: true });
  await mkdir(join(source.outdir, "catalogue"), { recursive: true });
  const modules = await emitModules(source);
  // A project may stand anywhere: what its modules import is the library these functions are built with.
  const alias = { "@motcua/client/runtime": resolve("@motcua/client/runtime") };
  await build({ ...BUNDLE, alias, entryPoints: { ...entries(), ...modules }, outdir: source.outdir });
  const index = source.procedures.map((procedure) => catalogueEntry(procedure));
  await Promise.all([
    writeFile(join(source.outdir, "catalogue", "index.json"), JSON.stringify(index)),
    writeFile(join(source.outdir, "province.json"), JSON.stringify(source.province)),
    writeFile(join(source.outdir, "calendars.json"), JSON.stringify(source.calendars)),
    writeFile(join(source.outdir, "code-lists.json"), JSON.stringify(portalCodeLists(source.codeLists))),
    writeFile(join(source.outdir, "package.json"), '{"type":"module"}'),
    copyFonts(source.outdir),
  ]);
  return index;
}

/** What the catalogue says of a procedure without loading its module. */
export function catalogueEntry(procedure: Procedure): CatalogueEntry {
  const { code, version, name, field, effective } = procedure;
  return {
    code,
    version,
    name,
    field,
    from: effective.from,
    ...(effective.to === undefined ? {} : { to: effective.to }),
    shape: toStateMachine(procedure).shape,
  };
}

/** How functions are bundled: ES modules for the Lambda runtime, shared code in `chunks/`. */
export const BUNDLE = {
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  outExtension: { ".js": ".mjs" },
  chunkNames: "chunks/[name]-[hash]",
  minifySyntax: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  logLevel: "warning",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  // Some libraries are CommonJS inside: they ask for `require`, which an ES module does not have.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
} satisfies BuildOptions;

async function emitModules(source: FunctionsSource): Promise<Readonly<Record<string, string>>> {
  await rm(source.workdir, { recursive: true, force: true });
  await mkdir(source.workdir, { recursive: true });
  const written = await Promise.all(
    source.procedures.map(async (procedure) => {
      const name = `${procedure.code}@${procedure.version}`;
      const file = join(source.workdir, `${name}.js`);
      const { text } = generateModule(procedure);
      if (text === undefined) throw new Error(`no module was generated for ${name}`);
      await writeFile(file, text);
      return [`catalogue/${name}`, file] as const;
    }),
  );
  return Object.fromEntries(written);
}
