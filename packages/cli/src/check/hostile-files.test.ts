import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { compileProcedure, loadShared, readProcedureFolder } from "@motcua/procedure/compile";
import { copySchemas } from "../../test/schemas-copy.ts";
import { printProblems } from "../print-problems.ts";
import { checkProject } from "./check-project.ts";
import { toSarif } from "./to-sarif.ts";

const copy = copySchemas();
const { workspace } = copy;
const original = join(workspace.schemas, "procedures/ho-tich/1.001193-dang-ky-khai-sinh");
const folder = join(workspace.schemas, "procedures/ho-tich/thu");
const files = Object.fromEntries(["procedure.json", "form.schema.json", "workflow.json"].map((name) => [name, readFileSync(join(original, name), "utf8")])) as Readonly<Record<string, string>>;
const connect = vi.spyOn(Socket.prototype, "connect");
const MEGABYTE = 1_000_000;
/** Milliseconds in which a problem must be found on a machine that is busy: a hang is a hang, not a slow second. */
const SOON = 30_000;

beforeEach(() => {
  connect.mockClear();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => {
  connect.mockRestore();
  copy.remove();
});

/** Codes told of a file, with their lines; everything else that a person may ask for must come out too. */
async function codesOf(name: string): Promise<readonly string[]> {
  const { problems } = await checkProject(workspace, [folder]);
  expect(printProblems(problems, workspace.root, "vi").length).toBeLessThan(3 * MEGABYTE);
  expect(JSON.stringify(toSarif(problems, { root: workspace.root, language: "en" }))).toContain('"2.1.0"');
  expect(connect).not.toHaveBeenCalled();
  return problems.filter(({ file }) => file === join(folder, name)).map(({ code, line }) => `${code} ${line}`);
}

const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
const form = (more: object): string => JSON.stringify({ type: "object", additionalProperties: false, required: [], properties: { a: { type: "boolean" } }, "x-sections": [{ id: "a", title: { vi: "Trang" }, fields: ["/a"] }], ...more });
const withField = (schema: object): string => form({ properties: { a: { "x-label": { vi: "Trường" }, ...schema } } });
const withCondition = (source: string): string => JSON.stringify({ ...(JSON.parse(files["procedure.json"] ?? "") as object), gates: [{ id: "a", when: source, then: "elsewhere", message: { vi: "Thử", en: "Try" } }] });

const TEXTS: readonly (readonly [name: string, content: string | Buffer, told: string])[] = [
  ["what is no JSON", "xin chào, đây là thủ tục", "json-syntax 1"],
  ["an empty file", "", "json-syntax 1"],
  ["a program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe, 1]), "not-utf8 1"],
  ["UTF-16", Buffer.from("\uFEFF{}", "utf16le"), "not-utf8 1"],
  ["a byte-order mark", `\uFEFF${files["procedure.json"]}`, "byte-order-mark 1"],
  ["null", "null", "wrong-value-type 1"],
  ["a list", "[]", "wrong-value-type 1"],
  ["a text", '"procedure"', "wrong-value-type 1"],
  ["text that is not composed", (files["procedure.json"] ?? "").normalize("NFD"), "not-nfc 4"],
  ["a key written twice", (files["procedure.json"] ?? "").replace('"code":', '"code": "1.000000",\n  "code":'), "duplicate-key 4"],
  ["a key behind an escape, written twice", '{\n"code": 1,\n"\\u0063ode": 2 }', "duplicate-key 3"],
  ["a key that sets a prototype", '{\n"__proto__": { "code": "1.000000" } }', "key-forbidden 2"],
  ["the same behind an escape", '{\n"\\u005f_proto__": { "polluted": true } }', "key-forbidden 2"],
  ["a constructor", '{\n"constructor": { "prototype": { "polluted": true } } }', "key-forbidden 2"],
  ["lists inside lists without end", "[".repeat(MEGABYTE), "nesting-too-deep 1"],
  ["objects inside objects without end", '{"a":'.repeat(200_000), "nesting-too-deep 1"],
  ["50 MB", JSON.stringify({ note: "x".repeat(50 * MEGABYTE) }), "file-too-large 1"],
  ["3 MB of nothing known", JSON.stringify(Array.from({ length: 300_000 }, (_, index) => index)), "wrong-value-type 1"],
  ["100,000 keys nobody knows", JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index])), undefined, 1), "unknown-key 2"],
  ["3 MB without a line", `{"a":"${"\\u0041".repeat(500_000)}"}`, "missing-key 1"],
  ["a million slips", "x".repeat(MEGABYTE), "json-syntax 1"],
];

