import type { DocumentDefinition, Facts, ProcedureModule } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import type { GivenDocument } from "./command.ts";
import { documentProblems } from "./needs.ts";
import { realProcedures } from "./testing/real-procedures.ts";

const [real] = await realProcedures();
if (real === undefined) throw new Error("there are no procedures");
const facts: Facts = {
  form: {},
  channel: "counter",
  today: "2026-10-05",
  submittedOn: "2026-10-05",
};

/** What is wrong with one document that is asked for in so many originals and copies. */
function problemsOf(given: Omit<GivenDocument, "id">, copies: DocumentDefinition["copies"], quantity?: number): readonly string[] {
  const document: DocumentDefinition = {
    id: "anh",
    name: { vi: "Ảnh" },
    mode: "submit",
    ...(copies === undefined ? {} : { copies }),
    ...(quantity === undefined ? {} : { quantity: String(quantity) }),
  };
  const { module } = real as { readonly module: ProcedureModule };
  const { documentGroups: _, ...procedure } = module.procedure;
  const only: ProcedureModule = {
    ...module,
    procedure: { ...procedure, documents: [document] },
    expressions: quantity === undefined ? {} : { "/procedure/documents/0/quantity": () => quantity },
  };
  return documentProblems(only, facts, [{ id: "anh", ...given }]).map(({ code }) => code);
}

describe("how many papers are given", () => {
  it.each<[Omit<GivenDocument, "id">, DocumentDefinition["copies"], number | undefined, string | undefined]>([
    [{ original: 2 }, { original: 2 }, undefined, undefined],
    [{ original: 1 }, { original: 2 }, undefined, "document-sets"],
    [{ original: 1, copy: 1 }, { original: 1, copy: 1 }, undefined, undefined],
    [{ original: 1 }, { original: 1, copy: 1 }, undefined, "document-sets"],
    [{ original: 3 }, { original: 1 }, 3, undefined],
    [{ original: 2 }, { original: 1 }, 3, "document-sets"],
    [{ original: 2 }, undefined, 3, "document-sets"],
    [{ original: 1 }, undefined, undefined, undefined],
    [{ sets: 2 }, { sets: 2 }, undefined, undefined],
    [{ sets: 1 }, { sets: 2 }, undefined, "document-sets"],
    [{ electronic: true }, { original: 7 }, undefined, undefined],
    [{ presented: true }, { original: 2 }, undefined, undefined],
    [{ retrieved: true }, { original: 2 }, undefined, undefined],
    [{ original: 0 }, { original: 1 }, undefined, "document-missing"],
  ])("%j where %j times %j is asked for: %s", (given, copies, quantity, code) => {
    expect(problemsOf(given, copies, quantity)).toEqual(code === undefined ? [] : [code]);
  });
});
