import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { contextOf, SDKS } from "./samples.ts";

/** What is used here of esbuild, which the shop's functions are bundled with. */
interface Bundler {
  build(options: object): Promise<{
    readonly outputFiles: readonly { readonly text: string }[];
    readonly metafile: { readonly inputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }>> };
  }>;
}

const { build } = createRequire(new URL("../../../infra/package.json", import.meta.url))("esbuild") as Bundler;
const CODES = SDKS.map(({ code }) => code);

/** What a browser gets: one script, minified, for browsers of the last years. */
async function bundled(entry: string): Promise<{ readonly text: string; readonly inputs: readonly string[]; readonly outside: readonly string[]; readonly gzipped: number }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: entry, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" },
    bundle: true, minify: true, platform: "browser", format: "iife", globalName: "sdk", target: "es2022", write: false, metafile: true, logLevel: "silent",
  });
  const text = outputFiles[0]?.text ?? "";
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  return { text, inputs: Object.keys(metafile.inputs), outside: imports.filter(({ external }) => external === true).map(({ path }) => path), gzipped: gzipSync(text, { level: 9 }).byteLength };
}

const checkOf = (...codes: readonly string[]) => codes.map((code, index) => `export { check as check${index} } from "../${code}.js";`).join("\n");

describe("in a browser", () => {
  test.each(SDKS)("$code checks its samples as it does here: no Node APIs, no process, no eval", async ({ code, module, samples }) => {
    const { text, inputs, outside } = await bundled(checkOf(code));
    expect(outside).toEqual([]);
    expect(inputs.filter((path) => /zod|cel-js|ajv|node:|packages\/(codegen|procedure)\/src\/compile/.test(path))).toEqual([]);
    expect(text).not.toMatch(/\beval\(|\bFunction\(|\brequire\(|\bprocess\b|\bBuffer\b/);
    const page = createContext({}, { codeGeneration: { strings: false, wasm: false } });
    runInContext(text.replace(/^(?:"use strict";)?var sdk=/, "globalThis.sdk="), page);
    for (const sample of samples) {
      const verdict = runInContext(`JSON.stringify(sdk.check0(${JSON.stringify(sample.form)}, ${JSON.stringify(contextOf(sample))}))`, page) as string;
      expect(JSON.parse(verdict)).toEqual(JSON.parse(JSON.stringify(module.check(sample.form, contextOf(sample)))));
    }
  });

  test("a page that only checks does not carry the definition, the metadata or another procedure", async () => {
    const { text } = await bundled(checkOf("1.001193"));
    expect(text).not.toMatch(/legalBasis|x-prefill|applicant\.birth-date|1\.004873/);
  });

  test("a procedure more costs a page at most 1.5 KB, compressed, where it only judges", async () => {
    const entry = (codes: readonly string[]) => codes.map((code, index) => `export { is as is${index} } from "../${code}/is.js";`).join("\n");
    const all = await bundled(entry(CODES));
    for (const code of CODES) {
      const others = await bundled(entry(CODES.filter((other) => other !== code)));
      expect(all.gzipped - others.gzipped, code).toBeLessThan(1.5 * 1024);
    }
    expect(all.text).not.toMatch(/legalBasis|Nhập|label/);
  });

  test("a procedure more costs a page at most 1.5 KB, compressed, on average, where it judges and is drawn in one language; no word of another language comes along", async () => {
    const entry = (codes: readonly string[]) => codes.map((code, index) => `export { is as is${index} } from "../${code}/is.js";\nexport { vi as vi${index} } from "../${code}/fields.js";`).join("\n");
    const all = await bundled(entry(CODES));
    const others = await Promise.all(CODES.map((code) => bundled(entry(CODES.filter((other) => other !== code)))));
    expect(others.reduce((sum, { gzipped }) => sum + all.gzipped - gzipped, 0) / CODES.length).toBeLessThan(1.5 * 1024);
    expect(all.text).toMatch(/applicant\.birth-date/);
    expect(all.text).not.toMatch(/legalBasis|Kind of paper|Date of birth/);
  });

  test("what forms share is carried once, however many of them a page has", async () => {
    const both = await bundled('export { is as a } from "../1.001193/is.js"; export { is as b } from "../3.000722/is.js"; export { vi as c } from "../1.001193/fields.js"; export { vi as d } from "../3.000722/fields.js";');
    const seen = (text: RegExp) => both.text.match(text)?.length;
    expect([seen(/"GCNCC","CCDT"/g), seen(/\/\^\[A-Z\]\\d\{7,8\}\$\/u/g)]).toEqual([2, 1]);
  });

  test("a procedure more costs a page at most 6.5 KB, compressed, with its rules and its messages in two languages", async () => {
    const all = await bundled(checkOf(...CODES));
    for (const code of CODES) {
      const others = await bundled(checkOf(...CODES.filter((other) => other !== code)));
      expect(all.gzipped - others.gzipped, code).toBeLessThan(6.5 * 1024);
    }
    expect((await bundled(checkOf("1.001193"))).gzipped).toBeLessThan(16 * 1024);
  });

  test("the client runs on fetch alone", async () => {
    const { outside, text, gzipped } = await bundled('export { createClient } from "@motcua/client";');
    expect(outside).toEqual([]);
    expect(text).not.toMatch(/\bprocess\b|\bBuffer\b|\brequire\(/);
    expect(gzipped).toBeLessThan(4 * 1024);
  });

  test("a planted import of Node is found: the bundle cannot be made", async () => {
    await expect(bundled('import { readFileSync } from "node:fs"; export const x = readFileSync;')).rejects.toThrow(/node:fs/);
  });
});
