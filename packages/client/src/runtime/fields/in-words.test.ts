import { expect, test } from "vitest";
import { fieldsOf } from "./fields-of.ts";
import { inWords } from "./in-words.ts";

const address = [["/tinh", { control: "select", values: ["01", "04"] }], ["/chi_tiet", { optional: true, maxLength: 250 }]] as const;
const addressWords = [{ label: "Tỉnh", options: ["Hà Nội", "Cao Bằng"] }, { hint: "Số nhà, đường" }];

test("a field is a text that must be there unless it says otherwise; what a definition gives stands below the field", () => {
  expect(fieldsOf([["/noi_o", { control: "address", type: "object", optional: true }, address], ["/ho_ten", {}]])).toEqual({
    "/noi_o": { control: "address", type: "object", required: false },
    "/noi_o/tinh": { control: "select", type: "string", required: true, values: ["01", "04"] },
    "/noi_o/chi_tiet": { control: "text", type: "string", required: false, maxLength: 250 },
    "/ho_ten": { control: "text", type: "string", required: true },
  });
});

test("words come to the fields in their order, those of a definition where it stands, and to the pages", () => {
  const fields = fieldsOf([["/noi_o", { control: "address", type: "object" }, address], ["/ho_ten", {}]]);
  const sections = [{ id: "a", fields: ["/noi_o"] }, { id: "b", fields: ["/ho_ten"], when: "true" }];
  expect(inWords({ fields, sections }, { fields: ["Nơi ở", addressWords, "Họ tên"], sections: [{ title: "Một", hint: "Gợi ý" }, "Hai"] })).toEqual({
    fields: {
      "/noi_o": { control: "address", type: "object", required: true, label: "Nơi ở" },
      "/noi_o/tinh": { control: "select", type: "string", required: true, values: ["01", "04"], label: "Tỉnh", options: [{ value: "01", label: "Hà Nội" }, { value: "04", label: "Cao Bằng" }] },
      "/noi_o/chi_tiet": { control: "text", type: "string", required: false, maxLength: 250, hint: "Số nhà, đường" },
      "/ho_ten": { control: "text", type: "string", required: true, label: "Họ tên" },
    },
    sections: [{ id: "a", fields: ["/noi_o"], title: "Một", hint: "Gợi ý" }, { id: "b", fields: ["/ho_ten"], when: "true", title: "Hai" }],
  });
});
