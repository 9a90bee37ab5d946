import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generateRunnable } from "@motcua/codegen";
import { applicableDocuments, factsAt, feesDue } from "@motcua/dossier";
import type { Facts, Fee, ProcedureModule, Sample } from "@motcua/procedure";
import { compileProcedure, compileProvince, loadShared, readProcedureFolder, type SourceFile } from "@motcua/procedure/compile";
import { describe, expect, it } from "vitest";
import { emittedModule } from "./emitted-module.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const shared = await loadShared(`${root}schemas`);
// The guide's example, where it would stand in a project.
const files = (await readProcedureFolder(`${root}examples/new-procedure`))
  .filter(({ path }) => !path.includes("samples") && !path.endsWith("overlay.json"))
  .map((file) => ({ ...file, path: file.path.replace(`${root}examples/new-procedure`, `${root}schemas/procedures/giao-thong/9.900001-thu`) }));
const { form, answers = {} } = JSON.parse(readFileSync(`${root}examples/new-procedure/samples/01-hop-le.json`, "utf8")) as Sample;
const AT = "2026-10-01T09:00:00+07:00";

type Written = Record<string, unknown> & { readonly documents: readonly object[]; readonly fees: readonly object[] };

/** Codes of what is wrong with the example changed so, and its module where nothing is. */
function compiled(change: (procedure: Written) => object): { readonly codes: readonly string[]; readonly module?: ProcedureModule } {
  const changed = (file: SourceFile): SourceFile => (file.path.endsWith("procedure.json") ? { ...file, text: JSON.stringify(change(JSON.parse(file.text) as Written)) } : file);
  const result = compileProcedure({ ...shared, files: [...files.map(changed), ...shared.schemas], ...(shared.dataSources === undefined ? {} : { dataSources: shared.dataSources }) });
  if (!result.ok) return { codes: result.problems.map(({ code, pointer }) => `${code} ${pointer}`) };
  const { procedure } = result.value;
  return { codes: [], module: emittedModule(procedure, generateRunnable(procedure).text ?? "") };
}

function withFee(fee: Omit<Fee, "name" | "kind" | "collect">) {
  const { codes, module } = compiled((procedure) => ({ ...procedure, fees: [{ name: { vi: "Lệ phí lãnh sự", en: "Consular fee" }, kind: "charge", collect: "filing", ...fee }] }));
  const due = (changed: object = {}, said: Readonly<Record<string, boolean>> = answers) => {
    if (module === undefined) throw new Error(codes.join(", "));
    const filled = { ...(form as object), ...changed };
    const facts = factsAt(module, { form: filled, channel: "counter", submittedAt: AT, answers: said, records: {} }, AT);
    return feesDue(module, facts, { case: "ngan_ngay", localFees: {} });
  };
  return { codes, due };
}

const source = "Ví dụ, không có thật";

describe("a fee in another currency", () => {
  const fee = { id: "lanh_su", amount: { state: "amount", foreign: { currency: "USD", amount: 12.1 }, source } } as const;

  it("is due in it, for as many units and as often as the form says, to the cent, and never as đồng", () => {
    const { due } = withFee({ ...fee, quantity: "daysBetween(form.tu_ngay, form.den_ngay)", times: "3" });
    expect(due()).toEqual([{ id: "lanh_su", name: { vi: "Lệ phí lãnh sự", en: "Consular fee" }, vnd: null, foreign: { currency: "USD", amount: 363 } }]);
  });

  it("is waived like any other", () => {
    const { due } = withFee({ ...fee, waived: [{ when: "ask.duoc_mien_phi", reason: { vi: "Việc tang", en: "Funeral" } }] });
    expect(due({}, { duoc_mien_phi: true })).toMatchObject([{ vnd: 0, waived: { vi: "Việc tang" } }]);
    expect(due({}, { duoc_mien_phi: true })[0]).not.toHaveProperty("foreign");
  });

  it.each<[string, object, string]>([
    ["beside an amount in đồng", { vnd: 1000, foreign: { currency: "USD", amount: 1 } }, "key-not-allowed /fees/0/amount/vnd"],
    ["in đồng", { foreign: { currency: "VND", amount: 1 } }, "wrong-notation /fees/0/amount/foreign/currency"],
    ["in a currency of no code", { foreign: { currency: "đô la", amount: 1 } }, "wrong-notation /fees/0/amount/foreign/currency"],
    ["of nothing", { foreign: { currency: "USD", amount: 0 } }, "value-out-of-range /fees/0/amount/foreign/amount"],
    ["of parts of a cent", { foreign: { currency: "USD", amount: 1.005 } }, "value-out-of-range /fees/0/amount/foreign/amount"],
    ["that is no amount at all", {}, "missing-key /fees/0/amount"],
  ])("refuses one %s", (_, amount, told) => {
    expect(withFee({ id: "lanh_su", amount: { state: "amount", source, ...amount } as Fee["amount"] }).codes).toContain(told);
  });
});

