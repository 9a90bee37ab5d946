import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { figure, median, type Row } from "../row.ts";
import { bundled, gzipped } from "./bundle.ts";
import { sdkNames } from "./real-procedures.ts";

const ROUNDS = 15;

/** What a procedure more costs a page, and what a function pays before it can judge the first submission. */
export async function size(folder: string): Promise<readonly Row[]> {
  const [predicate, labelled] = [await marginal(["is"]), await marginal(["is", "fields"])];
  return [
    figure("sdk", { name: "a procedure more in a bundle: predicate", value: predicate, unit: "KB gz", atMost: 1.5 }),
    figure("sdk", { name: "a procedure more in a bundle: predicate and metadata, labels in two languages", value: labelled, unit: "KB gz", atMost: 1.5 }),
    figure("sdk", { name: "cold import of one predicate, over bare Node", value: await coldImport(folder), unit: "ms", atMost: 5 }),
  ];
}

/** Mean growth of a bundle by each of the procedures, the others being there. */
async function marginal(parts: readonly string[]): Promise<number> {
  const names = sdkNames();
  const entry = (some: readonly string[]) => some.flatMap((name, index) => parts.map((part) => `export * as ${part}${index} from "./examples/sdk/${name}/${part}.js";`)).join("\n");
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
