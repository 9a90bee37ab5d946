import type { Problem } from "@motcua/procedure";
import { describe, expect, test } from "vitest";
import { documentProblems } from "../../../packages/dossier/src/needs.ts";
import { factsAt } from "../../../packages/dossier/src/dossier-facts.ts";
import { contextOf, sdkOf, SDKS } from "./samples.ts";

const all = SDKS.flatMap((sdk) => sdk.samples.map((sample) => ({ id: sample.id, sdk, sample })));
const accepted = all.filter(({ sample }) => sample.expected.outcome !== "invalid");
const invalid = all.filter(({ sample }) => sample.expected.outcome === "invalid");

function told(problems: readonly Problem[], inside: string): readonly object[] {
  return problems.map(({ code, pointer, severity }) => ({ pointer: inside + pointer, code, ...(severity === undefined ? {} : { severity }) }));
}

function sorted(problems: readonly object[]): readonly string[] {
  return problems.map((problem) => JSON.stringify(problem, ["pointer", "code", "severity"])).toSorted();
}

test.each(SDKS)("$code has samples that are accepted and samples that are not", ({ samples }) => {
  expect(samples.map(({ expected }) => expected.outcome)).toEqual(expect.arrayContaining(["accepted", "invalid"]));
});

describe.each(accepted)("$id", ({ sdk, sample }) => {
  test("is valid: check gives the same value back, problems has no error, zod agrees", () => {
    const checked = sdk.module.check(sample.form, contextOf(sample));
    expect(checked.ok ? [] : checked.problems).toEqual([]);
    expect(checked.ok && checked.value).toBe(sample.form);
    expect(sdk.module.problems(sample.form, contextOf(sample)).filter(({ severity }) => severity !== "warning")).toEqual([]);
    expect(sdk.zod.safeParse(sample.form).success).toBe(true);
  });

  test("has the records its script makes accepted at their steps", () => {
    for (const { step, record } of sample.script ?? []) {
      if (step !== undefined && record !== undefined) expect(sdk.module.checkRecord(step, record)).toEqual({ ok: true, value: record });
    }
  });
});

describe.each(invalid)("refuses $id", ({ sdk, sample }) => {
  test("with exactly its expected problems, of the form and of the documents", () => {
    const form = sdk.module.problems(sample.form, contextOf(sample));
    const content = { form: sample.form, channel: sample.channel, submittedAt: sample.submittedAt, answers: sample.answers ?? {}, records: {} };
    const documents = documentProblems(sdk.module, factsAt(sdk.module, content, sample.submittedAt), sample.documents);
    expect(sorted([...told(form, "/form"), ...told(documents, "")])).toEqual(sorted(sample.expected.problems ?? []));
  });

  test("in check as in problems, and in zod", () => {
    const problems = sdk.module.problems(sample.form, contextOf(sample));
    expect(sdk.module.check(sample.form, contextOf(sample))).toEqual({ ok: false, problems });
    expect(sdk.zod.safeParse(sample.form).success).toBe(false);
  });

  test("with messages in Vietnamese and English that say nothing of what was given", () => {
    const given = JSON.stringify(sample.form).match(/"[^"]{6,}"(?=[,}\]])/g) ?? [];
    for (const { message, pointer } of sdk.module.problems(sample.form, contextOf(sample))) {
      expect([message.vi.length > 5, (message.en ?? "").length > 5], pointer).toEqual([true, true]);
      for (const value of given) expect(message.vi).not.toContain(JSON.parse(value));
    }
  });
});

test("refuses a record where a step has none, and a key that it does not have", () => {
  const birth = sdkOf("1.001193");
  expect(birth?.module.checkRecord("tiep_nhan", {})).toEqual({ ok: true, value: {} });
  expect(birth?.module.checkRecord("tiep_nhan", { ghi_chu: "x" })).toMatchObject({ ok: false, problems: [{ code: "unknown-field", pointer: "" }] });
  expect(birth?.module.checkRecord("tham_tra", { ghi_chep: "x" })).toMatchObject({ ok: false, problems: [{ code: "unknown-field", pointer: "/ghi_chep" }] });
  expect(birth?.module.checkRecord("constructor", { x: 1 })).toMatchObject({ ok: false });
});
