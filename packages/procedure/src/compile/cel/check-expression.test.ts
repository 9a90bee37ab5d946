import { Environment } from "@marcbachmann/cel-js";
import { describe, expect, it } from "vitest";
import type { FormSchema } from "../../form.ts";
import { checkExpression } from "./check-expression.ts";
import { typeName } from "./cel-type.ts";
import { definitionVariables } from "./definition-variables.ts";
import { parseExpression } from "./parse-expression.ts";

const form: FormSchema = {
  type: "object",
  required: ["a", "so", "dt", "ngay", "tre", "ds"],
  properties: {
    a: { type: "string", enum: ["x", "y"] },
    so: { type: "integer" },
    dt: { type: "number" },
    ngay: { type: "string", format: "date" },
    nam: { type: "string", format: "date-partial" },
    tre: { $ref: "#/$defs/Nguoi" },
    me: { $ref: "#/$defs/Nguoi" },
    ds: { type: "array", items: { $ref: "#/$defs/Nguoi" } },
    diem: { type: "array", items: { type: "integer" } },
    it: { type: "array", maxItems: 300, items: { $ref: "#/$defs/Nguoi" } },
  },
  $defs: {
    Nguoi: { type: "object", required: ["ten"], properties: { ten: { type: "string" }, tuoi: { type: "integer" }, con: { $ref: "#/$defs/Nguoi" } } },
  },
};
const variables = definitionVariables({
  form,
  procedure: { channels: ["online", "counter"], questions: { uy_quyen: { text: { vi: "Ủy quyền?" }, by: "applicant" } } },
  workflow: { steps: { tham_tra: { kind: "task", name: { vi: "Thẩm tra" }, role: "r", record: "#/$defs/Nguoi", next: {} } } },
});

function check(source: string, present: readonly string[] = []) {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`does not parse: ${source}`);
  return checkExpression(parsed.node, { variables, present: new Set(present) });
}

const faults = (source: string, present?: readonly string[]) => check(source, present).faults.map(({ code, start, end }) => [code, source.slice(start, end)]);

