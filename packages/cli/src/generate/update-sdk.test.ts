import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateCatalogue } from "@motcua/codegen";
import { loadCatalogue } from "@motcua/procedure/compile";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workspace } from "../workspace.ts";
import { moduleNames } from "./module-names.ts";
import { updateSdk } from "./update-sdk.ts";

const SCHEMAS = fileURLToPath(new URL("../../../../schemas/", import.meta.url));
const BIRTH = "procedures/ho-tich/1.001193-dang-ky-khai-sinh";
const EXTRACT = "procedures/ho-tich/2.000635-ban-sao-trich-luc-ho-tich";

let root: string;
let workspace: Workspace;
let target: { readonly out: string; readonly name: string };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "motcua-update-"));
  for (const part of ["contract", "shared", BIRTH, EXTRACT]) cpSync(join(SCHEMAS, part), join(root, "schemas", part), { recursive: true });
  workspace = { root, schemas: join(root, "schemas"), state: join(root, ".motcua"), assembly: "" };
  target = { out: join(root, "sdk"), name: "@tinh/thu-tuc" };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const edit = (path: string, from: string, to: string) => {
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};
const filesOf = (folder: string) => Object.fromEntries(readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile()).map((path) => [path, readFileSync(join(folder, path), "utf8")]));

