import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { figure, median, type Row } from "../row.ts";
import { bundled, gzipped } from "./bundle.ts";
import { sdkNames } from "./real-procedures.ts";

const ROUNDS = 15;

/** What a procedure more costs a page, and what a function pays before it can judge the first submission. */
export async function size(folder: string): Promise<readonly Row[]> {
  const more = (what: string) => `a procedure more in a bundle: ${what}`;
  return [
    figure("sdk", { name: more("predicate"), value: await marginal(["is"], []), unit: "KB gz", atMost: 1.5 }),
    figure("sdk", { name: more("predicate and metadata, no words"), value: await marginal(["is"], ["fields", "sections"]), unit: "KB gz", atMost: 1.5 }),
    figure("sdk", { name: more("predicate and metadata, words in one language"), value: await marginal(["is"], ["vi"]), unit: "KB gz", atMost: 1.5 }),
    figure("sdk", { name: more("predicate and metadata, words in two languages"), value: await marginal(["is"], ["vi", "en"]), unit: "KB gz" }),
    figure("sdk", { name: "cold import of one predicate, over bare Node", value: await coldImport(folder), unit: "ms", atMost: 5 }),
  ];
}

/** Mean growth of a bundle by each of the procedures, the others being there. A page imports what it uses, by name. */
async function marginal(is: readonly string[], fields: readonly string[]): Promise<number> {
  const names = sdkNames();
  const imports = (name: string, index: number) =>
    Object.entries({ is, fields }).flatMap(([part, used]) => (used.length === 0 ? [] : [`export { ${used.map((one) => `${one} as ${one}${index}`).join(", ")} } from "./examples/sdk/${name}/${part}.js";`]));
  const entry = (some: readonly string[]) => some.flatMap(imports).join("\n");
  const all = await gzipped(entry(names));
  const grown = await Promise.all(names.map(async (name) => all - (await gzipped(entry(names.filter((other) => other !== name))))));
  return Math.round((100 * grown.reduce((sum, one) => sum + one, 0)) / grown.length / 1_024) / 100;
}

async function coldImport(folder: string): Promise<number> {
  const [bare, one] = [join(folder, "bare.mjs"), join(folder, "one.mjs")];
  writeFileSync(bare, "export {};\n");
  writeFileSync(one, await bundled('import { is } from "./examples/sdk/1.001193/is.js"; globalThis.told = is({});'));
  const milliseconds = (file: string) => {
    const before = performance.now();
    spawnSync(process.execPath, [file]);
    return performance.now() - before;
  };
  return median(Array.from({ length: ROUNDS }, () => milliseconds(one) - milliseconds(bare)));
}