const FORMS: readonly (readonly [name: string, content: string, told: string])[] = [
  ["a circle of references", form({ $defs: { A: { $ref: "#/$defs/B" }, B: { $ref: "#/$defs/A" } } }), "ref-circle 1"],
  ["a definition in all of itself", form({ $defs: { A: { type: "object", allOf: [{ $ref: "#/$defs/A" }] } } }), "ref-circle 1"],
  ["a list of itself", form({ $defs: { A: { type: "array", items: { $ref: "#/$defs/A" } } }, properties: { a: { $ref: "#/$defs/A" } } }), "ref-circle 1"],
  ["a field of itself", form({ $defs: { A: { type: "object", properties: { a: { $ref: "#/$defs/A" } } } } }), "ref-circle 1"],
  ["a reference to the network", withField({ $ref: "https://example.com/a.schema.json#/$defs/A" }), "ref-not-local 1"],
  ["a reference to another host", withField({ $ref: "//example.com/a.schema.json#/$defs/A" }), "ref-not-local 1"],
  ["a reference to a file of the machine", withField({ $ref: "file:///etc/passwd#/$defs/A" }), "ref-not-local 1"],
  ["a reference out of the project", withField({ $ref: "../../../../../../../../etc/passwd.schema.json#/$defs/A" }), "ref-unknown-file 1"],
  ...["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(\\w+\\s?)*$", "^(.*,){20}x$", "^(x+x+)+y$", "^([a-z]{1,3})+$", "^(a?){60}a{60}$"].map((pattern) => [`the pattern ${pattern}`, withField({ type: "string", maxLength: 99, pattern }), "pattern-backtracks 1"] as const),
];

