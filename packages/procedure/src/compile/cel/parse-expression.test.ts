import { describe, expect, it } from "vitest";
import { parseExpression } from "./parse-expression.ts";

function kinds(source: string): unknown {
  const parsed = parseExpression(source);
  return parsed.ok ? parsed.node : parsed.faults.map(({ code, start, end }) => [code, source.slice(start, end)]);
}

describe("parseExpression", () => {
  it("gives every node its kind and place", () => {
    expect(kinds("has(form.a.b) && form.x in ['a', 'b']")).toMatchObject({
      kind: "and",
      left: { kind: "has", start: 0, end: 13, field: { kind: "field", name: "b", of: { kind: "field", name: "a" } } },
      right: { kind: "in", item: { kind: "field", name: "x" }, list: { kind: "list", items: [{ value: "a" }, { value: "b" }] } },
    });
  });

  it("reads whole numbers as int, others as double, and negates literals", () => {
    expect(kinds("[1, -2, 2.5, -0.5]")).toMatchObject({
      items: [{ type: "int", value: 1 }, { type: "int", value: -2 }, { type: "double", value: 2.5 }, { type: "double", value: -0.5 }],
    });
  });

  it("reads list macros with their variable", () => {
    expect(kinds("form.l.exists_one(r, r.x > 1)")).toMatchObject({ kind: "each", macro: "exists_one", variable: "r", body: { kind: "compare" } });
  });

  it("reads the map that keeps some entries as a filter and a map", () => {
    expect(kinds("form.l.map(r, has(r.x), r.x)")).toMatchObject({
      kind: "each", macro: "map", variable: "r", body: { kind: "field", name: "x" }, list: { kind: "each", macro: "filter", variable: "r", body: { kind: "has" } },
    });
  });

  it.each([
    ["form.a == 1 and form.b == 2", "&&"], ["form.a == 1 or true", "||"], ["form.a = 1", "=="], ["form.l[0] > 1", "exists(x, …), all(x, …), filter(x, …)"],
    ["form.l.size() > 1", "size(…)"], ["form.a == null", "has(…)"],
  ])("says what is meant by %s", (source, near) => {
    const parsed = parseExpression(source);
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.near)).toEqual([near]);
  });

  it("refuses to leave unsaid what may be called", () => {
    const parsed = parseExpression("form.a.matches('x')");
    expect(parsed.ok ? {} : parsed.faults[0]?.given).toEqual({ name: "matches", names: expect.stringMatching(/\.startsWith\(\).*daysBetween/) });
  });

  it.each([
    ["form.a ==", [["condition-syntax", ""]]],
    ["form.a = 1", [["condition-syntax", "="]]],
    ["form.a / 2", [["condition-function", "form.a / 2"]]],
    ["form.a.matches('x')", [["condition-function", "form.a.matches('x')"]]],
    ["form.l.map(r, r.x, r.y, r.z)", [["condition-function", "form.l.map(r, r.x, r.y, r.z)"]]],
    ["form.l.filter(r, r.x, r.y)", [["condition-function", "form.l.filter(r, r.x, r.y)"]]],
    ["form.l.size() > 1", [["condition-function", "form.l.size()"]]],
    ["{'a': 1}", [["condition-syntax", "{'a': 1}"]]],
    ["form['a']", [["condition-syntax", "form['a']"]]],
    ["form.a == null || form.b / 2 > 1", [["condition-syntax", "null"], ["condition-function", "form.b / 2"]]],
    ["has(form)", [["condition-syntax", "has(form)"]]],
    ["9007199254740993 > 1", [["condition-syntax", "9007199254740993"]]],
    ["form.in", [["condition-syntax", "in"]]],
    ["", [["condition-syntax", ""]]],
  ])("refuses %s", (source, expected) => {
    expect(kinds(source)).toEqual(expected);
  });
});
