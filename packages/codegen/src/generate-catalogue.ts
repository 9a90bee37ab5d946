import type { Procedure } from "@motcua/procedure";
import { generateSdk, type Sdk } from "./generate-sdk.ts";
import { type CatalogueOptions, packageFile } from "./package-file.ts";

/**
 * A package of SDKs: one module a procedure behind a sub-path of its own, and no barrel, so that who imports one pays for
 * one. Of several versions of a procedure the one that comes into force last has its plain code, the others
 * `<code>@<day they came into force>`.
 */
export function generateCatalogue(procedures: readonly Procedure[], options: CatalogueOptions): Sdk {
  const sorted = [...procedures].sort((a, b) => compare(a.code, b.code) || compare(b.effective.from, a.effective.from) || compare(a.version, b.version));
  const sdks = sorted.map((procedure, index) => {
    const isLatest = sorted[index - 1]?.code !== procedure.code;
    return generateSdk(procedure, { name: isLatest ? procedure.code : `${procedure.code}@${procedure.effective.from}` });
  });
  return {
    // What procedures share has the same name and the same text in each.
    files: [packageFile(options), ...new Map(sdks.flatMap((sdk) => sdk.files).map((file) => [file.path, file])).values()],
    problems: sdks.flatMap((sdk) => sdk.problems),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
