import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FUNCTIONS } from "../packages/procedure/src/compile/cel/cel-environment.ts";
import { RECORD } from "../packages/cli/test/catalogue-record.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);
const GUIDES = ["docs/define-a-procedure.md", "docs/define-a-procedure.vi.md"] as const;
const MINUTES = 60_000;

/** A fenced block of a guide, with the file its marker names. */
interface Block {
  readonly file: string;
  readonly text: string;
}

/** The blocks of a guide. @throws for one without a marker: nothing would hold it to a file */
export function blocksOf(guide: string): readonly Block[] {
  const fences = guide.match(/^```\w+$/gm)?.length ?? 0;
  const blocks = [...guide.matchAll(/^<!-- file: (\S+) -->\n```\w+\n([^]*?)\n```$/gm)].map(([, file = "", text = ""]) => ({ file, text }));
  if (blocks.length !== fences) throw new Error(`${fences - blocks.length} blocks without a file`);
  return blocks;
}

const unindented = (text: string) => text.split("\n").map((line) => line.trim()).join("\n");
/** Whether a block stands in its file, line by line; how far it is indented there does not matter. */
export const stands = ({ text }: Block, file: string): boolean => `\n${unindented(file)}\n`.includes(`\n${unindented(text)}\n`);
const read = (file: string) => readFileSync(join(root, file), "utf8");

describe("the guide", () => {
  it.each(GUIDES)("%s shows nothing that is not in a file", (guide) => {
    const blocks = blocksOf(read(guide));
    expect(blocks.length).toBeGreaterThan(12);
    expect(blocks.filter((block) => !stands(block, read(block.file)))).toEqual([]);
  });

  it("shows the same in both languages, and every command there is a file of", () => {
    const [en, vi] = GUIDES.map((guide) => blocksOf(read(guide)));
    expect(vi).toEqual(en);
    const shown = (en ?? []).map(({ file }) => file);
    expect(readdirSync(join(root, "docs/snippets")).filter((name) => !shown.includes(`docs/snippets/${name}`))).toEqual([]);
  });

  it.each(GUIDES)("%s tells every function of expressions, and none there is not", (guide) => {
    const [, section = ""] = /^### (?:Expressions|Biểu thức)$([^]*?)^##/mu.exec(read(guide)) ?? [];
    const told = [...section.matchAll(/(?<![.\w])([a-z]\w*)\(/gi)].map(([, name]) => name);
    expect([...new Set(told)].toSorted()).toEqual(["has", ...Object.keys(FUNCTIONS)].toSorted());
  });

  it.each(GUIDES)("%s names only shared definitions that are there", (guide) => {
    const shared = ["person", "address"].flatMap((file) => Object.keys((JSON.parse(read(`schemas/shared/${file}.schema.json`)) as { readonly $defs: object }).$defs));
    const [line = ""] = /^.*`person\.schema\.json`.*$/mu.exec(read(guide)) ?? [];
    const named = [...line.matchAll(/`([A-Z][A-Za-z]+)`/g)].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !shared.includes(name))).toEqual([]);
  });

  it("refuses a block that was changed, and one without a marker", () => {
    expect(stands({ file: "", text: '"a": 2' }, '{\n  "a": 1\n}')).toBe(false);
    expect(() => blocksOf("```sh\nls\n```\n")).toThrow("1 blocks without a file");
  });
});

describe("the guide's example", () => {
  const project = mkdtempSync(join(tmpdir(), "motcua-guide-"));
  const schemas = join(project, "schemas");
  beforeAll(() => cpSync(join(root, "schemas"), schemas, { recursive: true }));
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  /** Runs a snippet as it stands, with this repository's command; gives what it printed. */
  async function snippet(name: string): Promise<string> {
    const [npx, motcua, ...args] = [...read(`docs/snippets/${name}.sh`).trim().matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    expect([npx, motcua]).toEqual(["npx", "motcua"]);
    const { stdout } = await run(process.execPath, [join(root, "packages/cli/bin/motcua.mjs"), ...args], { cwd: project, timeout: 3 * MINUTES });
    return stdout;
  }

  const folder = () => join(schemas, "procedures/giao-thong", readdirSync(join(schemas, "procedures/giao-thong"))[0] ?? "");
  /** No mistake anywhere, and not a word about the example. */
  const clean = /^(?![^]*giao-thong)[^]*, 0 lỗi, /;

  it("begins with a folder in which check finds nothing", async () => {
    expect(await snippet("new")).toContain("CHECKLIST.md");
    expect(await snippet("check")).toMatch(clean);
  }, MINUTES);

  it("is right as it stands, with its samples, and with what a province decides of it", async () => {
    cpSync(join(root, "examples/new-procedure"), folder(), { recursive: true });
    const overlay = JSON.parse(readFileSync(join(folder(), "overlay.json"), "utf8")) as object;
    rmSync(join(folder(), "overlay.json"));
    expect(await snippet("check")).toMatch(clean);
    const province = join(schemas, "provinces/vinh-long/province.json");
    const written = JSON.parse(readFileSync(province, "utf8")) as { procedures: object };
    writeFileSync(province, JSON.stringify({ ...written, procedures: { ...written.procedures, "9.900001": overlay } }));
    expect(JSON.parse(await snippet("check-json"))).toMatchObject({ errors: 0 });
  }, MINUTES);

  it("refuses the example with a field misspelt in a rule", async () => {
    const form = join(folder(), "form.schema.json");
    const right = readFileSync(form, "utf8");
    writeFileSync(form, right.replace("form.den_ngay >=", "form.den_ngy >="));
    const failed = (await snippet("check").catch((error: unknown) => error)) as { code: number; stdout: string };
    writeFileSync(form, right);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toMatch(/unknown-field-in-condition[^]*den_ngay/);
  }, MINUTES);

  it("begins from a national record too", async () => {
    writeFileSync(join(project, "record.json"), JSON.stringify(RECORD));
    expect(await snippet("new-from-record")).toContain("9.999920");
    expect(await snippet("check")).toContain("0 lỗi");
    rmSync(join(schemas, "procedures/hoat-dong-thu-nghiem"), { recursive: true });
  }, MINUTES);

  it("runs to its result", async () => {
    expect(await snippet("demo")).toContain("như mẫu mong đợi: trạng thái 10");
  }, 4 * MINUTES);

  it.each(["preview", "dev"])("names options %s has", async (name) => {
    const [, , command = "", ...rest] = read(`docs/snippets/${name}.sh`).trim().split(" ");
    const { stdout } = await run(process.execPath, [join(root, "packages/cli/bin/motcua.mjs"), command, "--help"]);
    for (const option of rest.filter((one) => one.startsWith("--"))) expect(stdout).toContain(option);
    expect(dirname(project)).toBe(tmpdir());
  }, MINUTES);
});

describe("a procedure begun and run at once", () => {
  const project = mkdtempSync(join(tmpdir(), "motcua-new-"));
  beforeAll(() => cpSync(join(root, "schemas"), join(project, "schemas"), { recursive: true }));
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it("passes the check as it was written, and its generated sample reaches its result", async () => {
    const motcua = async (...args: readonly string[]) => (await run(process.execPath, [join(root, "packages/cli/bin/motcua.mjs"), ...args], { cwd: project, timeout: 3 * MINUTES })).stdout;
    await motcua("new", "9.999999", "--template", "consult", "--yes");
    expect(await motcua("check")).toMatch(/^(?![^]*9\.999999)[^]*, 0 lỗi, /);
    const last = (await motcua("demo", "--procedure", "9.999999", "--json")).trim().split("\n").at(-1) ?? "";
    expect(JSON.parse(last)).toMatchObject({ procedure: "9.999999", nationalStatus: 10, papers: 1 });
  }, 4 * MINUTES);
});
