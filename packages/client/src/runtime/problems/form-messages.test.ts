import { describe, expect, test } from "vitest";
import type { FormField } from "./form-field.ts";
import { FORM_MESSAGES } from "./form-messages.ts";

const field = (vi: string, control: FormField["control"], en = "field"): FormField => ({ label: { vi, en }, control });

describe("a message says what to do", () => {
  test.each([
    ["required", field("Họ và tên", "text", "Full name"), undefined, "Nhập họ và tên", "Enter full name"],
    ["required", field("Giới tính", "radio", "Gender"), undefined, "Chọn giới tính", "Select gender"],
    ["required", field("UBND xã", "search", "UBND"), undefined, "Chọn UBND xã", "Select UBND"],
    ["required", field("Người cha", "group", "Father"), undefined, "Kê khai người cha", "Fill in father"],
    ["must-be", field("Tôi cam đoan", "checkbox", "I declare"), { vi: "true" }, "Đánh dấu vào ô “Tôi cam đoan”", "Tick the box “I declare”"],
    ["must-be", field("x".repeat(81), "checkbox"), { vi: "true" }, "Đánh dấu vào ô này để tiếp tục", "Tick this box to go on"],
    ["wrong-type", field("Số tầng", "number", "Floors"), undefined, "Nhập số tầng bằng chữ số", "Enter floors as a number"],
    ["too-long", field("Ghi chú", "textarea", "Remarks"), 250, "Nhập ghi chú không quá 250 ký tự", "Enter remarks with at most 250 characters"],
    ["too-few", field("Nơi cư trú", "list", "Residences"), 1, "Kê khai nơi cư trú ít nhất 1 dòng", "Fill in residences with at least 1 entry"],
    ["not-a-multiple", field("Số tiền", "money", "Amount"), 1.5, "Nhập số tiền là bội số của 1,5", "Enter amount as a multiple of 1.5"],
    ["forbidden-field", field("Người cha", "group", "Father"), undefined, "Để trống người cha: không áp dụng cho trường hợp này", "Leave father empty: it does not apply here"],
    ["not-in-list", field("Dân tộc", "select", "Ethnic group"), undefined, "Chọn dân tộc trong danh sách", "Select ethnic group from the list"],
  ] as const)("%s", (code, of, expected, vi, en) => {
    expect(FORM_MESSAGES[code](of, expected)).toEqual({ vi, en });
  });

  test("in both languages, whatever is wrong", () => {
    for (const message of Object.values(FORM_MESSAGES)) expect(message(field("Tên", "text", "Name"), { vi: "mẫu", en: "sample" })).toEqual({ vi: expect.stringMatching(/\S$/) as string, en: expect.stringMatching(/\S$/) as string });
  });
});