describe("a fee that is reduced", () => {
  const reason = { vi: "Nộp trực tuyến", en: "Filed online" };
  const small = { when: "form.dien_tich < 50.0", percent: 50, reason, source };
  const charge = { id: "le_phi", amount: { state: "amount", vnd: 135_001, source } } as const;

  it("is less by the first reduction that holds, to the đồng, and says what it would be", () => {
    const { due } = withFee({ ...charge, quantity: "3", reduced: [{ ...small, when: "form.dien_tich > 900.0" }, small, { ...small, percent: 99 }, { ...small, when: "form.dien_tich < 70.0", percent: 99 }] });
    expect(due({ dien_tich: 40 })).toMatchObject([{ vnd: 202_502, reduced: { reason, from: 405_003 } }]);
    expect(due({ dien_tich: 60 })).toMatchObject([{ vnd: 4_050 }]);
    expect(due({ dien_tich: 80 })[0]).not.toHaveProperty("reduced");
  });

  it("is another amount a unit, under the same cap", () => {
    const { due } = withFee({ ...charge, amount: { ...charge.amount, cap: 200_000 }, quantity: "3", reduced: [{ when: small.when, vnd: 50_000, reason, source }] });
    expect(due({ dien_tich: 40 })).toMatchObject([{ vnd: 150_000, reduced: { from: 200_000 } }]);
    expect(due({ dien_tich: 60 })).toEqual([{ id: "le_phi", name: { vi: "Lệ phí lãnh sự", en: "Consular fee" }, vnd: 200_000 }]);
  });

  it("is waived all the same, and is less in another currency", () => {
    const waived = [{ when: "ask.duoc_mien_phi", reason: { vi: "Việc tang", en: "Funeral" } }];
    const { due } = withFee({ id: "le_phi", amount: { state: "amount", foreign: { currency: "USD", amount: 25 }, source }, waived, reduced: [{ ...small, percent: 12.5 }] });
    expect(due({ dien_tich: 40 }, { duoc_mien_phi: false })).toMatchObject([{ foreign: { currency: "USD", amount: 21.88 }, reduced: { from: { currency: "USD", amount: 25 } } }]);
    expect(due({ dien_tich: 40 }, { duoc_mien_phi: true })).toEqual([expect.objectContaining({ vnd: 0, waived: waived[0]?.reason })]);
    expect(due({ dien_tich: 40 }, { duoc_mien_phi: true })[0]).not.toHaveProperty("reduced");
  });

  it.each<[string, object, object, string]>([
    ["of nothing", { state: "free" }, { percent: 50 }, "reduction-of-nothing /fees/0/reduced"],
    ["of what another agency computes", { state: "assessed", by: reason }, { percent: 50 }, "reduction-of-nothing /fees/0/reduced"],
    ["to an amount, of one the province sets", { state: "set-locally" }, { vnd: 5 }, "reduction-without-amount /fees/0/reduced/0/vnd"],
    ["to an amount, of one by tiers", { state: "amount", vnd: 1000, tiers: [{ upTo: 2, vnd: 2000 }] }, { vnd: 5 }, "reduction-without-amount /fees/0/reduced/0/vnd"],
    ["to as much", { state: "amount", vnd: 1000 }, { vnd: 1000 }, "reduction-not-less /fees/0/reduced/0/vnd"],
    ["to an amount and by a share", { state: "amount", vnd: 1000 }, { vnd: 500, percent: 50 }, "key-not-allowed /fees/0/reduced/0/percent"],
    ["by all of it", { state: "amount", vnd: 1000 }, { percent: 100 }, "value-out-of-range /fees/0/reduced/0/percent"],
    ["by nothing said", { state: "amount", vnd: 1000 }, {}, "missing-key /fees/0/reduced/0"],
    ["on a condition that never holds", { state: "amount", vnd: 1000 }, { percent: 50, when: "form.dien_tich < 0.0" }, "condition-never-holds /fees/0/reduced/0/when"],
  ])("refuses a reduction %s", (_, amount, reduction, told) => {
    const quantity = "state" in amount && amount.state === "assessed" ? { quantity: "1" } : {};
    expect(withFee({ id: "le_phi", ...quantity, amount: { source, ...amount } as Fee["amount"], reduced: [{ when: small.when, reason, source, ...reduction } as NonNullable<Fee["reduced"]>[number]] }).codes).toContain(told);
  });
});

