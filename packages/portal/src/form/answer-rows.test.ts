import { describe, expect, it } from "vitest";
import { controlFor } from "../controls/controls.ts";
import { CODE_LISTS, MODULES, SAMPLES } from "../testing/real-shop.ts";
import { answerRows } from "./answer-rows.ts";
import { codeLists } from "./code-list.ts";
import { formModel } from "./form-model.ts";
import { valueAt } from "./json-pointer.ts";

const lists = codeLists(CODE_LISTS);
const wording = { lists, controlFor };

function rowsOf(id: string) {
  const of = SAMPLES.find((each) => each.id === id);
  const module = MODULES.find(({ procedure }) => procedure.code === of?.procedure);
  if (of === undefined || module === undefined) throw new Error(id);
  return formModel(module, lists).sections.flatMap(({ fields }) => fields.flatMap(({ field, at }) => answerRows(field, valueAt(of.sample.form, at), wording)));
}

describe("answers in words", () => {
  it("tell codes by their names, dates as people write them, addresses in one line", () => {
    const rows = rowsOf("01-a-dung-han-du-cha-me");
    expect(rows).toContainEqual({ label: "Nơi cư trú", text: "Số 1 đường Thử Nghiệm, Xã Mỹ Thiện, Tỉnh Đồng Tháp" });
    expect(rows).toContainEqual({ label: "Ngày, tháng, năm sinh", text: "15/03/1994" });
  });

  it("tell the rows of a list one by one", () => {
    const labels = rowsOf("03-b-khoang-thoi-gian-nhieu-noi-cu-tru").map(({ label }) => label);
    expect(labels.filter((label) => label.startsWith("Nơi thường trú trước đây 1: "))).not.toEqual([]);
    expect(labels.filter((label) => label.startsWith("Nơi thường trú trước đây 2: "))).not.toEqual([]);
  });

  it.each(SAMPLES.filter(({ sample }) => sample.expected.outcome === "accepted").map(({ id }) => id))("%s: leave no code, no object and no gap", (id) => {
    for (const { label, text } of rowsOf(id)) {
      expect(label).not.toBe("");
      expect(text, label).not.toMatch(/^$|\[object|undefined|^[a-z]+_[a-z_]+$/);
    }
  });
});
