import { expect, it } from "vitest";
import { dayShort, dayWords, momentShort, momentWords } from "./moment-words.ts";

it("says an instant in Việt Nam's time, whatever offset it is written with", () => {
  expect(momentWords("2026-10-05T17:05:59.999Z")).toBe("00 giờ 05 phút, ngày 06 tháng 10 năm 2026");
  expect(dayWords("2026-10-05T23:59:00+07:00")).toBe("ngày 05 tháng 10 năm 2026");
});

it("says an instant and a day shortly for tables", () => {
  expect(momentShort("2026-10-05T17:05:59.999Z")).toBe("00:05 06/10/2026");
  expect(dayShort("2026-10-05")).toBe("05/10/2026");
});

it("refuses what is no instant", () => {
  expect(() => momentWords("hôm nay")).toThrow(RangeError);
});
