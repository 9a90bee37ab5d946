import { describe, expect, test } from "vitest";
import { celOracle } from "../../test/cel-oracle.ts";
import { loadModule } from "../../test/load-emitted.ts";
import { procedureWith } from "../../test/procedure-with.ts";
import { generateSdk } from "../generate-sdk.ts";

const FACTS = {
  form: { a: 3, b: -2, c: 2.5, text: "Đỗ 😀", other: "đo", day: "2026-10-05", born: "2008-02-29", yes: true, no: false, list: [1, 2, 3], none: [], people: [{ age: 3 }, { age: 8 }], nested: { x: "y" } },
  channel: "online", today: "2026-10-05", submittedOn: "2026-10-01", ask: { yes: true }, steps: { tham_tra: { ok: true } },
} as const;

const at = "/procedure/gates/0/when";

function evaluated(source: string, facts: unknown = FACTS): unknown {
  const sdk = generateSdk({ ...procedureWith({ type: "object" }), expressions: { [at]: { source, type: "dyn", reads: [] } } });
  if (sdk.problems.length > 0) return sdk.problems;
  return loadModule(sdk).expressions[at]?.(facts as never);
}

const EXPRESSIONS: readonly (readonly [source: string, value: unknown])[] = [
  ["form.a + form.b * 2", -1], ["-form.a - form.b", -1], ["form.b % form.a", -2], ["form.a % 0 == 0", undefined], ["form.c + 1.5", 4],
  ["form.a > 2 && form.c < 2.6", true], ["form.a >= 3 ? 'x' : 'y'", "x"], ["form.gone > 1", undefined], ["form.gone > 1 || form.yes", true],
  ["form.yes || form.gone > 1", true], ["form.gone > 1 && form.no", false], ["form.no && form.gone > 1", false], ["form.gone > 1 && form.yes", undefined],
  ["!form.no", true], ["!form.gone", undefined], ["has(form.a)", true], ["has(form.gone)", false], ["has(form.gone.more)", undefined],
  ["form.a in form.list", true], ["form.b in form.list", false], ["form.gone in form.list", undefined], ["form.text in ['x', form.text]", true],
  ["form.list.all(x, x > 0)", true], ["form.list.all(x, x > 1)", false], ["form.none.all(x, x > 1)", true], ["form.list.exists(x, x == 2)", true], ["form.none.exists(x, x > 1)", false],
  ["form.list.exists_one(x, x > 2)", true], ["form.list.exists_one(x, x > 1)", false], ["form.list.map(x, x * form.a)", [3, 6, 9]], ["form.list.filter(x, x != 2)", [1, 3]],
  ["form.people.map(p, p.age)", [3, 8]], ["form.people.all(p, p.gone > 1)", undefined], ["form.people.all(p, form.list.exists(q, q == p.age))", false],
  ["sum(form.people.map(p, p.age)) + sum(form.none)", 11], ["min(form.a, form.b)", -2], ["distinct(form.people.map(p, 'x'))", false], ["max(form.a, form.b)", 3], ["contiguous([form.day, form.born], [today, form.day])", true], ["contiguous([form.born, today], [form.born, today])", false], ["contiguous(form.list, form.list)", undefined], ["size(form.text)", 4], ["size(form.list)", 3],
  ["fold(form.text)", "do 😀"], ["fold(form.other) == 'do'", true], ["age(form.born, form.day)", 18], ["daysBetween(submittedOn, today)", 4], ["addMonths(today, 1) > today", true], ["sum(form.people.map(p, 0.5)) > 0.1", true], ["form.people.map(p, p.age > 3, p.age)", [8]],
  ["dateInWords(form.born)", "Ngày hai mươi chín tháng hai năm hai nghìn không trăm linh tám"], ["provinceOfCommune('29905')", "82"],
  ["form.text.startsWith('Đỗ')", true], ["form.text.endsWith('x')", false], ["form.text.contains('ỗ ')", true], ["form.text + form.other", "Đỗ 😀đo"],
  ["channel == 'online' && ask.yes && steps.tham_tra.ok", true], ["form.day > form.born", true], ["form.nested.x", "y"], ["form.list == [1, 2, 3]", true], ["form.yes == (form.a != 4)", true],
];

describe("an expression printed as JavaScript", () => {
  test.each(EXPRESSIONS)("%s", (source, value) => {
    expect(evaluated(source)).toEqual(value);
    expect(celOracle(source)(FACTS)).toEqual(value);
  });

  test("keeps a variable of a comprehension apart from everything the module knows", () => {
    expect(evaluated("form.list.all(get, form.list.exists(facts, facts == get))")).toBe(true);
    expect(evaluated("form.list.map(form, form + 1)")).toEqual([2, 3, 4]);
    expect(evaluated("form.list.map(x, form.list.map(x, x)).all(x, size(x) == 3)")).toBe(true);
  });

  test("orders texts by code point, as CEL says and JavaScript does not", () => {
    expect(evaluated("form.text < '😀'", { form: { text: "\ue000" } })).toBe(true);
  });

  test("cannot be talked into anything by a text it holds", () => {
    expect(evaluated("'\\u2028`${1}\\\\' + \"'\"")).toBe("\u2028`${1}\\'");
  });

  test.each([
    ["a function nobody wrote", "shout(form.text)"],
    ["a known function with too few operands", "min(form.a)"],
    ["a variable that is no input", "now"],
    ["what every object inherits", "constructor(form.a)"],
    ["division", "form.a / 2"],
    ["a regular expression", "form.text.matches('a')"],
    ["text that is no CEL", "form.a >"],
  ])("refuses %s, with its place", (_, source) => {
    expect(evaluated(source)).toMatchObject([{ code: "expression-not-supported", pointer: at, message: { vi: expect.any(String) as string } }]);
  });
});
