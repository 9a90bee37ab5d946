import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { age } from "./age.ts";
import { dateInWords } from "./date-in-words.ts";
import { addMonths } from "./add-months.ts";
import { daysBetween } from "./days-between.ts";
import { contiguous } from "./contiguous.ts";
import { distinct } from "./distinct.ts";
import { fold } from "./fold.ts";
import { max } from "./max.ts";
import { min } from "./min.ts";
import { personalIdMatchesBirth } from "./personal-id-matches-birth.ts";
import { personalIdMatchesGender } from "./personal-id-matches-gender.ts";
import { provinceOfCommune } from "./province-of-commune.ts";
import { size } from "./size.ts";
import { sum } from "./sum.ts";

const day = fc.date({ min: new Date("1000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe("age", () => {
  test.each([
    ["2008-10-05", "2026-10-05", 18],
    ["2008-10-06", "2026-10-05", 17],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2026-10-05", "2026-10-05", 0],
    ["2008-10", "2026-10-01", 18],
    ["2008", "2026-01-01", 18],
    ["2026-10-06", "2026-10-05", -1],
  ])("of someone born %s is on %s %i", (birth, on, years) => {
    expect(age(birth, on)).toBe(years);
  });

  test("cannot be told of days that do not exist, nor on a day that is not whole", () => {
    expect([age("2026-02-30", "2026-10-05"), age("2008-01-01", "2026-10"), age(undefined, "2026-10-05"), age(2008, "2026-10-05")]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("addMonths", () => {
  test.each([
    ["2026-10-05", 24, "2028-10-05"], ["2026-01-31", 1, "2026-02-28"], ["2028-01-31", 1, "2028-02-29"], ["2024-02-29", 12, "2025-02-28"],
    ["2026-03-31", -1, "2026-02-28"], ["2026-10-05", -240, "2006-10-05"], ["2026-12-01", 1, "2027-01-01"], ["2026-01-01", -1, "2025-12-01"], ["2026-10-05", 0, "2026-10-05"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test("comes back to the same day of the month, or to the last one where it was cut", () => {
    fc.assert(fc.property(day, fc.integer({ min: -1200, max: 1200 }), (from, months) => {
      const to = addMonths(from, months);
      if (to === undefined) return;
      const [year, month] = from.split("-").map(Number) as [number, number];
      expect(to.slice(0, 7)).toBe(new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7));
      expect(to.slice(8) <= from.slice(8)).toBe(true);
    }));
  });

  test("cannot be told of parts of days, of parts of months, nor beyond the years there are", () => {
    expect([addMonths("2026", 1), addMonths("2026-02-30", 1), addMonths("2026-10-05", 1.5), addMonths("2026-10-05", "1"), addMonths("9999-12-01", 1), addMonths("0001-01-01", -1)]).toEqual(Array.from({ length: 6 }));
  });
});

describe("daysBetween", () => {
  test.each([["2026-10-05", "2026-10-05", 0], ["2026-02-28", "2026-03-01", 1], ["2024-02-28", "2024-03-01", 2], ["2026-10-05", "2026-08-06", -60], ["2025-12-31", "2026-01-01", 1]])("%s to %s is %i", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test("agrees with the calendar of JavaScript", () => {
    fc.assert(fc.property(day, day, (from, to) => daysBetween(from, to) === (Date.parse(to) - Date.parse(from)) / 86_400_000));
  });

  test("cannot be told of parts of days", () => {
    expect([daysBetween("2026", "2026-10-05"), daysBetween("2026-10-05", null), daysBetween("2026-02-29", "2026-10-05")]).toEqual([undefined, undefined, undefined]);
  });
});

describe("dateInWords", () => {
  test.each([
    ["2026-09-05", "Ngày năm tháng chín năm hai nghìn không trăm hai mươi sáu"],
    ["2026-05-01", "Ngày một tháng năm năm hai nghìn không trăm hai mươi sáu"],
    ["1984-04-04", "Ngày bốn tháng tư năm một nghìn chín trăm tám mươi tư"],
    ["2015-12-15", "Ngày mười lăm tháng mười hai năm hai nghìn không trăm mười lăm"],
    ["2021-11-21", "Ngày hai mươi mốt tháng mười một năm hai nghìn không trăm hai mươi mốt"],
    ["2000-10-30", "Ngày ba mươi tháng mười năm hai nghìn không trăm"],
    ["1905-01-31", "Ngày ba mươi mốt tháng một năm một nghìn chín trăm linh năm"],
    ["1960-02", "Tháng hai năm một nghìn chín trăm sáu mươi"],
    ["1955", "Năm một nghìn chín trăm năm mươi lăm"],
  ])("%s: %s", (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  test("tells every day apart from every other", () => {
    fc.assert(fc.property(day, day, (a, b) => (dateInWords(a) === dateInWords(b)) === (a === b)));
  });
});

describe("fold", () => {
  test.each([["Đỗ Thị  HƯỜNG ", "do thi huong"], ["ễ", "e"], ["e\u0302\u0303", "e"], ["ĐÔNG\u00a0THÁP", "dong thap"], ["", ""]])("%j: %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test("changes nothing that is folded", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe("a personal identity number", () => {
  test.each([
    ["001094999901", "1994-05-01", true],
    ["001094999901", "1995", false],
    ["001194999901", "1994", true],
    ["075203999901", "2003-02-28", true],
    ["075203999901", "1903-02-28", false],
    ["075399999901", "2099", true],
    ["00109499990", "1994", undefined],
    ["001094999901", "1994-02-30", undefined],
    [undefined, "1994", undefined],
  ])("%s against a birth in %s: %s", (id, birth, told) => {
    expect(personalIdMatchesBirth(id, birth)).toBe(told);
  });

  test.each([["001094999901", "nam", true], ["001194999901", "nam", false], ["075303999901", "nu", true], ["075303999901", "khac", undefined], ["x", "nam", undefined], ["001094999901", "constructor", undefined]])("%s against gender %s: %s", (id, gender, told) => {
    expect(personalIdMatchesGender(id, gender)).toBe(told);
  });
});

test("distinct tells whether texts stand once, and nothing of anything else", () => {
  expect([distinct(["a", "b"]), distinct(["a", "b", "a"]), distinct([]), distinct(["a", 1]), distinct("aa"), distinct(undefined)]).toEqual([true, false, true, undefined, undefined, undefined]);
});

describe("contiguous", () => {
  const days = (...ranges: readonly string[]) => contiguous(ranges.map((range) => range.split("/")[0]), ranges.map((range) => range.split("/")[1]));

  test.each<[string, readonly string[], boolean]>([
    ["nothing", [], true],
    ["one range", ["2026-01-01/2026-01-01"], true],
    ["ranges that meet over a leap day", ["2024-02-01/2024-02-29", "2024-03-01/2024-04-01"], true],
    ["ranges in another order", ["2025-03-01/2025-04-01", "2025-01-01/2025-02-28"], true],
    ["ranges that overlap, one inside another", ["2025-01-01/2025-12-31", "2025-02-01/2025-02-02", "2026-01-01/2026-02-01"], true],
    ["a day between", ["2025-01-01/2025-02-27", "2025-03-01/2025-04-01"], false],
    ["a range that ends before it begins", ["2025-02-01/2025-01-01"], false],
  ])("tells of %s", (_, ranges, expected) => {
    expect(days(...ranges)).toBe(expected);
  });

  test("tells nothing of what are no ranges", () => {
    expect([contiguous(["2025-01-01"], []), contiguous(["2025-02-30"], ["2025-03-01"]), contiguous(["2025"], ["2025-01-01"]), contiguous("2025-01-01", ["2025-01-01"]), contiguous([1], [2]), contiguous(undefined, [])]).toEqual(Array.from({ length: 6 }));
  });
});

test("sum, min, max and size take what they are for, and tell nothing of anything else", () => {
  expect([sum([1, 2, 3]), sum([0.5, 0.25]), sum([]), sum([1, "2"]), sum(3), sum([Number.MAX_SAFE_INTEGER, 1])]).toEqual([6, 0.75, 0, undefined, undefined, undefined]);
  expect([min(1, 2), min(1, "2"), max(1, 2), max(undefined, 2)]).toEqual([1, undefined, 2, undefined]);
  expect([size("😀ễ"), size("e\u0302"), size([1, 2]), size({ a: 1 }), size(5), size(null)]).toEqual([2, 2, 2, 1, undefined, undefined]);
});

test("a commune is of its province, an unknown one of none", () => {
  expect([provinceOfCommune("29905"), provinceOfCommune("00004"), provinceOfCommune("99999"), provinceOfCommune(29905)]).toEqual(["82", "01", "", undefined]);
});
