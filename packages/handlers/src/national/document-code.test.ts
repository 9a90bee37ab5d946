import { expect, it } from "vitest";
import { documentCode } from "./document-code.ts";

const name = { vi: "Giấy tờ" };
const procedure = { documents: [{ id: "ban_chinh", code: "KQ.01", name, mode: "submit" as const }, { id: "to_khai", name, mode: "submit" as const }] };

it.each([
  ["a document", "ban_chinh", "KQ.01"],
  ["the document of an entry of a list, by its declaration", "ban_chinh.2", "KQ.01"],
  ["a document without a national code", "to_khai", "to_khai"],
  ["one the procedure does not know", "khac", "khac"],
])("names %s to the national portal", (_, id, code) => {
  expect(documentCode(procedure, id)).toBe(code);
});
