import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { SDKS } from "../../examples/sdk/test/samples.ts";
import { AJV_STANDALONE, writeAjvStandalone } from "../peers/ajv-standalone.ts";
import { progress } from "../progress.ts";
import { figure, median, type Row } from "../row.ts";
import { beside } from "./beside.ts";
import { bundled, gzipped } from "./bundle.ts";

const ROUNDS = 15;
/** KB, compressed, that a procedure more may cost a page that judges and draws it in one language. */
const MOST = 1.5;
/** Milliseconds that the import of one predicate may take. */
const MOST_MS = 5;

/** Lines that import what a page uses of a procedure. */
type Imports = (name: string, index: number) => string;

/** What a procedure more costs a page, and what a function pays before it can judge the first submission. */
export async function size(folder: string): Promise<readonly Row[]> {
  progress("sizes");
  const standalone = new Map(SDKS.map(({ code, form }) => [code, writeAjvStandalone(form, { folder, name: code })]));
  const more = async (what: string, imports: Imports, budget: { readonly atMost?: number } = { atMost: MOST }) => figure("sdk", { name: `a procedure more in a bundle: ${what}`, value: await marginal(imports), unit: "KB gz", ...budget });
  const predicate = await more("predicate", using(["is"], []));
  const theirs = await marginal((name, index) => `export { default as is${index} } from ${JSON.stringify(standalone.get(name))};`);
  const [ours, ajv] = await coldImports(folder, {
    ours: 'import { is } from "./examples/sdk/1.001193/is.js"; globalThis.told = is({});',
    ajv: `import is from ${JSON.stringify(standalone.get("1.001193"))}; globalThis.told = is({});`,
  });
  return [
    against(predicate, AJV_STANDALONE, theirs),
    await more("predicate and metadata, no words", using(["is"], ["fields", "sections"])),
    await more("predicate and metadata, words in one language", using(["is"], ["vi"])),
    await more("predicate and metadata, words in two languages", using(["is"], ["vi", "en"]), {}),
    against(figure("sdk", { name: "cold import of one predicate, over bare Node", value: ours, unit: "ms", atMost: MOST_MS }), AJV_STANDALONE, ajv),
  ];
}

/** A figure with a budget of its own, its peer beside it. */
function against(row: Row, peer: string, peerValue: number): Row {
  const { name, value, unit } = row;
  return { ...beside({ name, value, unit, peer, peerValue }), budget: row.budget, pass: row.pass };
}

/** A page imports what it uses, by name. */
function using(is: readonly string[], fields: readonly string[]): Imports {
  return (name, index) =>
    Object.entries({ is, fields }).flatMap(([part, used]) => (used.length === 0 ? [] : [`export { ${used.map((one) => `${one} as ${one}${index}`).join(", ")} } from "./examples/sdk/${name}/${part}.js";`])).join("\n");
}

/** Mean growth of a bundle by each of the procedures, the others being there. */
async function marginal(imports: Imports): Promise<number> {
  const names = SDKS.map(({ code }) => code);
  const entry = (some: readonly string[]) => some.map(imports).join("\n");
  const all = await gzipped(entry(names));
  const grown = await Promise.all(names.map(async (name) => all - (await gzipped(entry(names.filter((other) => other !== name))))));
  return Math.round((100 * grown.reduce((sum, one) => sum + one, 0)) / grown.length / 1_024) / 100;
}

/** Milliseconds over a bare Node, each measured beside it in every round. */
async function coldImports(folder: string, sources: Readonly<Record<"ours" | "ajv", string>>): Promise<readonly [ours: number, ajv: number]> {
  const file = async (name: string, text: string) => {
    const path = join(folder, `cold-${name}.mjs`);
    writeFileSync(path, text === "" ? "export {};\n" : await bundled(text));
    return path;
  };
  const [bare, ours, ajv] = [await file("bare", ""), await file("ours", sources.ours), await file("ajv", sources.ajv)];
  const milliseconds = (path: string) => {
    const before = performance.now();
    spawnSync(process.execPath, [path]);
    return performance.now() - before;
  };
  const rounds = Array.from({ length: ROUNDS }, () => {
    const over = milliseconds(bare);
    return [milliseconds(ours) - over, milliseconds(ajv) - over] as const;
  });
  return [median(rounds.map(([one]) => one)), median(rounds.map(([, other]) => other))];
}
