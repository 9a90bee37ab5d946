import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BUNDLE } from "./build-functions.ts";
import { copyFonts } from "./copy-fonts.ts";

const PROGRAM = `
const { renderReceipt } = await import("@motcua/papers");
const place = { name: "Đơn vị", place: "Xã" };
const pdf = await renderReceipt({ code: "H20-1", unit: place, submitter: {}, owner: {}, channel: "online", procedure: { code: "1", name: "Thử" }, documents: [], sets: 1, fees: [], limit: { time: "1wd" }, submittedAt: "2026-10-05T08:00:00+07:00", resultBy: "online", tracking: { qr: "x", secret: false } });
console.log(Buffer.from(pdf.subarray(0, 5)).toString("latin1"));
`;

describe("fonts in the functions' asset", () => {
  let asset: string;

  beforeAll(async () => {
    asset = await mkdtemp(join(tmpdir(), "motcua-asset-"));
    const stdin = { contents: PROGRAM, resolveDir: fileURLToPath(new URL(".", import.meta.url)), sourcefile: "entry.ts" };
    await build({ ...BUNDLE, stdin, outdir: asset, entryNames: "entry" });
  });
  afterAll(() => rm(asset, { recursive: true }));

  // A bare environment: NODE_PATH of the test runner would find the packages of this installation.
  const run = () => spawnSync(process.execPath, [join(asset, "entry.mjs")], { cwd: asset, encoding: "utf8", env: {} });

  it("refuses to write a paper without them: the asset has no packages to fall back on", () => {
    expect(run().stderr).toMatch(/Cannot find module '@expo-google-fonts\/tinos/);
  });

  it("let a bundled function write a paper far from any package", async () => {
    await copyFonts(asset);
    expect(await readdir(join(asset, "fonts"))).toEqual(["LICENSE_FONT", "Tinos_400Regular.ttf", "Tinos_400Regular_Italic.ttf", "Tinos_700Bold.ttf"]);
    const { stdout, stderr } = run();
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe("%PDF-");
  });
});
