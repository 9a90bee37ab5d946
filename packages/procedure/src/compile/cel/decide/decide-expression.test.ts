import { describe, expect, it } from "vitest";
import type { FormSchema } from "../../../form.ts";
import { definitionVariables } from "../definition-variables.ts";
import { parseExpression } from "../parse-expression.ts";
import { decideExpression } from "./decide-expression.ts";

const form: FormSchema = {
  type: "object",
  required: ["a", "b", "so", "dt", "co", "ngay", "ds", "ten"],
  properties: {
    a: { type: "string", enum: ["x", "y", "z"] },
    b: { type: "string", const: "x" },
    so: { type: "integer", minimum: 1, maximum: 10 },
    dt: { type: "number", exclusiveMinimum: 0 },
    co: { type: "boolean" },
    cam_doan: { type: "boolean", const: true },
    ngay: { type: "string", format: "date" },
    ds: { type: "array", items: { type: "string" }, minItems: 2 },
    ten: { type: "string", maxLength: 20 },
    them: { type: "object", required: ["ten"], properties: { ten: { type: "string" } } },
  },
};
const variables = definitionVariables({ form, procedure: { channels: ["online", "counter"], questions: { hoi: { text: { vi: "Hỏi?" }, by: "officer" } } }, workflow: { steps: {} } });

function nodeOf(source: string) {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`does not parse: ${source}`);
  return parsed.node;
}

const decide = (source: string, given: readonly string[] = []) => decideExpression(nodeOf(source), { variables, given: given.map((guard) => ({ node: nodeOf(guard), holds: true })) });

describe("decideExpression", () => {
  it.each([
    "true", "form.a == form.a", "form.a == 'x' || form.a == 'y' || form.a == 'z'", "form.a in ['z', 'y', 'x']", "channel == 'online' || channel == 'counter'",
    "form.so >= 1", "form.so < 11", "form.so > 0 && form.so <= 10", "form.dt > 0", "form.b == 'x'", "form.co || !form.co", "has(form.a)", "size(form.ds) >= 2", "size(form.ten) <= 20",
    "form.so >= 5 || form.so < 5", "daysBetween(form.ngay, today) > 3 || daysBetween(form.ngay, today) <= 3", "!(form.a == 'x' && form.a == 'y')", "form.ngay < today || form.ngay >= today",
    "has(form.them) ? has(form.them.ten) : true", "ask.hoi || !ask.hoi", "(form.co ? 1 : 2) > 0", "form.so != 2.5", "has(form.cam_doan) ? form.cam_doan : true",
  ])("knows that %s always holds", (source) => {
    expect(decide(source)).toBe("always");
  });

  it.each([
    "false", "form.a == 'x' && form.a == 'y'", "form.a != form.a", "form.so < 1", "form.so > 10", "form.so == 2.5", "form.so > 3 && form.so < 4", "form.dt <= 0", "form.b != 'x'",
    "form.co && !form.co", "!has(form.a)", "size(form.ds) < 2", "size(form.ten) > 20", "form.ten == 'a' && form.ten == 'b'", "age(form.ngay, today) > 18 && age(form.ngay, today) < 6",
    "form.ngay < today && form.ngay >= today", "has(form.them) && !has(form.them)", "channel == 'online' && channel == 'counter'", "form.a in ['x'] && form.a in ['y', 'z']", "!(form.so >= 1)",
  ])("knows that %s never holds", (source) => {
    expect(decide(source)).toBe("never");
  });

  it.each([
    "form.a == 'x'", "form.so > 5", "form.dt < 3.5", "form.so * 2 > 30", "form.so + 1 > 3 && form.so < 2", "has(form.them)", "has(form.them) && form.them.ten == 'x'", "today > '2026-01-01'",
    "form.ds.all(r, r == 'x')", "size(form.ds) > 2", "form.ngay == today", "form.ten.startsWith('a') && form.ten.startsWith('b')", "(has(form.them) ? 1 : 0) > 0", "ask.hoi",
  ])("says nothing of %s", (source) => {
    expect(decide(source)).toBe("open");
  });

  it("takes into account what holds where an expression is asked", () => {
    expect(decide("form.a == 'y'", ["form.a == 'x'"])).toBe("never");
    expect(decide("form.a != 'y'", ["form.a == 'x'"])).toBe("always");
    expect(decide("form.a == 'x'", ["form.co"])).toBe("open");
    expect(decide("form.a == 'x'", ["form.so > 99"])).toBe("nowhere");
  });

  it("gives up on too many questions, and is then silent", () => {
    const many = Array.from({ length: 40 }, (_, index) => `form.so != ${index} && daysBetween(form.ngay, '2026-01-${String((index % 28) + 1).padStart(2, "0")}') > ${index}`).join(" && ");
    expect(decide(`(${many}) || !(${many})`)).toBe("open");
  });
});
