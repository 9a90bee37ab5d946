import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generateRunnable } from "@motcua/codegen";
import { factsAt } from "@motcua/dossier";
import type { ProcedureModule, Sample } from "@motcua/procedure";
import { compileProcedure, loadShared, readProcedureFolder, type SourceFile } from "@motcua/procedure/compile";
import { describe, expect, it } from "vitest";
import { emittedModule } from "./emitted-module.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const shared = await loadShared(`${root}schemas`);
// The guide's example, where it would stand in a project.
const files = (await readProcedureFolder(`${root}examples/practice-licence`))
  .filter(({ path }) => !path.includes("samples"))
  .map((file) => ({ ...file, path: file.path.replace(`${root}examples/practice-licence`, `${root}schemas/procedures/du-lich/9.900004-chung-chi`) }));
const { form } = JSON.parse(readFileSync(`${root}examples/practice-licence/samples/01-quoc-te.json`, "utf8")) as Sample;
const TODAY = "2026-10-05";

interface WrittenForm {
  readonly "x-rules": readonly object[];
  readonly $defs: { readonly KetQuaThamTra: { readonly "x-rules": readonly object[] } };
}

/** Codes of what is wrong with the example changed so, and its module where nothing is. */
function compiled(change: (form: WrittenForm) => object = (written) => written): { readonly codes: readonly string[]; readonly module?: ProcedureModule } {
  const changed = (file: SourceFile): SourceFile => (file.path.endsWith("form.schema.json") ? { ...file, text: JSON.stringify(change(JSON.parse(file.text) as WrittenForm)) } : file);
  const result = compileProcedure({ ...shared, files: [...files.map(changed), ...shared.schemas], ...(shared.dataSources === undefined ? {} : { dataSources: shared.dataSources }) });
  if (!result.ok) return { codes: result.problems.map(({ code, pointer }) => `${code} ${pointer}`) };
  const { procedure } = result.value;
  return { codes: result.value.warnings.map(({ code, pointer }) => `${code} ${pointer}`), module: emittedModule(procedure, generateRunnable(procedure).text ?? "") };
}

function moduleOf(change?: (form: WrittenForm) => object): ProcedureModule {
  const { module, codes } = compiled(change);
  if (module === undefined) throw new Error(codes.join(", "));
  return module;
}

const withRule = (rule: object) => (written: WrittenForm) => ({ ...written, "x-rules": [{ ...written["x-rules"][0], ...rule }] });
const withRecord = (change: (record: WrittenForm["$defs"]["KetQuaThamTra"]) => object) => (written: WrittenForm) => ({ ...written, $defs: { KetQuaThamTra: change(written.$defs.KetQuaThamTra) } });
const withRecordRule = (rule: object) => withRecord((record) => ({ ...record, "x-rules": [{ ...record["x-rules"][0], ...rule }] }));

describe("a rule of every entry of a list", () => {
  const told = (qua_trinh: unknown, module = moduleOf()) => module.problems({ ...(form as object), qua_trinh }, { today: TODAY }).map(({ code, pointer }) => `${code} ${pointer}`);

  it("is told at the entry that breaks it, at each that does", () => {
    const entry = (tu_ngay: string, den_ngay?: string) => ({ noi: "Nơi thử", tu_ngay, ...(den_ngay === undefined ? {} : { den_ngay }) });
    expect(told([entry("2020-01-01", "2019-12-31"), entry("2020-01-01"), entry("2021-01-01", "2020-01-01"), entry("2021-01-01", "2021-01-01")])).toEqual(["rule-giai-doan-nguoc /qua_trinh/0/den_ngay", "rule-giai-doan-nguoc /qua_trinh/2/den_ngay"]);
  });

  it("reads the form and the number of the entry beside it", () => {
    const module = moduleOf(withRule({ when: "nth > 1", assert: "item.tu_ngay > form.nguoi_yeu_cau.ngay_sinh", at: "/tu_ngay" }));
    const early = { noi: "Nơi thử", tu_ngay: "1990-01-01" };
    expect(told([early, early], module)).toEqual(["rule-giai-doan-nguoc /qua_trinh/1/tu_ngay"]);
  });

  it.each([["no list", {}], ["an entry that is none", [null, 1, []]], ["nothing", undefined]])("has nothing to say of %s: its structure is told", (_, value) => {
    expect(told(value).filter((problem) => problem.startsWith("rule-"))).toEqual([]);
    expect(told(value).length).toBeGreaterThan(0);
  });

  it.each<[string, object, string]>([
    ["a list there is not", { each: "/qua_trinhs" }, "unknown-pointer /x-rules/0/each"],
    ["what is no list", { each: "/hang" }, "not-a-list /x-rules/0/each"],
    ["a field its entries do not have", { at: "/den" }, "unknown-pointer /x-rules/0/at"],
    ["a field read that its entries do not have", { assert: "item.den >= item.tu_ngay" }, "unknown-field-in-condition /x-rules/0/assert"],
    ["a field that may be absent", { when: undefined }, "condition-needs-has /x-rules/0/assert"],
    ["an entry without a list", { each: undefined, at: "/hang" }, "condition-variable-not-here /x-rules/0/when"],
    ["what never holds", { when: undefined, assert: "item.tu_ngay > item.tu_ngay" }, "rule-refuses-everything /x-rules/0/assert"],
    ["what always holds", { when: undefined, assert: "item.tu_ngay >= item.tu_ngay" }, "rule-in-vain /x-rules/0/assert"],
  ])("refuses one of %s", (_, rule, problem) => {
    expect(compiled(withRule(rule)).codes).toContain(problem);
  });

  it("refuses one that would be endless work", () => {
    const { codes } = compiled((written) => {
      const { maxItems: _, ...list } = (written as unknown as { readonly properties: { readonly qua_trinh: { readonly maxItems: number } } }).properties.qua_trinh;
      const open = { ...written, properties: { ...(written as unknown as { readonly properties: object }).properties, qua_trinh: list } } as unknown as WrittenForm;
      return withRule({ when: undefined, assert: "form.qua_trinh.exists(q, q.tu_ngay >= item.tu_ngay)", at: "/tu_ngay" })(open);
    });
    expect(codes).toContain("condition-too-much-work /x-rules/0/assert");
  });
});

