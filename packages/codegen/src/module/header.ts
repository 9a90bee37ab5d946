import type { Procedure } from "@motcua/procedure";
import { oneLine } from "../print/one-line.ts";
import { printValue } from "../print/print-value.ts";

/** Mark of generated files: nothing without it is overwritten. */
export const GENERATED = "@generated";

/** First lines of every generated file. No clock, no paths: the same definition gives the same header. */
export function header({ code, name, version, effective }: Procedure): string {
  const title = name.en === undefined ? name.vi : `${name.vi} · ${name.en}`;
  const until = effective.to === undefined ? "" : ` to ${effective.to}`;
  return [
    `// ${oneLine(title)}`,
    `// ${code}, version ${version}, in force from ${effective.from}${until}`,
    `// ${GENERATED} by @motcua/codegen from its definition: change that, then generate again.`,
  ].join("\n");
}

/** What a module says of where it comes from: the definition, when it is in force, and the law it stands on. */
export function provenance({ code, version, name, effective, legalBasis }: Procedure): readonly string[] {
  return ["/** Which definition this is, and the law it stands on. */", `export const provenance = ${printValue({ code, version, name, effective, legalBasis: legalBasis ?? [] })};`];
}
