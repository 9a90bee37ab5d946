import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { goldenFiles } from "./golden.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 });

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
  const [tarball = ""] = execFileSync("npm", ["pack", "--silent"], { cwd: folder, encoding: "utf8", timeout: 120_000 }).trim().split("\n");
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

describe("a project of a province that has installed it", () => {
  const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly packageManager: string };
  let project: string;

  /** What `npm install` would leave of a package of this repository: its tarball, unpacked. */
  function install(name: string): void {
    const source = join(ROOT, "packages", name);
    const packed = mkdtempSync(join(tmpdir(), "motcua-pack-"));
    execFileSync("npx", ["--yes", packageManager, "pack", "--pack-destination", packed], { cwd: source, stdio: "pipe", timeout: 120_000 });
    const into = join(project, "node_modules/@motcua", name);
    mkdirSync(into, { recursive: true });
    execFileSync("tar", ["xzf", join(packed, `motcua-${name}-0.1.0.tgz`), "--strip-components=1", "-C", into]);
    for (const left of [packed, join(source, "dist")]) rmSync(left, { recursive: true, force: true });
  }

  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), "motcua-installed-"));
    for (const name of ["calendar", "procedure", "client"]) install(name);
    cpSync(folder, join(project, "node_modules/@dongthap/procedures"), { recursive: true });
    symlinkSync(resolve(ROOT, "packages/client/node_modules/zod"), join(project, "node_modules/zod"));
    writeFileSync(join(project, "package.json"), '{ "type": "module" }');
    const compilerOptions = { target: "ES2023", lib: ["ES2023", "DOM"], module: "NodeNext", moduleResolution: "NodeNext", strict: true, exactOptionalPropertyTypes: true, types: [], skipLibCheck: true };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  const USE = `
import birth from "@dongthap/procedures/1.001193";
import { is } from "@dongthap/procedures/1.001193/is";
import { vi } from "@dongthap/procedures/1.001193/fields";
import { Form } from "@dongthap/procedures/1.001193/zod";
import { createClient } from "@motcua/client";
export const client = createClient({ baseUrl: "https://motcua.example.test" });
const checked = birth.check({}, { today: "2026-10-05" });
const label: string | undefined = vi.fields["/tre/ho_ten"].label;
const first = checked.ok ? "" : checked.problems[0]?.message.vi;
console.log(JSON.stringify([checked.ok, first !== undefined, is({}), Form.safeParse({}).success, label, typeof client.submit]));
`;

  test("compiles against it, runs it on Node as it is, and finds no source of ours in it", () => {
    writeFileSync(join(project, "use.ts"), USE);
    const compiled = spawnSync(join(ROOT, "node_modules/.bin/tsc"), ["-p", project], { encoding: "utf8" });
    expect(compiled.stdout).toBe("");
    const ran = spawnSync(process.execPath, [join(project, "use.js")], { encoding: "utf8" });
    expect(ran.stderr).toBe("");
    expect(JSON.parse(ran.stdout)).toEqual([false, true, false, false, "Họ, chữ đệm, tên của trẻ", "function"]);
    const packed = execFileSync("find", [join(project, "node_modules/@motcua"), "-name", "*.ts", "-not", "-name", "*.d.ts"], { encoding: "utf8" });
    expect(packed).toBe("");
  });

  test("refuses a planted fault: a name the definition does not have, through the types as they are installed", () => {
    writeFileSync(join(project, "use.ts"), USE.replace("/tre/ho_ten", "/tre/ten").replace("message.vi", "message.fr"));
    const { stdout } = spawnSync(join(ROOT, "node_modules/.bin/tsc"), ["-p", project, "--noEmit"], { encoding: "utf8" });
    expect(stdout).toMatch(/"\/tre\/ten"/);
    expect(stdout).toMatch(/'fr'/);
  });

  test.each(["client", "procedure", "calendar"])("@motcua/%s is clean to publint", (name) => {
    const { status, stdout, stderr } = spawnSync(join(BIN, "publint"), ["--strict", join(project, "node_modules/@motcua", name)], { encoding: "utf8" });
    expect([status, stdout + stderr]).toEqual([0, expect.stringContaining("All good!") as string]);
  });
});
