import { describe, expect, it } from "vitest";
import type { Draft } from "./draft.ts";
import { followEntries } from "./entry-documents.ts";

const NAME = { vi: "Giấy tờ" };
const PROCEDURE = {
  documents: [
    { id: "to_khai", name: NAME, mode: "submit", isForm: true },
    { id: "ban_chinh", name: NAME, mode: "present", each: "/van_ban" },
    { id: "the_can_cuoc", name: NAME, mode: "present", group: "tuy_than" },
    { id: "uy_quyen", name: NAME, mode: "submit", each: "/thanh_vien" },
  ],
  documentGroups: { tuy_than: { name: NAME, need: 1, each: "/van_ban" } },
} as const;
const FILE = (name: string) => ({ way: "electronic" as const, files: [{ key: name, sha256: name, bytes: 1, type: "application/pdf" }] });

/** A draft with a file for each of the papers `names` in its list. */
function draftOf(names: readonly string[]): Pick<Draft, "documents" | "uploads" | "form"> {
  return {
    form: { van_ban: names.map((ten) => ({ ten })), thanh_vien: [{ ten: "a" }, { ten: "b" }] },
    documents: { ...Object.fromEntries(names.flatMap((name, index) => [[`ban_chinh.${index + 1}`, FILE(name)], [`the_can_cuoc.${index + 1}`, FILE(`thẻ ${name}`)]])), "uy_quyen.2": FILE("b") },
    uploads: { x: { key: "k", document: `ban_chinh.${names.length}` } },
  };
}

const after = (before: readonly string[], now: readonly string[]) => {
  const draft = draftOf(before);
  const { documents, uploads } = followEntries(PROCEDURE, draft as unknown as Draft, { ...draft.form, van_ban: now.map((ten) => ({ ten })) });
  return { files: Object.fromEntries(Object.entries(documents).map(([id, { files }]) => [id, files[0]?.key])), upload: uploads["x"]?.document };
};

describe("documents of entries", () => {
  it("stay with their entries when one before them is taken away", () => {
    expect(after(["a", "b", "c"], ["a", "c"])).toEqual({
      files: { "ban_chinh.1": "a", "ban_chinh.2": "c", "the_can_cuoc.1": "thẻ a", "the_can_cuoc.2": "thẻ c", "uy_quyen.2": "b" },
      upload: "ban_chinh.2",
    });
  });

  it.each<[string, readonly string[], readonly string[], readonly (string | undefined)[]]>([
    ["the first", ["a", "b", "c"], ["b", "c"], ["b", "c"]],
    ["the last", ["a", "b", "c"], ["a", "b"], ["a", "b"]],
    ["two of them", ["a", "b", "c", "d"], ["b", "d"], ["b", "d"]],
    ["one, while another was changed", ["a", "b", "c"], ["A", "c"], ["a", "c"]],
    ["one of two that look alike", ["a", "a", "b"], ["a", "b"], ["a", "b"]],
    ["all", ["a", "b"], [], []],
  ])("follow when %s went away", (_, before, now, expected) => {
    const { files } = after(before, now);
    expect(now.map((__, index) => files[`ban_chinh.${index + 1}`])).toEqual(expected);
    expect(Object.keys(files).filter((id) => id.startsWith("ban_chinh"))).toHaveLength(now.length);
  });

  it("do not move while entries are changed or added", () => {
    expect(after(["a", "b"], ["a", "B"]).files).toMatchObject({ "ban_chinh.1": "a", "ban_chinh.2": "b" });
    expect(after(["a", "b"], ["a", "b", "c"]).files).toMatchObject({ "ban_chinh.1": "a", "ban_chinh.2": "b" });
  });
});
