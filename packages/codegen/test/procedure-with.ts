import type { FormSchema, Procedure } from "@motcua/procedure";
import type { Schema } from "../src/index.ts";

/** The least procedure that has this form. */
export function procedureWith(form: FormSchema | Schema): Procedure {
  const name = { vi: "Thử", en: "Trial" };
  return {
    code: "0.000000",
    version: "0123456789abcdef",
    name,
    effective: { from: "2026-01-01" },
    roles: {},
    cases: {},
    documents: [],
    fees: [],
    results: [],
    workflow: { start: "tiep_nhan", steps: {} },
    expressions: {},
    form,
  } as unknown as Procedure;
}