describe("a fee the province sets", () => {
  it("is another amount by the channel the dossier came by, and says what it would be", () => {
    const local = { phi_he_pho: { vnd: 200_000, byChannel: { online: 100_000 }, source } };
    const { module } = compiled((procedure) => procedure);
    const due = (channel: Facts["channel"]) => feesDue(module as ProcedureModule, factsAt(module as ProcedureModule, { form, channel, submittedAt: AT, answers, records: {} }, AT), { case: "ngan_ngay", localFees: local });
    expect(due("counter")).toMatchObject([{ vnd: 200_000 }]);
    expect(due("counter")[0]).not.toHaveProperty("reduced");
    expect(due("online")).toMatchObject([{ vnd: 100_000, reduced: { reason: { vi: "Mức của tỉnh cho hồ sơ nộp trực tuyến" }, from: 200_000 } }]);
  });

  it("refuses an amount above the cap of the national text", () => {
    const { module } = compiled((procedure) => procedure);
    const province = JSON.parse(readFileSync(`${root}schemas/provinces/vinh-long/province.json`, "utf8")) as object;
    const told = (vnd: number, byChannel: object = { post: 1 }) => {
      const text = JSON.stringify({ ...province, procedures: { "9.900001": { fees: { phi_he_pho: { vnd, byChannel, source } } } } });
      const result = compileProvince({ file: { path: "province.json", text }, procedures: module === undefined ? [] : [module.procedure], contract: shared.contract });
      return result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`);
    };
    expect(told(500_000)).toEqual([]);
    expect(told(500_001)).toEqual(["fee-above-cap /procedures/9.900001/fees/phi_he_pho/vnd"]);
    expect(told(1, { online: 0, counter: 500_001 })).toEqual(["fee-above-cap /procedures/9.900001/fees/phi_he_pho/byChannel/counter"]);
    expect(told(1, { fax: 0 })).toEqual(["key-notation /procedures/9.900001/fees/phi_he_pho/byChannel/fax"]);
  });
});

describe("a result that is valid for how long depends", () => {
  const told = (validity: unknown, more: object = {}) => compiled((procedure) => ({ ...procedure, results: [{ id: "giay_phep", name: { vi: "Giấy phép", en: "Permit" }, signed: true, sealed: true, validity, ...more }] })).codes;

  it("is taken by conditions, times and days", () => {
    expect(told([{ when: "form.dien_tich > 20.0", until: "form.den_ngay", time: "24mo", source }, { time: "12mo" }])).toEqual([]);
    expect(told([{ until: "addMonths(form.tu_ngay, 12)" }])).toEqual([]);
    expect(told("12mo")).toEqual([]);
  });

  it.each<[string, unknown, string, object?]>([
    ["with a way nobody comes to", [{ time: "12mo" }, { when: "form.dien_tich > 20.0", time: "24mo" }], "validity-unreachable /results/0/validity/1"],
    ["with a way that says no time", [{ when: "form.dien_tich > 20.0" }], "missing-key /results/0/validity/0"],
    ["until what is no day", [{ until: "form.dien_tich" }], "condition-wrong-type /results/0/validity/0/until"],
    ["for no time", [{ time: "0mo" }], "duration-zero /results/0/validity/0/time"],
    ["on a condition that never holds", [{ when: "form.dien_tich < 0.0", time: "1mo" }], "condition-never-holds /results/0/validity/0/when"],
    ["on no way at all", [], "too-few-entries /results/0/validity"],
    ["for a number", 12, "wrong-value-type /results/0/validity"],
    ["in no notation", "một năm", "wrong-notation /results/0/validity"],
    ["until a day each entry has of its own", [{ until: "item.ngay" }], "condition-variable-not-here /results/0/validity/0/until"],
  ])("refuses one %s", (_, validity, problem) => {
    expect(told(validity)).toContain(problem);
  });
});

describe("what is owed of a result later", () => {
  const duty = { id: "bao_cao", what: { vi: "Báo cáo", en: "Report" }, source };
  const told = (duties: readonly object[], more: object = {}) => compiled((procedure) => ({ ...procedure, results: [{ id: "giay_phep", name: { vi: "Giấy phép", en: "Permit" }, signed: true, sealed: true, duties, ...more }] })).codes;

  it("counts from the issue, or back from an end", () => {
    expect(told([{ ...duty, within: "6mo", when: "form.dien_tich > 20.0" }])).toEqual([]);
    expect(told([{ ...duty, before: "60d" }], { validity: "12mo" })).toEqual([]);
  });

  it.each<[string, readonly object[], string]>([
    ["before an end there is not", [{ ...duty, before: "60d" }], "duty-without-end /results/0/duties/0/before"],
    ["on no day", [duty], "missing-key /results/0/duties/0"],
    ["on two days", [{ ...duty, within: "6mo", before: "60d" }], "key-not-allowed /results/0/duties/0/before"],
    ["in working days", [{ ...duty, within: "5wd" }], "wrong-notation /results/0/duties/0/within"],
    ["in no time", [{ ...duty, within: "0d" }], "duration-zero /results/0/duties/0/within"],
    ["twice by one name", [{ ...duty, within: "6mo" }, { ...duty, within: "7mo" }], "duplicate-id /results/0/duties/1/id"],
  ])("refuses one %s", (_, duties, problem) => {
    expect(told(duties)).toContain(problem);
  });
});

describe("documents of a group for each entry", () => {
  const documents = [
    { id: "to_khai", name: { vi: "Tờ khai", en: "Form" }, mode: "submit", isForm: true },
    { id: "the", name: { vi: "Thẻ", en: "Card" }, mode: "lookup", lookup: { from: "civil-status.marriage", else: "none" } },
  ];

  it("refuses a list that is none, and an entry named by what it does not have", () => {
    const codes = (each: string) => compiled((procedure) => ({ ...procedure, documents: [{ ...documents[0] }, { id: "so_do", name: { vi: "Sơ đồ", en: "Sketch" }, mode: "submit", each }] })).codes;
    expect([codes("/dien_tich"), codes("/khong_co")]).toEqual([["not-a-list /documents/1/each"], ["unknown-pointer /documents/1/each"]]);
  });

  it("are never needed where the agency looks them up", () => {
    const { codes, module } = compiled((procedure) => ({ ...procedure, documents }));
    expect(codes).toEqual([]);
    const facts = factsAt(module as ProcedureModule, { form, channel: "counter", submittedAt: AT, answers, records: {} }, AT);
    expect(applicableDocuments(module as ProcedureModule, facts).map(({ definition: { id }, needed }) => [id, needed])).toEqual([["to_khai", true], ["the", false]]);
  });
});

describe("a document that says how old it may be, and what it has to be", () => {
  const paper = { id: "giay_kham", name: { vi: "Giấy khám", en: "Certificate" }, mode: "submit" };
  const told = (document: object) => compiled((procedure) => ({ ...procedure, documents: [procedure.documents[0] ?? {}, { ...paper, ...document }] })).codes;

  it("is taken by months and calendar days, with a condition on the form", () => {
    expect(told({ notOlderThan: "6mo", requirements: [{ kind: "legalised", when: "form.dien_tich > 20.0" }, { kind: "translated", except: { vi: "trừ …", en: "unless …" } }] })).toEqual([]);
    expect(told({ notOlderThan: "180d" })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ["in working days", { notOlderThan: "5wd" }, "wrong-notation /documents/1/notOlderThan"],
    ["of no time", { notOlderThan: "0mo" }, "duration-zero /documents/1/notOlderThan"],
    ["of what the agency looks up", { notOlderThan: "6mo", mode: "lookup", lookup: { from: "civil-status.marriage", else: "none" } }, "key-not-allowed /documents/1/notOlderThan"],
    ["of the e-form", { notOlderThan: "6mo", isForm: true }, "key-not-allowed /documents/1/notOlderThan"],
    ["with a requirement there is not", { requirements: [{ kind: "notarised" }] }, "value-not-offered /documents/1/requirements/0/kind"],
    ["with a requirement that asks a question nobody has heard when the paper is looked at", { requirements: [{ kind: "valid", when: "ask.duoc_mien_phi" }] }, "condition-variable-not-here /documents/1/requirements/0/when"],
  ])("refuses one %s", (_, document, problem) => {
    expect(told(document)).toContain(problem);
  });
});
