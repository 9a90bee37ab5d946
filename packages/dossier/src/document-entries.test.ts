import type { DocumentDefinition, Facts, ProcedureModule } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { applicableDocuments, documentProblems } from "./needs.ts";

type Item = { readonly ho_ten: string; readonly tuoi: number };

const NAME = { vi: "Giấy tờ" };
const documents: readonly DocumentDefinition[] = [
  { id: "cam_ket", name: { vi: "Cam kết" }, mode: "submit", each: "/thanh_vien", entryName: ["/ho_ten"], when: "item.tuoi >= 18", quantity: "nth", copies: { original: 1 } },
  { id: "the", name: NAME, mode: "present", group: "tuy_than" },
  { id: "ho_chieu", name: NAME, mode: "present", group: "tuy_than" },
];
/** A procedure with papers for each member of a household; the expressions as they would be emitted. */
const module = {
  procedure: { documents, documentGroups: { tuy_than: { name: { vi: "Giấy tờ tùy thân" }, need: 1, ordered: true, each: "/thanh_vien", when: "item.tuoi >= 14" } } },
  expressions: {
    "/procedure/documents/0/when": ({ item }: Facts) => (item as Item).tuoi >= 18,
    "/procedure/documents/0/quantity": ({ nth }: Facts) => nth,
    "/procedure/documentGroups/tuy_than/when": ({ item }: Facts) => (item as Item).tuoi >= 14,
  },
} as unknown as ProcedureModule;
const facts = (thanh_vien: readonly Item[] | undefined): Facts => ({ form: thanh_vien === undefined ? {} : { thanh_vien }, channel: "counter", today: "2026-10-05", submittedOn: "2026-10-05" });
const FAMILY = facts([{ ho_ten: "A", tuoi: 40 }, { ho_ten: "B", tuoi: 16 }, { ho_ten: "C", tuoi: 3 }, { ho_ten: "D", tuoi: 19 }]);

describe("documents for each entry of a list", () => {
  it("are there once an entry whose condition holds, as many as the entry asks for, each under an id of its own", () => {
    expect(applicableDocuments(module, FAMILY).map(({ definition: { id, group }, entry, quantity, needed }) => [id, group, entry?.name, quantity, needed])).toEqual([
      ["cam_ket.1", undefined, "A", 1, true], ["cam_ket.4", undefined, "D", 4, true],
      ["the.1", "tuy_than.1", undefined, 1, false], ["the.2", "tuy_than.2", undefined, 1, false], ["the.4", "tuy_than.4", undefined, 1, false],
      ["ho_chieu.1", "tuy_than.1", undefined, 1, false], ["ho_chieu.2", "tuy_than.2", undefined, 1, false], ["ho_chieu.4", "tuy_than.4", undefined, 1, false],
    ]);
    expect(applicableDocuments(module, facts([]))).toEqual([]);
    expect(applicableDocuments(module, facts(undefined))).toEqual([]);
  });

  it("refuses one that is missing, one of too few copies, a group nothing of which is there, each for its entry; what is told names nobody", () => {
    const given = [{ id: "cam_ket.4", original: 3 }, { id: "ho_chieu.1", presented: true }, { id: "the.4", presented: true }];
    const problems = documentProblems(module, FAMILY, given);
    expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(["document-missing /documents/cam_ket.1", "document-sets /documents/cam_ket.4", "document-missing /documents/tuy_than.2"]);
    expect(problems[0]?.message.vi).toBe("Thiếu giấy tờ bắt buộc: Cam kết (mục 1)");
  });

  it("refuses an id without a number, and a number on what is asked for once; one of an entry that is gone is left aside", () => {
    const codes = (id: string) => documentProblems(module, facts([]), [{ id, original: 1 }]).map(({ code }) => code);
    expect([codes("cam_ket"), codes("khac.1"), codes("cam_ket.x")]).toEqual([["document-unknown"], ["document-unknown"], ["document-unknown"]]);
    expect(codes("cam_ket.9")).toEqual([]);
  });
});
