import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileProcedure } from "../compile-procedure.ts";
import { loadShared } from "../load/load-shared.ts";
import { locateInDefinition } from "../locate-in-definition.ts";
import type { SourceFile } from "../source/source-file.ts";

const schemas = fileURLToPath(new URL("../../../../../schemas", import.meta.url));
const birth = `${schemas}/procedures/ho-tich/1.001193-dang-ky-khai-sinh`;
const shared = await loadShared(schemas);
const own = readdirSync(birth).filter((name) => name.endsWith(".json")).map((name) => ({ path: `${birth}/${name}`, text: readFileSync(`${birth}/${name}`, "utf8") }));
const all: readonly SourceFile[] = [...own, ...shared.schemas];
const FRAGMENTS = `${schemas}/shared/fragments.json`;

const compile = (files: readonly SourceFile[]) => compileProcedure({ files, codeLists: shared.codeLists, contract: shared.contract });
const textOf = (path: string, files = all) => files.find((one) => one.path === path)?.text ?? "";

/** The files with one text exchanged in one of them. */
function planted(path: string, from: string, to: string, files = all): readonly SourceFile[] {
  if (!textOf(path, files).includes(from)) throw new Error(`nothing to plant in ${path}: ${from}`);
  return files.map((one) => (one.path === path ? { path, text: one.text.replace(from, () => to) } : one));
}

/** What is told: code, file and the line of a text in it. */
function told(files: readonly SourceFile[]): readonly string[] {
  const result = compile(files);
  return (result.ok ? result.value.warnings : result.problems).map(({ code, file, line }) => `${code} ${file?.split("/").at(-1)}:${line}`);
}
const lineOf = (files: readonly SourceFile[], path: string, text: string) => textOf(path, files).slice(0, textOf(path, files).indexOf(text)).split("\n").length;

const PROCEDURE = `${birth}/procedure.json`;
const WORKFLOW = `${birth}/workflow.json`;
const PAPER = "../../../shared/fragments.json#/documents/giay_to_tuy_than";

