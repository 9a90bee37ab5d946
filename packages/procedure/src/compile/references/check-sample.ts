import { documentList } from "../../document-list.ts";
import type { ProcedureFile } from "../../definition.ts";
import type { Problem } from "../../problem.ts";
import type { Sample } from "../../procedure.ts";
import type { WorkflowFile } from "../../workflow.ts";
import { definitionProblem, type DefinitionProblemRequest } from "../problems/definition-problem.ts";
import { pointerOf } from "../../json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import type { ParsedFile } from "../source/parsed-file.ts";

/** A sample that keeps to the contract, and the definition it belongs to. */
export interface SampleReferences {
  readonly file: ParsedFile;
  readonly procedure: ProcedureFile;
  readonly workflow: WorkflowFile;
}

/** What a sample names that its procedure does not have: documents, questions, cases, fees, results, gates, steps, outcomes. */
export function checkSample({ file, procedure, workflow }: SampleReferences): readonly Problem[] {
  const sample = file.value as Sample;
  const check = nameChecker(file);
  const documents = documentIds(procedure);
  const { expected } = sample;
  return [
    ...fileNamesIt(file, sample),
    ...Object.keys(sample.answers ?? {}).flatMap((name) => check(["answers", name], name, Object.keys(procedure.questions ?? {}), "unknown-question", "key")),
    ...sample.documents.flatMap(({ id }, index) => check(["documents", index, "id"], id, documents(id), "unknown-document")),
    ...check(["expected", "case"], expected.case, Object.keys(procedure.cases), "unknown-case"),
    ...(expected.documents ?? []).flatMap((id, index) => check(["expected", "documents", index], id, documents(id), "unknown-document")),
    ...Object.keys(expected.fees ?? {}).flatMap((id) => check(["expected", "fees", id], id, procedure.fees.map((fee) => fee.id), "unknown-fee", "key")),
    ...(expected.results ?? []).flatMap((id, index) => check(["expected", "results", index], id, procedure.results.map((result) => result.id), "unknown-result")),
    ...check(["expected", "gate"], expected.gate, (procedure.gates ?? []).map(({ id }) => id), "unknown-gate"),
    ...(expected.problems ?? []).flatMap(({ pointer }, index) =>
      /^\/(form|documents)(\/|$)/.test(pointer) ? [] : [definitionProblem({ code: "sample-pointer", file, pointer: pointerOf(["expected", "problems", index, "pointer"]) })],
    ),
    ...scriptFits(file, sample, workflow),
  ];
}

/** Ids a sample may name a document by; one of an entry's own has the entry's number, which is the sample's to say. */
function documentIds({ documents, documentGroups }: ProcedureFile): (id: string) => readonly string[] {
  return (id) => {
    const nth = /\.\d+$/.exec(id)?.[0] ?? ".1";
    return documents.map((document) => (documentList(document, documentGroups).each !== undefined ? `${document.id}${nth}` : document.id));
  };
}

type Checker = (path: readonly (string | number)[], name: string | undefined, known: readonly string[], code: DefinitionProblemRequest["code"], spot?: "key" | "value", given?: Readonly<Record<string, string>>) => readonly Problem[];

function nameChecker(file: ParsedFile): Checker {
  return (path, name, known, code, spot = "value", given = {}) =>
    name === undefined || known.includes(name) ? [] : [definitionProblem({ code, file, pointer: pointerOf(path), spot, given: { ...given, name }, near: nearestName(name, known) })];
}

function fileNamesIt(file: ParsedFile, { id }: Sample): readonly Problem[] {
  const name = (file.path.split("/").at(-1) ?? "").replace(/\.json$/, "");
  return id === name ? [] : [definitionProblem({ code: "sample-name", file, pointer: "/id", given: { name } })];
}

function scriptFits(file: ParsedFile, { script = [] }: Sample, { steps }: WorkflowFile): readonly Problem[] {
  const check = nameChecker(file);
  return script.flatMap(({ step: id, outcome }, index) => {
    if (id === undefined) return [];
    const step = Object.hasOwn(steps, id) ? steps[id] : undefined;
    if (step === undefined) return check(["script", index, "step"], id, Object.keys(steps), "unknown-step");
    return check(["script", index, "outcome"], outcome, Object.keys(step.next), "unknown-outcome", "value", { step: id });
  });
}
