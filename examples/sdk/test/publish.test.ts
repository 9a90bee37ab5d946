import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { goldenFiles } from "./golden.ts";

vi.setConfig({ testTimeout: 180_000 });

const BIN = fileURLToPath(new URL("../../../packages/codegen/node_modules/.bin/", import.meta.url));
const ENTRIES = ["./1.001193", "./1.001193/is", "./1.001193/fields", "./1.001193/zod", "./2.000635"];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "motcua-publish-"));
  for (const { path, text } of await goldenFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function publint(): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(join(BIN, "publint"), ["--strict", folder], { encoding: "utf8" });
  return { status, said: stdout + stderr };
}

function attw(): { readonly status: number | null; readonly said: string } {
  const [tarball = ""] = execFileSync("npm", ["pack", "--silent"], { cwd: folder, encoding: "utf8" }).trim().split("\n");
  const { status, stdout } = spawnSync(join(BIN, "attw"), [join(folder, tarball), "--profile", "esm-only", "--format", "ascii", "--entrypoints", ...ENTRIES], { encoding: "utf8" });
  rmSync(join(folder, tarball));
  return { status, said: stdout };
}

describe("the package that is generated", () => {
  test("is clean to publint and to are-the-types-wrong", () => {
    expect(publint()).toMatchObject({ status: 0, said: expect.stringContaining("All good!") as string });
    expect(attw()).toMatchObject({ status: 0 });
  });

  test("refuses a planted fault: types behind the wrong condition, an entry without a file", () => {
    const path = join(folder, "package.json");
    const manifest = readFileSync(path, "utf8");
    writeFileSync(path, manifest.replace('"types": "./*.d.ts",\n', "").replace('"default": "./*.js"', '"default": "./*.js",\n      "types": "./*.d.ts"'));
    expect(publint().status).not.toBe(0);
    writeFileSync(path, manifest.replace("./*.d.ts", "./types/*.d.ts"));
    expect(attw().status).not.toBe(0);
    writeFileSync(path, manifest);
  });
});
