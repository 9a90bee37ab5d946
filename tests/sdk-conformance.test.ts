import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateRunnable } from "@motcua/codegen";
import { loadCatalogue } from "@motcua/procedure/compile";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Extent, factsFor, inShort, type Subject, type Verdicts, verdictsOf, verdictsOn } from "../examples/sdk/test/conformance/conformance.ts";
import { entryText, FOLDER } from "../examples/sdk/test/conformance/entry.ts";
import expected from "../examples/sdk/test/conformance/expected.json" with { type: "json" };
import { FULL, QUICK } from "../examples/sdk/test/conformance/extents.ts";
import { UPDATE } from "../examples/sdk/test/golden.ts";
import { SDKS } from "../examples/sdk/test/samples.ts";
import { BUNDLE } from "../infra/src/build-functions.ts";
import { emittedModule } from "../packages/cli/src/check/emitted-module.ts";
import { celOracle } from "../packages/codegen/test/cel-oracle.ts";
import { functionEnvironment } from "../packages/local/src/functions/function-environment.ts";
import { startFunctionProcess } from "../packages/local/src/functions/function-process.ts";
import { chromiumPath, openWindow } from "./browser.ts";
import { node24 } from "./node-24.ts";
import { workspace } from "./shop.ts";

// Millions of verdicts where MOTCUA_SLOW is set.
vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 300_000 });

const EXTENTS: readonly Extent[] = process.env["MOTCUA_SLOW"] === "1" ? [QUICK, FULL] : [QUICK];

interface Bundler {
  build(options: object): Promise<{ readonly outputFiles?: readonly { readonly text: string }[] }>;
}