describe("a fragment", () => {
  it("stands where it is referred to, with what is written beside it, and leaves no reference", () => {
    const result = compile(all);
    if (!result.ok) throw new Error("the catalogue does not compile");
    const { documents, questions } = result.value.procedure;
    expect(documents.find(({ id }) => id === "giay_to_tuy_than")).toEqual({
      id: "giay_to_tuy_than", code: "KS-ID", name: { vi: "Giấy tờ tùy thân của người yêu cầu", en: "Identity paper of the applicant" }, mode: "present",
      when: "ask.khong_khai_thac_duoc_giay_to", copies: { original: 1 }, source: "Cổng DVCQG, bản ghi 1.001193 (10/06/2026)",
    });
    expect(questions?.["khong_khai_thac_duoc_cu_tru"]).toMatchObject({ by: "officer" });
    expect(JSON.stringify({ documents, questions })).not.toContain("$ref");
  });

  it("gives the version the same words give when they are written out, and another for another word", () => {
    const version = (files: readonly SourceFile[]) => {
      const result = compile(files);
      return result.ok ? result.value.procedure.version : undefined;
    };
    const written = JSON.parse(textOf(PROCEDURE)) as { documents: { $ref?: string }[]; questions: Record<string, { $ref?: string }> };
    const fragments = JSON.parse(textOf(FRAGMENTS)) as Record<string, Record<string, object>>;
    const whole = ({ $ref, ...beside }: { $ref?: string }) => {
      const [, section = "", name = ""] = /#\/(\w+)\/(\w+)$/.exec($ref ?? "") ?? [];
      return { ...fragments[section]?.[name], ...beside };
    };
    const out = { ...written, documents: written.documents.map(whole), questions: Object.fromEntries(Object.entries(written.questions).map(([id, one]) => [id, whole(one)])) };
    const apart = all.map((one) => (one.path === PROCEDURE ? { path: PROCEDURE, text: JSON.stringify(out) } : one));
    expect(textOf(PROCEDURE, apart)).not.toContain("$ref");
    expect(version(apart)).toMatch(/^[0-9a-f]{16}$/);
    expect(version(apart)).toBe(version(all));
    expect(version(planted(FRAGMENTS, "Proof of residence", "Proof of the residence"))).not.toBe(version(all));
  });

  it("serves steps and roles, and a fragment may be another one with some keys changed", () => {
    const shelf = '"roles": { "van_thu": { "$ref": "#/roles/goc", "unit": "competent" }, "goc": { "name": { "vi": "Văn thư", "en": "Clerk" }, "unit": "receiving" } }, "questions"';
    const role = planted(FRAGMENTS, '"questions"', shelf);
    const files = planted(PROCEDURE, '{ "name": { "vi": "Văn thư", "en": "Clerk" }, "unit": "competent" }', '{ "$ref": "../../../shared/fragments.json#/roles/van_thu" }', role);
    const [before, after] = [compile(all), compile(files)];
    expect(before.ok && after.ok && after.value.procedure.version).toBe(before.ok && before.value.procedure.version);
    const step = planted(WORKFLOW, '"tiep_nhan": {', '"tiep_nhan": { "$ref": "../../../shared/fragments.json#/steps/tiep_nhan",', planted(FRAGMENTS, '"questions"', '"steps": { "tiep_nhan": { "kind": "intake", "time": "1wh" } }, "questions"'));
    const again = compile(planted(WORKFLOW, '"kind": "intake",', "", step));
    expect(again.ok && again.value.procedure.workflow.steps["tiep_nhan"]).toMatchObject({ kind: "intake", time: "30min" });
  });

  const at = (path: string, text: string) => (files: readonly SourceFile[]) => `${path.split("/").at(-1)}:${lineOf(files, path, text)}`;
  type Case = [name: string, files: readonly SourceFile[], code: string, place: (files: readonly SourceFile[]) => string];
  const CASES: Case[] = [
    ["that is not there", planted(PROCEDURE, PAPER, `${PAPER}_x`), "ref-unknown-fragment", at(PROCEDURE, `${PAPER}_x`)],
    ["of a file that is not there", planted(PROCEDURE, PAPER, PAPER.replace("fragments", "fragment")), "ref-unknown-file", at(PROCEDURE, "fragment.json")],
    ["outside of the tree", planted(PROCEDURE, PAPER, `../../../../../${PAPER}`), "ref-unknown-file", at(PROCEDURE, "../../../../../")],
    ["from the network", planted(PROCEDURE, PAPER, "https://example.org/fragments.json#/documents/a"), "ref-not-local", at(PROCEDURE, "https://example")],
    ["of another kind", planted(PROCEDURE, PAPER, PAPER.replace("documents/giay_to_tuy_than", "questions/khong_khai_thac_duoc_cu_tru")), "ref-wrong-kind", (files) => `procedure.json:${lineOf(files, PROCEDURE, '"code": "KS-ID"') - 1}`],
    ["of the file itself", planted(PROCEDURE, PAPER, "#/documents/giay_to_tuy_than"), "wrong-notation", at(PROCEDURE, '"#/documents/giay_to_tuy_than"')],
    ["that leads back to itself", planted(FRAGMENTS, '"documents": {\n    "giay_to_tuy_than": {', '"documents": {\n    "vong": { "$ref": "#/documents/giay_to_tuy_than" },\n    "giay_to_tuy_than": { "$ref": "#/documents/vong",'), "ref-circle", at(FRAGMENTS, '"vong"')],
    ["with a value of the wrong type", planted(FRAGMENTS, '"mode": "present"', '"mode": "presnt"'), "value-not-offered", at(FRAGMENTS, '"presnt"')],
    ["with a key nobody knows", planted(FRAGMENTS, '"mode": "present",', '"mode": "present", "nmae": 1,'), "unknown-key", at(FRAGMENTS, '"nmae"')],
    ["with a stale condition", planted(FRAGMENTS, "ask.khong_khai_thac_duoc_cu_tru", "ask.khong_khai_thac_duoc_cu_tr"), "unknown-field-in-condition", at(FRAGMENTS, 'cu_tr"')],
    ["with a text that says nothing", planted(FRAGMENTS, "Proof of residence", "TODO"), "text-says-nothing", at(FRAGMENTS, '"TODO"')],
    ["that lacks a key the entry does not give", planted(FRAGMENTS, '      "mode": "present",\n', ""), "missing-key", (files) => `procedure.json:${lineOf(files, PROCEDURE, PAPER) - 1}`],
  ];

  it.each(CASES)("refuses one %s, where it is written", (_, files, code, place) => {
    expect(told(files)).toContain(`${code} ${place(files)}`);
  });

  it("suggests the name that was meant, and tells a broken file of fragments once, not what follows from it", () => {
    const misspelt = compile(planted(PROCEDURE, PAPER, PAPER.replace("tuy_than", "tuy_thn")));
    expect(misspelt.ok ? [] : misspelt.problems.map(({ code, hint }) => [code, hint?.vi])).toEqual([["ref-unknown-fragment", "giay_to_tuy_than"]]);
    expect(told(planted(FRAGMENTS, '"by": "officer"', '"by": "officer",')).map((one) => one.split(" ")[0])).toEqual(["json-trailing-comma"]);
  });

  it("is where a problem found after the compiler is told", () => {
    const index = (JSON.parse(textOf(PROCEDURE)) as { documents: { $ref?: string }[] }).documents.findIndex(({ $ref }) => $ref === PAPER);
    expect(locateInDefinition(all, "procedure", `/documents/${index}/when`)).toMatchObject({ file: FRAGMENTS, pointer: "/documents/giay_to_tuy_than/when", line: lineOf(all, FRAGMENTS, "ask.khong_khai_thac_duoc_giay_to") });
    expect(locateInDefinition(all, "procedure", `/documents/${index}/code`)).toMatchObject({ file: PROCEDURE, line: lineOf(all, PROCEDURE, '"KS-ID"') });
  });
});
