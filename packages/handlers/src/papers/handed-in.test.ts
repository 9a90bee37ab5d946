import type { DossierState } from "@motcua/dossier";
import type { Procedure } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { handedIn } from "./dossier-paper.ts";

const procedure = {
  documents: [
    { id: "to_khai", name: { vi: "Tờ khai" }, mode: "submit" },
    { id: "the", name: { vi: "Thẻ căn cước" }, mode: "present", group: "tuy_than" },
    { id: "uy_quyen", name: { vi: "Văn bản ủy quyền" }, mode: "submit", each: "/thanh_vien", entryName: ["/ho_ten"] },
  ],
  documentGroups: { tuy_than: { name: { vi: "Giấy tờ tùy thân" }, need: 1, each: "/thanh_vien" } },
  fees: [],
} as unknown as Procedure;
const state = {
  documents: [{ id: "to_khai", original: 1 }, { id: "the.1", presented: true }, { id: "uy_quyen.1", original: 1 }, { id: "uy_quyen.2", electronic: true, files: [] }],
  fees: [],
} as unknown as DossierState;
const names = (form: unknown) => handedIn(procedure, state, form).documents.map(({ name }) => name);

describe("the papers on form 01", () => {
  it("are told apart by the entry they are for, by its name where there is one", () => {
    expect(names({ thanh_vien: [{ ho_ten: "TRẦN THỊ THỬ" }, {}] })).toEqual(["Tờ khai", "Thẻ căn cước (mục 1)", "Văn bản ủy quyền – TRẦN THỊ THỬ", "Văn bản ủy quyền (mục 2)"]);
  });

  it("keep their number where the form was erased", () => {
    expect(names(undefined)).toEqual(["Tờ khai", "Thẻ căn cước (mục 1)", "Văn bản ủy quyền (mục 1)", "Văn bản ủy quyền (mục 2)"]);
  });
});
