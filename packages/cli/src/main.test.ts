import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { copySchemas } from "../test/schemas-copy.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const bin = join(root, "node_modules", ".bin", "motcua");
const temporary = mkdtempSync(join(tmpdir(), "motcua-main-"));
const copy = copySchemas();
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
  copy.remove();
});

/** Runs the command a user types, as a user gets it: by its name in `node_modules/.bin`. */
function motcua(args: readonly string[], cwd: string = root) {
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd, encoding: "utf8", timeout: 120_000 });
  return { status, stdout, stderr };
}

describe("the motcua command", () => {
  it("lists its commands and exit codes", () => {
    const { status, stdout } = motcua(["--help"]);
    expect(status).toBe(0);
    for (const command of ["check", "generate", "synth", "dev", "demo"]) expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
    expect(stdout).toContain("0 xong, 1 có lỗi cần sửa, 2 dùng lệnh sai");
  });

  it.each([
    ["check", ["--json", "--lang"]],
    ["generate", ["--json", "--check", "--out"]],
    ["synth", ["--json", "--validate", "--out"]],
    ["dev", ["--port", "--data", "--first-dossier"]],
    ["demo", ["--json", "--procedure", "--sample"]],
    ["due", ["--received", "--limit", "--sessions", "--mode", "--pause", "--explain", "--json"]],
  ])("explains %s", (command, options) => {
    const { status, stdout } = motcua([command, "--help"]);
    expect(status).toBe(0);
    for (const option of options) expect(stdout).toContain(option);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["no command at all", [], /Usage: motcua/],
    ["a command it does not have", ["chek"], /unknown command 'chek'.*\n.*check/],
    ["an option it does not have", ["check", "--jsn"], /unknown option '--jsn'/],
    ["a path that does not exist", ["check", "schemas/procedures/khong-co"], /Không có đường dẫn schemas\/procedures\/khong-co/],
    ["a path outside the definitions", ["check", "packages"], /không nằm trong/],
    ["a language it does not speak", ["check", "--lang", "fr"], /--lang fr: vi hoặc en/],
    ["a port that is none", ["dev", "--port", "eighty"], /--port eighty: cần một số/],
  ])("refuses %s with exit code 2 and no stack", (_, args, says) => {
    const { status, stderr } = motcua(args);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  });

  it("refuses to work where there are no definitions", () => {
    const { status, stderr } = motcua(["generate"], temporary);
    expect(status).toBe(2);
    expect(stderr).toContain("schemas/contract");
  });

  it("refuses a port that is taken, with exit code 1", async () => {
    const server = createServer();
    const port = await new Promise<number>((ready) => server.listen(0, "127.0.0.1", () => ready((server.address() as AddressInfo).port)));
    // The server answers nobody while the command runs: that the port is bound is enough.
    const { status, stderr } = motcua(["dev", "--port", String(port), "--data", temporary]);
    server.close();
    expect(stderr).toContain(`Cổng ${port} đang được dùng`);
    expect(status).toBe(1);
  });

  it("ends when told to stop while it still starts, and leaves nothing behind", async () => {
    const child = spawn(bin, ["dev", "--port", "0", "--data", join(temporary, "data")], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    // By the time the first line is out the signals are taken over.
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.kill("SIGINT");
    expect([0, 130]).toContain(await ended);
    const left = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" }).stdout.split("\n").filter((line) => line.includes(join(temporary, "data")));
    expect(left).toEqual([]);
  });

  it("checks the repository's definitions: exit code 0, one JSON object", () => {
    const { status, stdout } = motcua(["check", "--json"]);
    expect(status, stdout).toBe(0);
    const { procedures, samples, ...rest } = JSON.parse(stdout) as { readonly procedures: number; readonly samples: number };
    expect(procedures).toBeGreaterThanOrEqual(10);
    expect(samples).toBeGreaterThanOrEqual(3 * procedures);
    expect(rest).toEqual({ errors: 0, warnings: 0, problems: [] });
  });

  it("refuses planted problems with exit code 1, wherever it is called from", () => {
    copy.plant("procedures/ho-tich/1.001193-dang-ky-khai-sinh/workflow.json", '"role": "van_thu"', '"role": "van_tu"');
    const { status, stdout } = motcua(["check", copy.workspace.root, "--json"], temporary);
    copy.restore();
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ errors: 1, warnings: 1, problems: [{ code: "role-unused" }, { code: "unknown-role", pointer: "/steps/dong_dau/role", column: 15, hint: "van_thu" }] });
  });

  it("finds a generated SDK up to date, and refuses one that has drifted", () => {
    const args = ["generate", "--out", join(temporary, "sdk"), "--json"];
    const first = JSON.parse(motcua(args, copy.workspace.root).stdout) as { written: string[]; removed: string[] };
    expect(first.written).toContain("1.001193.js");
    expect(motcua([...args, "--check"], copy.workspace.root).status).toBe(0);
    copy.plant("procedures/ho-tich/1.001193-dang-ky-khai-sinh/procedure.json", "Birth registration", "Registration of a birth");
    const drifted = motcua([...args, "--check"], copy.workspace.root);
    copy.restore();
    expect(drifted.status).toBe(1);
    expect((JSON.parse(drifted.stdout) as { written: string[] }).written.every((path) => path.startsWith("1.001193"))).toBe(true);
  });
});