describe("what may be concluded by what is recorded", () => {
  it("reads the record as it is declared: what it must have needs no guard", () => {
    const { codes, module } = compiled();
    expect(codes).toEqual([]);
    const said = module?.expressions["/workflow/steps/tham_tra/outcomeWhen/dong_y"];
    const facts = { form, channel: "counter", today: TODAY, submittedOn: TODAY } as const;
    expect([80, 50, 49].map((diem) => said?.({ ...facts, record: { diem } }))).toEqual([true, true, false]);
    expect(said?.(facts)).toBeUndefined();
  });
});

describe("a rule of a record", () => {
  const module = moduleOf();
  const facts = factsAt(module, { form, channel: "counter", submittedAt: "2026-10-01T09:00:00+07:00", answers: {}, records: {} }, `${TODAY}T09:00:00+07:00`);
  const told = (record: unknown, known: typeof facts | undefined = facts, of = module) => {
    const checked = of.checkRecord("tham_tra", record, known);
    return checked.ok ? [] : checked.problems.map(({ code, pointer }) => `${code} ${pointer}`);
  };

  it("refuses what contradicts itself or the day, at its field", () => {
    expect(told({ ngay_kiem_tra: "2026-10-01", diem: 80 })).toEqual([]);
    expect(told({ ngay_kiem_tra: "2026-09-30", diem: 80 })).toEqual(["rule-kiem-tra-trong-han /ngay_kiem_tra"]);
    expect(told({ ngay_kiem_tra: "2026-10-06", diem: 49 })).toEqual(["rule-kiem-tra-trong-han /ngay_kiem_tra", "rule-can-ly-do /ly_do_duoi_50"]);
    expect(told({ ngay_kiem_tra: "2026-10-05", diem: 49, ly_do_duoi_50: "Chưa đạt" })).toEqual([]);
  });

  it("is silent where its operands are absent, and is not asked without facts", () => {
    expect(told({})).toEqual(["required /ngay_kiem_tra", "required /diem"]);
    expect(module.checkRecord("tham_tra", { ngay_kiem_tra: "2099-01-01", diem: 80 }).ok).toBe(true);
  });

  it("is one of each entry of a list of the record, too", () => {
    const lists = moduleOf(withRecord((record) => ({
      ...record,
      properties: { ...(record as unknown as { readonly properties: object }).properties, phieu: { type: "array", maxItems: 9, "x-data": "none", "x-label": { vi: "Phiếu", en: "Votes" }, items: { type: "object", additionalProperties: false, required: ["diem"], properties: { diem: { type: "integer", minimum: 0, maximum: 100, "x-data": "none", "x-label": { vi: "Điểm", en: "Points" } } } } } },
      "x-rules": [{ id: "lech", each: "/phieu", assert: "item.diem <= record.diem + 20", at: "/diem", message: { vi: "Lệch quá 20 điểm.", en: "More than 20 points apart." } }],
    })));
    expect(told({ ngay_kiem_tra: "2026-10-01", diem: 60, phieu: [{ diem: 80 }, { diem: 81 }] }, facts, lists)).toEqual(["rule-lech /phieu/1/diem"]);
  });

  it.each<[string, (written: WrittenForm) => object, string]>([
    ["at a field it does not have", withRecordRule({ at: "/ngay" }), "unknown-pointer /$defs/KetQuaThamTra/x-rules/0/at"],
    ["that reads a field it does not have", withRecordRule({ assert: "record.ngay <= today" }), "unknown-field-in-condition /$defs/KetQuaThamTra/x-rules/0/assert"],
    ["that only warns", withRecordRule({ effect: "warn" }), "rule-effect-in-record /$defs/KetQuaThamTra/x-rules/0/effect"],
    ["that asks what is answered with it", withRecordRule({ when: "ask.x" }), "condition-variable-not-here /$defs/KetQuaThamTra/x-rules/0/when"],
    ["of one name twice", withRecord((record) => ({ ...record, "x-rules": [record["x-rules"][0], record["x-rules"][0]] })), "duplicate-id /$defs/KetQuaThamTra/x-rules/1/id"],
    ["that always holds", withRecordRule({ assert: "record.diem >= 0" }), "rule-in-vain /$defs/KetQuaThamTra/x-rules/0/assert"],
    ["of no step", (written) => ({ ...written, $defs: { ...written.$defs, Khac: written.$defs.KetQuaThamTra } }), "rules-of-no-record /$defs/Khac/x-rules"],
    ["below a record", withRecord((record) => ({ ...record, properties: { ...(record as unknown as { readonly properties: object }).properties, trong: { type: "object", additionalProperties: false, properties: { a: { type: "integer" } }, "x-rules": [] } } })), "sections-not-at-root /$defs/KetQuaThamTra/properties/trong/x-rules"],
    ["read where there is no record", withRule({ when: undefined, assert: "record.diem > 1" }), "condition-variable-not-here /x-rules/0/assert"],
  ])("refuses one %s", (_, change, problem) => {
    expect(compiled(change).codes).toContain(problem);
  });
});