const { build } = createRequire(new URL("../infra/package.json", import.meta.url))("esbuild") as Bundler;
const folder = mkdtempSync(join(tmpdir(), "motcua-conformance-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The conformance of every SDK as one script for engines without a file system; it offers `sdk.conformance`. */
async function script(): Promise<string> {
  const { outputFiles } = await build({ stdin: { contents: entryText(), resolveDir: FOLDER, loader: "ts" }, bundle: true, format: "iife", globalName: "sdk", platform: "browser", target: "es2022", write: false, logLevel: "silent" });
  return outputFiles?.[0]?.text ?? "";
}

/** Runs it on a Node. */
function onNode(executable: string, text: string, extent: Extent): Verdicts {
  const [bundle, runner] = [join(folder, "conformance.cjs"), join(folder, "run.cjs")];
  writeFileSync(bundle, `${text}\nmodule.exports = sdk;\n`);
  writeFileSync(runner, `process.stdout.write(JSON.stringify([process.versions.node, require(${JSON.stringify(bundle)}).conformance(${JSON.stringify(extent)})]));`);
  const { stdout, stderr } = spawnSync(executable, [runner], { encoding: "utf8", maxBuffer: 2 ** 26, timeout: 300_000 });
  if (stdout === "") throw new Error(stderr.slice(0, 2_000));
  const [version, verdicts] = JSON.parse(stdout) as [string, Verdicts];
  expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(20);
  return verdicts;
}

/** An engine that has the SDKs. */
type Engine = (extent: Extent) => Verdicts | Promise<Verdicts>;

let text = "";
const here = new Map<Extent, Verdicts>();
beforeAll(async () => {
  text = await script();
  for (const extent of EXTENTS) here.set(extent, verdictsOf(SDKS, extent));
});

/** What is judged otherwise than elsewhere. */
function differing(verdicts: Verdicts, than: Verdicts): readonly string[] {
  return [...new Set([...Object.keys(than), ...Object.keys(verdicts)])].filter((of) => verdicts[of] !== than[of]);
}

/** An engine has to say what is said here, and what is written down. */
async function expectSame(engine: Engine): Promise<void> {
  for (const [extent, verdicts] of here) {
    const told = await engine(extent);
    expect(differing(told, verdicts), `${extent.facts} facts a rule`).toEqual([]);
    if (extent === QUICK) expect(inShort(told)).toEqual(expected);
  }
}

describe("the same values have the same verdicts", () => {
  it("as are written down", () => {
    expect(inShort(here.get(QUICK) ?? {}), `where a definition or a sample has changed: ${UPDATE}`).toEqual(expected);
  });

  it("on this Node, as a bundle", () => expectSame((extent) => onNode(process.execPath, text, extent)));

  const newer = node24();
  if ("missing" in newer) it.skip(`on Node 24: ${newer.missing}`, () => undefined);
  else it("on Node 24", () => expectSame((extent) => onNode(newer.path, text, extent)));

  const chromium = chromiumPath();
  if (chromium === undefined) it.skip("in Chromium: needs Debian's chromium, or one named in CHROMIUM", () => undefined);
  else it("in Chromium, on a page whose policy forbids eval", () => expectSame((extent) => inChromium(chromium, text, extent)));

  it("in a function of a shop: bundled as the shop bundles, run as the shop runs", async () => {
    const { invoke, kill } = await asFunction(join(folder, "function"));
    try {
      await expectSame(async (extent) => (await invoke(extent, 0)) as Verdicts);
    } finally {
      kill();
    }
  });

  it("in the command that checks definitions, whose modules are never written", async () => {
    const checked = await asChecked();
    for (const [extent, verdicts] of here) {
      const shared = Object.fromEntries(Object.entries(verdicts).filter(([of]) => !/ (?:is|zod)$/.test(of)));
      expect(differing(verdictsOf(checked, extent), shared)).toEqual([]);
    }
  });

  it.each(SDKS)("as the CEL library has on every expression of $code", (sdk) => {
    for (const [extent, verdicts] of here) {
      const facts = factsFor(sdk, extent.facts);
      expect(facts).toHaveLength(extent.facts);
      const theirs = Object.entries(sdk.module.procedure.expressions).map(([pointer, { source }]) => [`${sdk.code} ${pointer}`, verdictsOn(facts, celOracle(source))] as const);
      expect(theirs.filter(([of, verdict]) => verdicts[of] !== verdict)).toEqual([]);
    }
  });
});

describe("refuses a planted fault", () => {
  it("in what is emitted: a limit that is one off, in the predicate alone", () => {
    const [right, wrong] = ["atMost(chi_tiet, 250)", "atMost(chi_tiet, 249)"];
    expect(text).toContain(right);
    const found = differing(onNode(process.execPath, text.replaceAll(right, wrong), QUICK), here.get(QUICK) ?? {});
    expect(found).toContain("1.001193 is");
    expect(found.every((of) => of.endsWith(" is"))).toBe(true);
  });

  it("in one rule: it holds where it should not", () => {
    const sdk = SDKS.find(({ code }) => code === "1.001193") as Subject;
    const pointer = Object.keys(sdk.module.expressions).find((each) => each.endsWith("/assert")) ?? "";
    const blind: Subject = { ...sdk, module: { ...sdk.module, expressions: { ...sdk.module.expressions, [pointer]: () => true } } };
    expect(differing(verdictsOf([blind], QUICK), verdictsOf([sdk], QUICK))).toEqual([`1.001193 ${pointer}`]);
    expect([sdk, blind].map((subject) => inShort(verdictsOf([subject], QUICK))["1.001193"] === expected["1.001193"])).toEqual([true, false]);
  });
});

async function inChromium(executable: string, conformance: string, extent: Extent): Promise<Verdicts> {
  const server: Server = createServer((request, response) => {
    const isScript = request.url === "/conformance.js";
    response.writeHead(200, { "content-type": isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; script-src 'self'" });
    response.end(isScript ? conformance : '<!doctype html><html lang="vi"><title>x</title><script src="/conformance.js"></script></html>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const window = await openWindow(executable, { script: true, width: 800, height: 600 });
  try {
    await window.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await window.page.evaluate((given) => (globalThis as unknown as { readonly sdk: { conformance(extent: object): Verdicts } }).sdk.conformance(given), extent);
  } finally {
    await window.close();
    server.close();
  }
}

async function asFunction(directory: string) {
  mkdirSync(directory, { recursive: true });
  const stdin = { contents: entryText(), resolveDir: FOLDER, loader: "ts" };
  await build({ ...BUNDLE, stdin, outdir: directory, entryNames: "conformance" });
  const fn = { logicalId: "Conformance", name: "conformance", arn: "arn:aws:lambda:ap-southeast-1:000000000000:function:conformance", roleArn: "", directory, handler: "conformance.handler", timeoutSeconds: 900, memoryMegabytes: 512, logGroup: "", logStreamArn: "", environment: {} };
  const environment = functionEnvironment(fn, { accessKeyId: "a", secretAccessKey: "b", sessionToken: "c" }, { region: "ap-southeast-1", awsEndpoint: "http://127.0.0.1:1", rewrites: [] });
  return startFunctionProcess({ fn, environment, onLine: (line) => console.error(line) });
}

/** Definitions as `motcua check` runs them. */
async function asChecked(): Promise<readonly Subject[]> {
  const { procedures } = await loadCatalogue(workspace().schemas);
  return SDKS.map(({ code, module, samples }) => {
    const { procedure } = procedures.find((each) => each.procedure.version === module.procedure.version) ?? { procedure: undefined };
    if (procedure === undefined) throw new Error(`the definition of ${code} is gone: ${UPDATE}`);
    return { code, module: emittedModule(procedure, generateRunnable(procedure).text ?? ""), samples };
  });
}
