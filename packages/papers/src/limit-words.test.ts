import { expect, it } from "vitest";
import { limitWords } from "./limit-words.ts";

it.each([
  [{ time: "3wd" }, "03 ngày làm việc"],
  [{ time: "0.5wd" }, "0,5 ngày làm việc"],
  [{ time: "15d" }, "15 ngày"],
  [{ time: "24h" }, "24 giờ"],
  [{ time: "2wh" }, "02 giờ làm việc"],
  [{ time: "30min" }, "30 phút"],
  [{ time: "1mo" }, "01 tháng"],
  [{ time: "same-day", cutOff: "15:00" }, "trong ngày làm việc; tiếp nhận sau 15 giờ 00 phút thì tính từ ngày làm việc tiếp theo"],
])("says the limit %j as %s", (limit, words) => {
  expect(limitWords(limit)).toBe(words);
});
