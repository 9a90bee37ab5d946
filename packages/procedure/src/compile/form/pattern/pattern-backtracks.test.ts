import { describe, expect, it } from "vitest";
import { patternBacktracks } from "./pattern-backtracks.ts";

describe("patterns that take for ever", () => {
  it.each([
    "^(a+)+$", "^(a*)*$", "^(\\w+\\s?)*$", "^(a|a)*$", "^(a|aa)+$", "^(x+x+)+y$", "^([a-z]{1,3})+$", "^(\\p{L}+ ?)+$", "^(.*,){20}x$", "^.*a.*b.*$",
    "^(a?){60}a{60}$", "^([a-z]+|[a-c]+\\d*)*!$", "^(?:(?:a|b)+c?)+$", "^(\\d{1,20},?){1,200}$",
  ])("refuses %s", (pattern) => {
    expect(patternBacktracks(pattern)).toBe(true);
  });

  it.each([
    "^\\d{12}$", "^\\d{9}(\\d{3})?$", "^[A-Z]\\d{7,8}$", "^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$", "^(?:[A-Z][a-z]*)+$", "^([a-z0-9]+)(_[a-z0-9]+)*$", "^.{1,500}$",
    "^((\\d{9}|\\d{12});)*$", "^(\\d{3}){1,10}$", "^(0|[1-9]\\d*)(,\\d{1,2})?$", "^(\\p{L}+)( \\p{L}+)*$", "^[A-Za-z0-9/.-]{1,50}$", "^\\d{2}[A-Z]-\\d{3}\\.\\d{2}$",
    "^(?:\\d{4}|\\d{2})(-\\d{2}){0,2}$", "^[\\p{L} ]+$", "^(\\d+/)*\\d+$", "^(?!00)\\d{5}$",
  ])("lets %s pass", (pattern) => {
    expect(patternBacktracks(pattern)).toBe(false);
  });

  it("is right about what it refuses as exponential: time grows past all proportion", () => {
    const millisecondsOf = (pattern: string, length: number) => {
      const before = performance.now();
      new RegExp(pattern, "u").test(`${"a".repeat(length)}!`);
      return performance.now() - before;
    };
    // The short text is judged several times: the fastest is what it takes, whatever else the machine is doing.
    const short = (pattern: string) => Math.min(...Array.from({ length: 9 }, () => millisecondsOf(pattern, 12)));
    for (const pattern of ["^(a+)+$", "^(a|aa)+$", "^(a|a)*$"]) expect(millisecondsOf(pattern, 24) + 0.01).toBeGreaterThan(8 * short(pattern));
  });
});
