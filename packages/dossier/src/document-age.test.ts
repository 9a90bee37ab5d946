import { describe, expect, it } from "vitest";
import type { Facts, ProcedureModule } from "@motcua/procedure";
import type { GivenDocument } from "./command.ts";
import { ageFault } from "./document-age.ts";
import { applicableDocuments, documentProblems } from "./needs.ts";
import { realProcedures } from "./testing/real-procedures.ts";

const [first] = await realProcedures();
const { module } = first as { readonly module: ProcedureModule };
const facts: Facts = { form: { ds: [{}, {}] }, channel: "counter", today: "2026-10-09", submittedOn: "2026-10-09", ask: {} };

describe("the age of a paper", () => {
  it.each([
    // To the day of the same number, or the last of a month that has none.
    ["6mo", "2026-04-09", undefined],
    ["6mo", "2026-04-08", "document-too-old"],
    ["180d", "2026-04-12", undefined],
    ["180d", "2026-04-11", "document-too-old"],
    ["6mo", "2026-10-09", undefined],
    ["6mo", "2026-10-10", "document-date-ahead"],
    ["6mo", "2026-02-30", "document-date-missing"],
    ["6mo", "09/10/2026", "document-date-missing"],
    ["6mo", undefined, "document-date-missing"],
  ])("of %s, dated %s: %s", (most, issuedOn, told) => {
    expect(ageFault(most, issuedOn, facts)).toBe(told);
  });

  it("ends with the last day of a month that is too short", () => {
    expect(ageFault("6mo", "2025-08-31", { ...facts, submittedOn: "2026-02-28" })).toBeUndefined();
    expect(ageFault("6mo", "2025-08-31", { ...facts, submittedOn: "2026-03-01" })).toBe("document-too-old");
  });

  it("is that of the day the dossier was handed in, however long it is worked on", () => {
    const later = { ...facts, today: "2027-01-01" };
    expect(ageFault("6mo", "2026-04-09", later)).toBeUndefined();
    // What a supplement brings may be younger than the dossier, and not of tomorrow.
    expect(ageFault("6mo", "2026-12-31", later)).toBeUndefined();
    expect(ageFault("6mo", "2027-01-02", later)).toBe("document-date-ahead");
  });
});

describe("papers that may not be old", () => {
  const name = { vi: "Giấy khám", en: "Certificate" };
  const paper = { id: "kham", name, mode: "submit", notOlderThan: "6mo" } as const;
  const told = (documents: ProcedureModule["procedure"]["documents"], given: readonly GivenDocument[], documentGroups: ProcedureModule["procedure"]["documentGroups"] = {}) =>
    documentProblems({ ...module, expressions: {}, procedure: { ...module.procedure, documents, documentGroups } }, facts, given).map(({ code, pointer }) => `${code} ${pointer}`);

  it("are judged once given, on paper and as files, and not where the agency retrieves the data", () => {
    expect(told([paper], [])).toEqual(["document-missing /documents/kham"]);
    expect(told([paper], [{ id: "kham", original: 1 }])).toEqual(["document-date-missing /documents/kham"]);
    expect(told([paper], [{ id: "kham", electronic: true, issuedOn: "2026-01-01" }])).toEqual(["document-too-old /documents/kham"]);
    expect(told([paper], [{ id: "kham", retrieved: true }])).toEqual([]);
    expect(told([paper], [{ id: "kham", original: 1, issuedOn: "2026-10-01" }])).toEqual([]);
  });

  it("of a group are told of themselves", () => {
    const group = { nhom: { name, need: 1 } };
    expect(told([{ ...paper, group: "nhom" }], [{ id: "kham", original: 1, issuedOn: "2026-01-01" }], group)).toEqual(["document-too-old /documents/kham"]);
    expect(told([{ ...paper, group: "nhom" }], [], group)).toEqual(["document-missing /documents/nhom"]);
  });

  it("of each entry are told by the entry, and those of a step are the officer's to look at", () => {
    expect(told([{ ...paper, each: "/ds" }], [{ id: "kham.1", original: 1, issuedOn: "2026-10-01" }, { id: "kham.2", original: 1 }])).toEqual(["document-date-missing /documents/kham.2"]);
    expect(told([{ ...paper, at: "tra" }], [{ id: "kham", original: 1 }])).toEqual([]);
  });

  it("have to be what their conditions say", () => {
    const requirements = [{ kind: "legalised", when: "form.nuoc_ngoai" }, { kind: "valid" }] as const;
    const changed = { ...module, expressions: { "/procedure/documents/0/requirements/0/when": ({ form }: Facts) => (form as { readonly nuoc_ngoai: boolean }).nuoc_ngoai }, procedure: { ...module.procedure, documents: [{ ...paper, requirements }] } };
    const kinds = (nuoc_ngoai: boolean) => applicableDocuments(changed, { ...facts, form: { nuoc_ngoai } }).map((document) => document.requirements.map(({ kind }) => kind));
    expect([kinds(true), kinds(false)]).toEqual([[["legalised", "valid"]], [["valid"]]]);
  });
});
