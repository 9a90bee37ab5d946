import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { isError } from "../problem.ts";
import { compileProcedure } from "./compile-procedure.ts";
import { loadCatalogue, type LoadedCatalogue } from "./load/load-catalogue.ts";
import { loadShared, type SharedSources } from "./load/load-shared.ts";
import type { SourceFile } from "./source/source-file.ts";

const schemas = fileURLToPath(new URL("../../../../schemas", import.meta.url));
const birth = `${schemas}/procedures/ho-tich/1.001193-dang-ky-khai-sinh`;
const names = ["procedure.json", "form.schema.json", "workflow.json", ...readdirSync(`${birth}/samples`).map((name) => `samples/${name}`)];
const original = names.map((name) => ({ path: `${birth}/${name}`, text: readFileSync(`${birth}/${name}`, "utf8") }));

let shared: SharedSources;
let catalogue: LoadedCatalogue;

beforeAll(async () => {
  shared = await loadShared(schemas);
  catalogue = await loadCatalogue(schemas);
});

interface Plant {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Text at whose line the problem is told, when not at the planted one. */
  readonly at?: string;
}

/** The birth registration with one text replaced, and the line where it was. */
function planted({ file, from, to, at }: Plant): { readonly files: readonly SourceFile[]; readonly line: number } {
  const source = [...original, ...shared.schemas].find(({ path }) => path.endsWith(file));
  if (source === undefined || !source.text.includes(from)) throw new Error(`nothing to plant in ${file}: ${from}`);
  const changed: SourceFile = { path: source.path, text: source.text.replace(from, () => to) };
  const line = changed.text.slice(0, at === undefined ? source.text.indexOf(from) : changed.text.indexOf(at)).split("\n").length;
  return { files: [...original, ...shared.schemas].map((one) => (one.path === source.path ? changed : one)), line };
}

function problemsOf(files: readonly SourceFile[]) {
  const result = compileProcedure({ files, codeLists: shared.codeLists, contract: shared.contract });
  return result.ok ? result.value.warnings : result.problems;
}