describe("an SDK brought up to date", () => {
  it("is, byte for byte, what the catalogue's generator gives for everything at once", async () => {
    await updateSdk(workspace, target);
    const { procedures } = await loadCatalogue(workspace.schemas);
    const whole = generateCatalogue(procedures.map(({ procedure }) => procedure), { name: target.name });
    expect(filesOf(target.out)).toEqual(Object.fromEntries(whole.files.map(({ path, text }) => [path, text])));
  });

  it("generates nothing where nothing changed, and again only what did", async () => {
    expect(await updateSdk(workspace, target)).toMatchObject({ procedures: 2, generated: 2, problems: [] });
    expect(await updateSdk(workspace, target)).toMatchObject({ procedures: 2, generated: 0, written: [], removed: [] });
    edit(join(workspace.schemas, BIRTH, "procedure.json"), "Birth registration", "Registration of a birth");
    const again = await updateSdk(workspace, target);
    expect(again.generated).toBe(1);
    expect(again.written.length).toBeGreaterThan(0);
    expect(again.written.every((path) => path.startsWith("1.001193"))).toBe(true);
  });

  it("generates again what a fragment stands in, once the fragment changes", async () => {
    await updateSdk(workspace, target);
    edit(join(workspace.schemas, "shared/fragments.json"), "Proof of residence", "Proof of the residence");
    const { written, problems } = await updateSdk(workspace, target);
    expect(problems).toEqual([]);
    expect(written.length).toBeGreaterThan(0);
    expect(written.every((path) => path.startsWith("1.001193"))).toBe(true);
  });

  it("notices a file that somebody touched or took away", async () => {
    await updateSdk(workspace, target);
    const shared = readdirSync(join(target.out, "shared")).find((name) => name.startsWith("check-")) ?? "";
    const [changed, gone, common] = [join(target.out, "2.000635.d.ts"), join(target.out, "1.001193", "is.js"), join(target.out, "shared", shared)];
    const before = [readFileSync(changed, "utf8"), readFileSync(gone, "utf8"), readFileSync(common, "utf8")];
    writeFileSync(changed, `${before[0]}// more\n`);
    rmSync(gone);
    writeFileSync(common, `${before[2]}// more\n`);
    expect((await updateSdk(workspace, target)).written.toSorted()).toEqual(["1.001193/is.js", "2.000635.d.ts", `shared/${shared}`]);
    expect([readFileSync(changed, "utf8"), readFileSync(gone, "utf8"), readFileSync(common, "utf8")]).toEqual(before);
    expect(await updateSdk(workspace, target)).toMatchObject({ generated: 0, written: [], removed: [] });
  });

  it("leaves files alone that would not change, though their definition was saved again", async () => {
    await updateSdk(workspace, target);
    const times = statSync(join(target.out, "1.001193.js")).mtimeMs;
    utimesSync(join(workspace.schemas, BIRTH, "form.schema.json"), new Date(), new Date());
    expect(await updateSdk(workspace, target)).toMatchObject({ generated: 1, written: [] });
    expect(statSync(join(target.out, "1.001193.js")).mtimeMs).toBe(times);
  });

  it("generates everything again when what all share changes, and removes what no definition gives any longer", async () => {
    await updateSdk(workspace, target);
    edit(join(workspace.schemas, "shared", "person.schema.json"), '"maxLength": 100', '"maxLength": 101');
    expect(await updateSdk(workspace, target)).toMatchObject({ generated: 2, problems: [] });
    renameSync(join(workspace.schemas, EXTRACT), join(root, "elsewhere"));
    const { removed } = await updateSdk(workspace, target);
    expect(removed.filter((path) => path.startsWith("2.000635"))).toContain("2.000635.js");
    expect(existsSync(join(target.out, "2.000635"))).toBe(false);
    expect(existsSync(join(target.out, "1.001193.js"))).toBe(true);
  });

  it("refuses a definition that does not compile, with its file, and writes the others", async () => {
    edit(join(workspace.schemas, BIRTH, "workflow.json"), '"role": "van_thu"', '"role": "van_tu"');
    const { problems } = await updateSdk(workspace, target);
    expect(problems).toMatchObject([{ code: "unknown-role", file: expect.stringContaining("workflow.json") as string }]);
    expect([existsSync(join(target.out, "1.001193.js")), existsSync(join(target.out, "2.000635.js"))]).toEqual([false, true]);
    edit(join(workspace.schemas, BIRTH, "workflow.json"), '"role": "van_tu"', '"role": "van_thu"');
    expect(await updateSdk(workspace, target)).toMatchObject({ generated: 1, problems: [] });
  });

  it("stops at a keyword nothing honours, and at one that is not honoured in this way, where it stands in its file", async () => {
    const form = join(workspace.schemas, BIRTH, "form.schema.json");
    edit(form, '"co_so_y_te": {', '"co_so_y_te": { "contentEncoding": "base64",');
    const unknown = await updateSdk(workspace, target);
    expect(unknown.problems).toMatchObject([{ code: "unknown-key", pointer: "/properties/tre/properties/co_so_y_te/contentEncoding", file: form, line: expect.any(Number) as number }]);
    edit(form, '"contentEncoding": "base64"', '"const": "a", "enum": ["b"]');
    const unfit = await updateSdk(workspace, target);
    expect(unfit.problems).toMatchObject([{ code: "keyword-not-supported", pointer: "/properties/tre/properties/co_so_y_te/const", file: form, line: expect.any(Number) as number }]);
    expect(existsSync(join(target.out, "1.001193.js"))).toBe(false);
  });

  it("refuses to write beside a manifest that is somebody else's, and over a file nobody generated", async () => {
    writeFileSync(join(root, "package.json"), '{ "name": "mine" }\n');
    expect(await updateSdk(workspace, { ...target, out: root })).toMatchObject({ foreign: ["package.json"], generated: 0 });
    await updateSdk(workspace, target);
    writeFileSync(join(target.out, "1.001193.js"), "export const mine = true;\n");
    expect((await updateSdk(workspace, target)).foreign).toEqual(["1.001193.js"]);
  });
});

it("names the version that comes into force last by the plain code, the others by their day", () => {
  const names = moduleNames([{ folder: "a", code: "1.0", from: "2025-07-01" }, { folder: "b", code: "1.0", from: "2026-03-01" }, { folder: "c", code: "2.0", from: "2024-01-01" }]);
  expect([...names]).toEqual([["a", "1.0@2025-07-01"], ["b", "1.0"], ["c", "2.0"]]);
});