describe("files nobody should have written", () => {
  it.each(TEXTS)("refuses %s, soon", async (_, content, told) => {
    write("procedure.json", content);
    expect(await codesOf("procedure.json")).toContain(told);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  }, SOON);

  it.each(FORMS)("refuses %s, without following it", async (_, content, told) => {
    write("form.schema.json", content);
    expect(await codesOf("form.schema.json")).toContain(told);
  }, SOON);

  it.each([
    ["a condition as long as a book", "form.x == 'a' || ".repeat(5_000) + "true", "condition-too-long 1"],
    ["brackets inside brackets", `${"(".repeat(1_900)}true${")".repeat(1_900)}`, "condition-syntax 1"],
    ["nots without end", `${"!".repeat(3_900)}true`, "condition-syntax 1"],
    ["a number beyond all numbers", `1${"0".repeat(400)} > 2`, "condition-syntax 1"],
  ])("refuses %s", async (_, source, told) => {
    write("procedure.json", withCondition(source));
    expect(await codesOf("procedure.json")).toContain(told);
  }, SOON);

  it("refuses a folder in place of a file, and passes over links that lead in a circle", async () => {
    rmSync(join(folder, "workflow.json"));
    mkdirSync(join(folder, "workflow.json"));
    symlinkSync(folder, join(folder, "vong"));
    expect(await codesOf("workflow.json")).toEqual(["file-missing 1"]);
  }, SOON);

  const KINDS = [
    "procedures/ho-tich/thu/procedure.json", "procedures/ho-tich/thu/form.schema.json", "procedures/ho-tich/thu/workflow.json", "procedures/ho-tich/thu/samples/01.json",
    "provinces/thu/province.json", "calendars/2031.json", "shared/code-lists/thu.json", "shared/data-sources.json",
  ];
  it.each<[string, string | Buffer, string]>([
    ["what is no JSON", "xin chào", "json-syntax"],
    ["a program", Buffer.from([0x7f, 0x45, 0xff, 0xfe, 1]), "not-utf8"],
    ["a byte-order mark", "\uFEFF{}", "byte-order-mark"],
    ["a key written twice", '{ "a": 1, "a": 2 }', "duplicate-key"],
    ["a key that sets a prototype", '{ "__proto__": { "polluted": true } }', "key-forbidden"],
    ["text that is not composed", `{ "a": "${"Đăng ký".normalize("NFD")}" }`, "not-nfc"],
    ["a comment", '{ // thử\n}', "json-comment"],
    ["lists inside lists without end", "[".repeat(10_000), "nesting-too-deep"],
    ["50 MB", JSON.stringify({ note: "x".repeat(50 * MEGABYTE) }), "file-too-large"],
  ])("refuses %s in every kind of file at once", async (_, content, told) => {
    const kept = readFileSync(join(workspace.schemas, "shared/data-sources.json"));
    for (const kind of KINDS) {
      mkdirSync(join(workspace.schemas, kind, ".."), { recursive: true });
      writeFileSync(join(workspace.schemas, kind), content);
    }
    const { problems } = await checkProject(workspace);
    writeFileSync(join(workspace.schemas, "shared/data-sources.json"), kept);
    for (const kind of ["provinces/thu", "calendars/2031.json", "shared/code-lists/thu.json"]) rmSync(join(workspace.schemas, kind), { recursive: true });
    const found = problems.map(({ code, file = "" }) => `${code} ${file}`);
    expect(KINDS.filter((kind) => !found.includes(`${told} ${join(workspace.schemas, kind)}`))).toEqual([]);
    expect(printProblems(problems, workspace.root, "en").length).toBeLessThan(3 * MEGABYTE);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  }, SOON);

  it("refuses a code list that is not named as its file, and two versions of one day", async () => {
    const list = join(workspace.schemas, "shared/code-lists/gioi-tinh.json");
    cpSync(join(workspace.schemas, "shared/code-lists/genders.json"), list);
    const { problems } = await checkProject(workspace);
    rmSync(list);
    expect(problems.map(({ code, file, line }) => `${code} ${file} ${line}`)).toEqual(expect.arrayContaining([`code-list-name ${list} 2`, `version-period-overlap ${join(folder, "procedure.json")} 1`]));
  }, SOON);

  it("refuses a file nobody may read", async () => {
    const { contract, schemas, codeLists } = await loadShared(workspace.schemas);
    // To the superuser no file is unreadable: it is said as the loader says it.
    const sources = (await readProcedureFolder(folder)).map((file) => (file.path.endsWith("workflow.json") ? { path: file.path, text: "", unreadable: true } : file));
    const compiled = compileProcedure({ files: [...sources, ...schemas], codeLists, contract });
    expect(compiled.ok ? [] : compiled.problems.map(({ code, file }) => `${code} ${file}`)).toEqual([`file-unreadable ${join(folder, "workflow.json")}`]);
  }, SOON);

  it("refuses a code list and a source of data as it refuses a procedure", async () => {
    const list = join(workspace.schemas, "shared/code-lists/genders.json");
    const sources = join(workspace.schemas, "shared/data-sources.json");
    const [genders, data] = [readFileSync(list, "utf8"), readFileSync(sources, "utf8")];
    writeFileSync(list, `\uFEFF${genders}`);
    writeFileSync(sources, data.replace('"systems"', '"system"'));
    const { problems } = await checkProject(workspace);
    expect(problems.map(({ code, file }) => `${code} ${file?.split("/").at(-1)}`)).toEqual(expect.arrayContaining(["byte-order-mark genders.json", "unknown-key data-sources.json"]));
    writeFileSync(list, genders);
    writeFileSync(sources, data);
  }, SOON);
});