describe("compileProcedure", () => {
  it("compiles the procedures of the catalogue without a problem", () => {
    expect(catalogue.problems).toEqual([]);
    expect(catalogue.procedures.map(({ procedure }) => procedure.code).toSorted()).toEqual(expect.arrayContaining(["1.001193", "1.004873", "1.013225", "2.000635"]));
  });

  it("gives a frozen procedure whose references are its own", () => {
    for (const { procedure } of catalogue.procedures) {
      const text = JSON.stringify(procedure.form);
      expect([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref).filter((ref) => procedure.form.$defs?.[ref?.replace("#/$defs/", "") ?? ""] === undefined)).toEqual([]);
      expect(Object.isFrozen(procedure.form.properties)).toBe(true);
      expect(procedure.version).toMatch(/^[0-9a-f]{16}$/);
      expect(text).not.toContain('"$schema"');
    }
  });

  it("expands short code lists and leaves long ones to be searched", () => {
    const { form } = catalogue.procedures.find(({ procedure }) => procedure.code === "1.001193")!.procedure;
    expect(form.$defs?.["GioiTinh"]).toMatchObject({ enum: ["nam", "nu"], "x-enum": { nam: { vi: "Nam" } } });
    expect(form.$defs?.["GioiTinh"]).not.toHaveProperty("x-code-list");
    expect(form.$defs?.["Xa"]).toMatchObject({ format: "vn-commune", "x-code-list": "communes-2025" });
  });

  it("keys expressions by their pointers and tells what they read", () => {
    const { expressions } = catalogue.procedures.find(({ procedure }) => procedure.code === "1.001193")!.procedure;
    expect(expressions["/procedure/cases/dung_han/when"]).toEqual({ source: "form.loai_dang_ky == 'dung_han'", type: "bool", reads: ["form.loai_dang_ky"] });
    expect(expressions["/procedure/fees/2/quantity"]).toMatchObject({ type: "int", reads: ["form.ban_sao"] });
    expect(expressions["/workflow/steps/xac_minh/units"]).toMatchObject({ type: "list", reads: [] });
    expect(expressions["/form/x-rules/0/assert"]).toMatchObject({ reads: ["form.nguoi_yeu_cau"] });
    expect(expressions["/form/x-rules/3/assert"]).toMatchObject({ reads: ["form.tre.ngay_sinh"] });
  });

  it("gives the same version whatever the order and place of the files, another for another word", () => {
    const version = (files: readonly SourceFile[]) => {
      const result = compileProcedure({ files, codeLists: shared.codeLists, contract: shared.contract });
      return result.ok ? result.value.procedure.version : "";
    };
    const all = [...original, ...shared.schemas];
    const moved = all.map(({ path, text }) => ({ path: path.replace(schemas, "/somewhere/else"), text }));
    expect(version(moved.toReversed())).toBe(version(all));
    expect(version(planted({ file: "procedure.json", from: "Birth registration", to: "Registration of a birth" }).files)).not.toBe(version(all));
  });

  it("compiles with every problem at once", () => {
    const { files } = planted({ file: "/procedure.json", from: '"case": "dung_han"', to: '"case": "dung_hn"' });
    const twice = files.map((file) => (file.path.endsWith("workflow.json") ? { ...file, text: file.text.replace('"role": "van_thu"', '"role": "van_tu"') } : file));
    expect(problemsOf(twice).filter(isError).map(({ code, hint }) => [code, hint?.vi])).toEqual([["unknown-case", "dung_han"], ["unknown-role", "van_thu"]]);
  });

  it("refuses an attendance of signers nobody named", () => {
    const files = original.map((file) => ({ ...file, text: file.text.replace('"kind": "return",', '"kind": "attend", "who": "signers",').replace('"returned": "@end"', '"attended": "@end", "absent": "@stop"') }));
    expect(problemsOf([...files, ...shared.schemas]).filter(isError).map(({ code, pointer }) => [code, pointer])).toContainEqual(["no-signers", "/steps/tra_ket_qua/who"]);
  });

  type Case = [name: string, plant: Plant, code: string, near?: string];
  const PLANTS: Case[] = [
    ["text that is no JSON", { file: "/procedure.json", from: '"code": "1.001193",', to: '"code": "1.001193"' }, "json-syntax"],
    ["a comment", { file: "/procedure.json", from: '"code": "1.001193",', to: '"code": "1.001193", // mã' }, "json-comment"],
    ["a trailing comma", { file: "/procedure.json", from: '"levels": ["commune"]', to: '"levels": ["commune",]' }, "json-trailing-comma"],
    ["a key written twice", { file: "/procedure.json", from: '"levels": ["commune"],', to: '"levels": ["commune"], "levels": ["province"],' }, "duplicate-key"],
    ["text that is not NFC", { file: "/procedure.json", from: "Thủ tục đăng ký khai sinh", to: "Thủ tục đăng ký khai sinh".normalize("NFD") }, "not-nfc"],
    ["a misspelt key", { file: "/procedure.json", from: '"levels"', to: '"level"' }, "unknown-key", "levels"],
    ["a value nobody offers", { file: "/procedure.json", from: '"levels": ["commune"]', to: '"levels": ["comune"]' }, "value-not-offered", "commune"],
    ["a value of the wrong type", { file: "/procedure.json", from: '"levels": ["commune"]', to: '"levels": "commune"' }, "wrong-value-type"],
    ["a national code in another notation", { file: "/procedure.json", from: '"code": "1.001193"', to: '"code": "1001193"' }, "wrong-notation"],
    ["an id with a hyphen as key", { file: "/procedure.json", from: '"qua_han": {', to: '"qua-han": {' }, "key-notation"],
    ["a stale field in a condition", { file: "/procedure.json", from: "form.loai_khai_sinh != 'bi_bo_roi'", to: "form.loai_khai_sin != 'bi_bo_roi'" }, "unknown-field-in-condition", "loai_khai_sinh"],
    ["a value the field cannot have", { file: "/procedure.json", from: "form.loai_khai_sinh != 'bi_bo_roi'", to: "form.loai_khai_sinh != 'bi_bo_roj'" }, "condition-unknown-value", "bi_bo_roi"],
    ["an optional field in a rule without has()", { file: "form.schema.json", from: '"assert": "daysBetween(form.tre.ngay_sinh, submittedOn) <= 60"', to: '"assert": "form.nguoi_yeu_cau.dien_thoai != \'\'"' }, "condition-needs-has", '"when": "has(form.nguoi_yeu_cau.dien_thoai)"'],
    ["an optional field without has()", { file: "/procedure.json", from: "has(form.ket_hon) && form.ket_hon.da_dang_ky", to: "form.ket_hon.da_dang_ky" }, "condition-needs-has"],
    ["a comparison of a date with a number", { file: "form.schema.json", from: "daysBetween(form.tre.ngay_sinh, today) >= 0", to: "form.tre.ngay_sinh >= 0" }, "condition-wrong-type"],
    ["a part of a date where a day is needed", { file: "form.schema.json", from: "form.me.ngay_sinh < form.tre.ngay_sinh", to: "age(form.me.ngay_sinh, today) > 0" }, "condition-wrong-type"],
    ["a rule that is no yes or no", { file: "form.schema.json", from: "size(form.tre.ho_ten) <= 25", to: "size(form.tre.ho_ten)" }, "condition-wrong-type"],
    ["a condition that does not parse", { file: "/procedure.json", from: '"when": "form.ban_sao.yeu_cau"', to: '"when": "form.ban_sao.yeu_cau &&"' }, "condition-syntax"],
    ["division", { file: "form.schema.json", from: "size(form.tre.ho_ten) <= 25", to: "size(form.tre.ho_ten) / 2 <= 25" }, "condition-function"],
    ["matches", { file: "form.schema.json", from: "size(form.tre.ho_ten) <= 25", to: "form.tre.ho_ten.matches('^A')" }, "condition-function"],
    ["a misspelt function", { file: "form.schema.json", from: "daysBetween(form.tre.ngay_sinh, today)", to: "dayBetween(form.tre.ngay_sinh, today)" }, "condition-function", "daysBetween"],
    ["answers in a rule of the form", { file: "form.schema.json", from: "size(form.tre.ho_ten) <= 25", to: "ask.uy_quyen" }, "condition-variable-not-here"],
    ["a clock", { file: "form.schema.json", from: "daysBetween(form.tre.ngay_sinh, today)", to: "daysBetween(form.tre.ngay_sinh, now)" }, "condition-unknown-variable"],
    ["a record's field without has()", { file: "workflow.json", from: "has(steps.tham_tra.xa_can_xac_minh) ? steps.tham_tra.xa_can_xac_minh : []", to: "steps.tham_tra.xa_can_xac_minh" }, "condition-needs-has"],
    ["a quantity that is no whole number", { file: "/procedure.json", from: "has(form.ban_sao.so_luong) ? form.ban_sao.so_luong : 0", to: "form.ban_sao.yeu_cau" }, "condition-wrong-type"],
    ["a party's pointer at no field", { file: "/procedure.json", from: '"/tre/ho_ten"', to: '"/tre/ho_tn"' }, "unknown-pointer", "/tre/ho_ten"],
    ["a competent unit that is no commune", { file: "/procedure.json", from: '"at": "/co_quan_dang_ky"', to: '"at": "/tre/ho_ten"' }, "not-a-commune"],
    ["a role's unit that is no commune", { file: "/procedure.json", from: '"en": "Clerk" }, "unit": "competent"', to: '"en": "Clerk" }, "unit": { "at": "/tre/ho_ten" }' }, "not-a-commune"],
    ["a fee for each entry of what is no list", { file: "/procedure.json", from: '"when": "form.ban_sao.yeu_cau",', to: '"when": "form.ban_sao.yeu_cau", "each": "/tre",' }, "not-a-list"],
    ["an entry of no list", { file: "/procedure.json", from: '"when": "form.ban_sao.yeu_cau",', to: '"when": "nth == 1",' }, "condition-variable-not-here"],
    ["tiers that do not ascend", { file: "/procedure.json", from: '"vnd": 8000,', to: '"vnd": 8000, "tiers": [{ "upTo": 2, "vnd": 1 }, { "upTo": 2, "vnd": 3 }],' }, "tiers-not-ascending"],
    ["a finding without has()", { file: "/procedure.json", from: '"cutOff": "15:00", "source"', to: '"cutOff": "15:00", "then": [{ "when": "steps.tham_tra.ho_que_quan_phu_hop", "limit": "5wd", "source": "luật" }], "source"' }, "condition-needs-has"],
    ["a document shown at no step", { file: "/procedure.json", from: '"code": "KS-ID",', to: '"code": "KS-ID", "at": "tra_ket_qa",' }, "unknown-step", "tra_ket_qua"],
    ["a result handed over that there is not", { file: "workflow.json", from: '"kind": "return",', to: '"kind": "return", "results": ["giay_khai_sin"],' }, "unknown-result", "giay_khai_sinh"],
    ["an id used twice", { file: "/procedure.json", from: '"id": "giay_ket_hon"', to: '"id": "to_khai"' }, "duplicate-id"],
    ["a group nobody declared", { file: "/procedure.json", from: '"group": "su_kien_sinh"', to: '"group": "su_kien"' }, "unknown-group"],
    ["a group that needs more than it has", { file: "/procedure.json", from: '"need": 1', to: '"need": 4' }, "group-too-small"],
    ["a fee of no case", { file: "/procedure.json", from: '"case": "dung_han"', to: '"case": "dung_hn"' }, "unknown-case", "dung_han"],
    ["a case that is never reached", { file: "/procedure.json", from: '"when": "form.loai_dang_ky == \'qua_han\'",', to: "", at: '"da_co_ho_so": {' }, "case-unreachable"],
    ["a period that ends before it begins", { file: "/procedure.json", from: '"to": "2027-02-28"', to: '"to": "2025-02-28"' }, "period-empty"],
    ["a day that does not exist", { file: "/procedure.json", from: '"from": "2026-03-01"', to: '"from": "2026-02-30"' }, "not-a-date"],
    ["a limit of no time", { file: "/procedure.json", from: '"acceptance": "8wh"', to: '"acceptance": "0wh"' }, "duration-zero"],
    ["a shared file that is not there", { file: "form.schema.json", from: "../../../shared/person.schema.json#/$defs/ChaMe", to: "../../../shared/persons.schema.json#/$defs/ChaMe" }, "ref-unknown-file", "person.schema.json"],
    ["a definition that is not there", { file: "form.schema.json", from: "person.schema.json#/$defs/ChaMe", to: "person.schema.json#/$defs/ChaMee" }, "ref-unknown-definition", "ChaMe"],
    ["a code list that is not there", { file: "person.schema.json", from: '"x-code-list": "genders"', to: '"x-code-list": "gender"' }, "unknown-code-list", "genders"],
    ["a long code list without a format", { file: "address.schema.json", from: '"format": "vn-commune",', to: "", at: '"x-code-list": "communes-2025"' }, "code-list-needs-format"],
    ["an open object", { file: "address.schema.json", from: '"additionalProperties": false,\n      "required": ["quoc_gia"],', to: '"required": ["quoc_gia"],', at: '"DiaChi": {' }, "open-object"],
    ["a required field that does not exist", { file: "address.schema.json", from: '"required": ["tinh", "xa"]', to: '"required": ["tinh", "huyen"]' }, "unknown-required-field"],
    ["a condition on a field that does not exist", { file: "person.schema.json", from: '"if": { "properties": { "quoc_tich"', to: '"if": { "properties": { "quoctich"' }, "unknown-conditional-field", "quoc_tich"],
    ["a pattern that does not compile", { file: "person.schema.json", from: "^\\\\d{12}$", to: "^(\\\\d{12}$" }, "pattern-invalid"],
    ["a range without values", { file: "person.schema.json", from: '"maxLength": 100', to: '"maxLength": 1' }, "range-empty"],
    ["a default of another type", { file: "person.schema.json", from: '"default": "VN"', to: '"default": 84' }, "enum-wrong-type"],
    ["a field on no page", { file: "form.schema.json", from: '"fields": ["/ket_hon"]', to: '"fields": ["/ket_hon/da_dang_ky"]', at: '"quyen_so": {' }, "field-without-section"],
    ["a rule at no field", { file: "form.schema.json", from: '"at": "/tre/ngay_sinh_bang_chu"', to: '"at": "/tre/ngay_sinh_bang_ch"' }, "unknown-pointer", "/tre/ngay_sinh_bang_chu"],
    ["a start that is no step", { file: "workflow.json", from: '"start": "niem_yet"', to: '"start": "niem_iet"' }, "unknown-step", "niem_yet"],
    ["an outcome that leads nowhere", { file: "workflow.json", from: '"accept": "tham_tra"', to: '"accept": "tham_ta"' }, "unknown-step", "tham_tra"],
    ["four eyes with a step that is not there", { file: "workflow.json", from: '"role": "van_thu"', to: '"role": "van_thu", "notSameAs": "kyy"' }, "unknown-step", "ky"],
    ["four eyes with a step no person does", { file: "workflow.json", from: '"role": "van_thu"', to: '"role": "van_thu", "notSameAs": "xac_minh"' }, "unknown-step"],
    ["four eyes with itself", { file: "workflow.json", from: '"role": "van_thu"', to: '"role": "van_thu", "notSameAs": "dong_dau"' }, "unknown-step"],
    ["a condition for an outcome that is not there", { file: "workflow.json", from: '"role": "van_thu"', to: '"role": "van_thu", "outcomeWhen": { "seald": "channel == \\"online\\"" }' }, "unknown-outcome", "sealed"],
    ["a role nobody declared", { file: "workflow.json", from: '"role": "van_thu"', to: '"role": "van_tu"' }, "unknown-role", "van_thu"],
    ["a result nobody declared", { file: "workflow.json", from: '"result": "giay_khai_sinh"', to: '"result": "giay_khai_sih"' }, "unknown-result", "giay_khai_sinh"],
    ["a record form that is not there", { file: "workflow.json", from: "#/$defs/KiemTra", to: "#/$defs/KiemTr" }, "unknown-record", "#/$defs/KiemTra"],
    ["an outcome without a name", { file: "workflow.json", from: '"khong_du_dieu_kien": "@stop"', to: '"khong_du": "@stop"' }, "outcome-without-name"],
    ["a sample that answers no question", { file: "samples/01-b-khong-cha-truc-tuyen.json", from: '"channel"', to: '"answers": { "mang_thai": true }, "channel"' }, "unknown-question"],
    ["a sample of another name", { file: "samples/01-b-khong-cha-truc-tuyen.json", from: '"id": "01-b-khong-cha-truc-tuyen"', to: '"id": "01-b"' }, "sample-name"],
  ];

  it.each<Case>(PLANTS)("refuses %s", (...[, plant, code, near]: Case) => {
    const { files, line } = planted(plant);
    const found = problemsOf(files).filter((problem) => problem.code === code);
    expect(found, JSON.stringify(problemsOf(files), null, 1)).not.toEqual([]);
    expect(found.map((problem) => [problem.file?.endsWith(plant.file), problem.line]), JSON.stringify(found)).toContainEqual([true, line]);
    if (near !== undefined) expect(found[0]?.hint?.vi).toBe(near);
    expect(found[0]?.message.vi).not.toMatch(/[{}]/);
  });

  it("refuses a definition without its form", () => {
    expect(problemsOf(original.filter(({ path }) => !path.endsWith("form.schema.json"))).map(({ code, file }) => [code, file])).toContainEqual(["file-missing", `${birth}/form.schema.json`]);
  });

  it("warns of a role without a step and a question nobody uses", () => {
    const { files } = planted({ file: "/procedure.json", from: '"when": "ask.uy_quyen",', to: "" });
    expect(problemsOf(files).map(({ code, severity }) => [code, severity])).toEqual([["question-unused", "warning"]]);
  });
});
