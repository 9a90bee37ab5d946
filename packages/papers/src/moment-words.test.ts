import { expect, it } from "vitest";
import { dayWords, momentWords } from "./moment-words.ts";

it("says an instant in Việt Nam's time, whatever offset it is written with", () => {
  expect(momentWords("2026-10-05T17:05:59.999Z")).toBe("00 giờ 05 phút, ngày 06 tháng 10 năm 2026");
  expect(dayWords("2026-10-05T23:59:00+07:00")).toBe("ngày 05 tháng 10 năm 2026");
});

it("refuses what is no instant", () => {
  expect(() => momentWords("hôm nay")).toThrow(RangeError);
});
