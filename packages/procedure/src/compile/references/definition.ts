import type { ProcedureFile } from "../../definition.ts";
import type { FormSchema } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import type { WorkflowFile } from "../../workflow.ts";
import type { DefinitionPart } from "../cel/expression-places.ts";
import { definitionProblem, type DefinitionProblemRequest } from "../problems/definition-problem.ts";
import { pointerOf } from "../../json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import type { ParsedFile } from "../source/parsed-file.ts";

/** A definition that keeps to the contract: values of its three files, the form with its references resolved. */
export interface Definition {
  readonly procedure: ProcedureFile;
  readonly form: FormSchema;
  readonly workflow: WorkflowFile;
  readonly files: Readonly<Record<DefinitionPart, ParsedFile>>;
}

/** A place in one of the files: path segments. */
export type Path = readonly (string | number)[];

/** A problem at a place of a definition's file. */
export function problemIn(
  { files }: Pick<Definition, "files">,
  part: DefinitionPart,
  path: Path,
  request: Omit<DefinitionProblemRequest, "file" | "pointer">,
): Problem {
  return definitionProblem({ ...request, file: files[part], pointer: pointerOf(path) });
}

/** What is asked of {@link unknownName}. */
export interface NameReference {
  readonly part: DefinitionPart;
  readonly path: Path;
  readonly name: string | undefined;
  readonly known: readonly string[];
  readonly code: DefinitionProblemRequest["code"];
  readonly spot?: "key";
  readonly given?: Readonly<Record<string, string>>;
}

/** The problem of a name nobody declared; nothing when it is declared or absent. */
export function unknownName(definition: Pick<Definition, "files">, { part, path, name, known, code, spot, given }: NameReference): readonly Problem[] {
  if (name === undefined || known.includes(name)) return [];
  return [problemIn(definition, part, path, { code, given: { ...given, name }, near: nearestName(name, known), ...(spot === undefined ? {} : { spot }) })];
}

/** The problems of ids used twice in a list. */
export function duplicateIds(definition: Pick<Definition, "files">, part: DefinitionPart, path: Path, ids: readonly string[]): readonly Problem[] {
  return ids.flatMap((name, index) => (ids.indexOf(name) === index ? [] : [problemIn(definition, part, [...path, index, "id"], { code: "duplicate-id", given: { name } })]));
}