describe("checkExpression", () => {
  it.each([
    ["form.a == 'x' && channel == 'online' && ask.uy_quyen", "bool"],
    ["form.so + 1 > 2 || form.dt < 3 || form.so < 2.5", "bool"],
    ["daysBetween(form.ngay, today) + age(form.ngay, submittedOn)", "int"],
    ["min(form.dt, 2.5)", "double"],
    ["size(form.ds) + size(form.tre.ten)", "int"],
    ["form.ds.map(r, r.ten)", "list<string>"],
    ["form.ds.filter(r, has(r.tuoi) && r.tuoi > 3).all(r, r.ten.startsWith('x'))", "bool"],
    ["has(form.diem) ? sum(form.diem) : 0", "int"],
    ["sum(form.ds.map(r, 1.5))", "double"],
    ["addMonths(form.ngay, 24)", "string"],
    ["daysBetween(addMonths(today, -6), form.ngay)", "int"],
    ["form.ds.filter(r, has(r.tuoi)).map(n, n.tuoi)", "list<int>"],
    ["form.ds.map(r, has(r.tuoi) && r.tuoi > 1, r.tuoi)", "list<int>"],
    ["form.ds.filter(r, has(r.tuoi)).filter(r, r.tuoi > 1).exists(n, n.tuoi > 2)", "bool"],
    ["distinct(form.ds.map(r, r.ten))", "bool"],
    ["has(form.it) && form.it.all(a, form.it.exists_one(b, a.ten == b.ten) && ['x', 'y'].exists(c, c == a.ten))", "bool"],
    ["contiguous([form.ngay], [has(form.nam) ? today : submittedOn])", "bool"],
    ["contiguous(form.ds.map(r, form.ngay), form.ds.map(r, today))", "bool"],
    ["has(form.me) ? [form.me.ten] : []", "list<string>"],
    ["has(form.me) && has(form.me.con) && form.me.con.ten == 'x'", "bool"],
    ["!has(form.me) || form.me.ten != 'x'", "bool"],
    ["has(steps.tham_tra.ten) && steps.tham_tra.ten == 'x'", "bool"],
    ["fold(form.tre.ten) + 'x'", "string"],
    ["has(form.nam) && form.nam < form.ngay", "bool"],
  ])("types %s", (source, type) => {
    const checked = check(source);
    expect(checked.faults).toEqual([]);
    expect(typeName(checked.type)).toBe(type);
  });

  it.each([
    ["form.b == 'x'", [["unknown-field-in-condition", "form.b"]]],
    ["form.a == 'z'", [["condition-unknown-value", "'z'"]]],
    ["form.a in ['x', 'z']", [["condition-unknown-value", "'z'"]]],
    ["'z' != form.a", [["condition-unknown-value", "'z'"]]],
    ["channel == 'post'", [["condition-unknown-value", "'post'"]]],
    ["form.me.ten == 'x'", [["condition-needs-has", "form.me"]]],
    ["has(form.me) || form.me.ten == 'x'", [["condition-needs-has", "form.me"]]],
    ["form.me.ten == 'x' && has(form.me)", [["condition-needs-has", "form.me"]]],
    ["has(form.me.con)", [["condition-needs-has", "form.me"]]],
    ["form.ds.all(r, r.tuoi > 1)", [["condition-needs-has", "r.tuoi"]]],
    ["form.ds.filter(r, has(r.con)).map(n, n.tuoi)", [["condition-needs-has", "n.tuoi"]]],
    ["form.ds.filter(r, has(r.tuoi) || has(r.con)).map(r, r.tuoi)", [["condition-needs-has", "r.tuoi"]]],
    ["form.ds.map(r, r.con.tuoi)", [["condition-needs-has", "r.con"], ["condition-needs-has", "r.con.tuoi"]]],
    ["addMonths(form.ngay, 1.5)", [["condition-wrong-type", "1.5"]]],
    ["sum(form.ds.map(r, r.ten))", [["condition-wrong-type", "form.ds.map(r, r.ten)"]]],
    ["form.ds.all(r, has(r.tuoi)) && form.ds.all(r, r.tuoi > 1)", [["condition-needs-has", "r.tuoi"]]],
    ["steps.tham_tra.ten == 'x'", [["condition-needs-has", "steps.tham_tra.ten"]]],
    ["steps.khac.ten == 'x'", [["unknown-field-in-condition", "steps.khac"]]],
    ["ask.khac", [["unknown-field-in-condition", "ask.khac"]]],
    ["now > today", [["condition-unknown-variable", "now"]]],
    ["form.so == '1'", [["condition-wrong-type", "'1'"]]],
    ["form.so == 1.0", [["condition-wrong-type", "1.0"]]],
    ["form.tre == form.tre", [["condition-wrong-type", "form.tre"]]],
    ["form.so && true", [["condition-wrong-type", "form.so"]]],
    ["!form.so", [["condition-wrong-type", "form.so"]]],
    ["-form.a", [["condition-wrong-type", "form.a"]]],
    ["form.a + 1", [["condition-wrong-type", "1"]]],
    ["form.a in 'xyz'", [["condition-wrong-type", "'xyz'"]]],
    ["form.so in ['x']", [["condition-wrong-type", "form.so"]]],
    ["['x', 1]", [["condition-wrong-type", "1"]]],
    ["true ? 1 : 'x'", [["condition-wrong-type", "'x'"]]],
    ["form.a.all(r, true)", [["condition-wrong-type", "form.a"]]],
    ["form.ds.exists(form, true)", [["condition-syntax", "form.ds.exists(form, true)"]]],
    ["form.so.startsWith('1')", [["condition-wrong-type", "form.so"]]],
    ["form.a.b.c", [["condition-wrong-type", "form.a"]]],
    ["age(form.nam, today)", [["condition-needs-has", "form.nam"], ["condition-wrong-type", "form.nam"]]],
    ["daysBetween('5/10/2026', today)", [["condition-wrong-type", "'5/10/2026'"]]],
    ["daysBetween(today)", [["condition-wrong-type", "daysBetween(today)"]]],
    ["min(1, 2.5)", [["condition-wrong-type", "2.5"]]],
    ["distinct(form.ds)", [["condition-wrong-type", "form.ds"]]],
    ["has(form.it) && form.it.all(a, form.ds.exists(b, a.ten == b.ten))", [["condition-too-much-work", "form.ds"]]],
    ["has(form.it) && form.it.all(a, form.it.all(b, form.it.filter(c, true).exists(d, d.ten == b.ten)))", [["condition-too-much-work", "form.it"], ["condition-too-much-work", "form.it.filter(c, true)"]]],
    ["contiguous(form.ds.map(r, r.ten), form.ds.map(r, today))", [["condition-wrong-type", "form.ds.map(r, r.ten)"]]],
    ["contiguous([form.ngay], [form.so > 1 ? form.ngay : form.a])", [["condition-wrong-type", "[form.so > 1 ? form.ngay : form.a]"]]],
    ["contiguous([form.ngay])", [["condition-wrong-type", "contiguous([form.ngay])"]]],
    ["toString(1)", [["condition-function", "toString(1)"]]],
    ["form.constructor == 'x'", [["unknown-field-in-condition", "form.constructor"]]],
  ])("refuses %s", (source, expected) => {
    expect(faults(source)).toEqual(expected);
  });

  it("trusts what a guard outside has found", () => {
    expect(faults("form.me.ten == 'x'", ["form.me"])).toEqual([]);
  });

  it("reads what must be there, not what it guards itself", () => {
    expect(check("form.tre.ten == 'x' && form.so > 1").reads).toEqual(["form.so", "form.tre.ten"]);
    expect(check("has(form.me) && form.me.ten == 'x'").reads).toEqual([]);
    expect(check("form.me.ten == 'x'", ["form.me"]).reads).toEqual(["form.me.ten"]);
    expect(check("has(form.tre.tuoi) ? form.tre.tuoi : 0").reads).toEqual(["form.tre"]);
    expect(check("form.ds.all(r, r.ten != form.a) && ask.uy_quyen && today > '2026-01-01'").reads).toEqual(["form.a", "form.ds"]);
  });

  it("agrees with the types of the parser's own checker", () => {
    const env = new Environment()
      .registerType("Nguoi", { fields: { ten: "string", tuoi: "int" } })
      .registerType("Form", { fields: { a: "string", so: "int", dt: "double", tre: "Nguoi", ds: "list<Nguoi>", diem: "list<int>" } })
      .registerVariable("form", "Form");
    const sources = [
      "form.a == 'x'", "form.so == 1", "form.so == 'x'", "form.so < 2.5", "form.so + 1", "form.so + 'x'", "form.a + 'x'", "form.a && true", "!form.so", "-form.so",
      "form.ds.map(r, r.ten)", "form.ds.all(r, r.ten == 'x')", "form.ds.all(r, r.ten)", "'x' in form.ds.map(r, r.ten)", "form.a in ['x']", "form.so in ['x']",
      "size(form.ds)", "size(form.a)", "size(form.so)", "form.a.startsWith('x')", "form.so.startsWith('x')", "true ? 1 : 'x'", "['x', 1]", "form.khong", "form.so % 2",
    ];
    for (const source of sources) {
      const ours = check(source);
      const theirs = env.check(source);
      expect([source, ours.faults.length === 0], JSON.stringify(ours.faults)).toEqual([source, theirs.valid]);
      if (theirs.valid) expect([source, typeName(ours.type)]).toEqual([source, theirs.type]);
    }
  });
});
