import type { Problem } from "../../problem.ts";
import { definitionProblem, type DefinitionProblemRequest } from "../problems/definition-problem.ts";
import { pointerOf, segmentsOf } from "../../json-pointer.ts";
import type { ParsedFile } from "../source/parsed-file.ts";
import type { BundledForm } from "./bundle-refs.ts";

/** Where a pointer into the bundled form was written: in the form itself, or in the shared file a definition comes from. */
export function writtenAt(form: ParsedFile, bundled: BundledForm, pointer: string): { readonly file: ParsedFile; readonly pointer: string } {
  const [first, name, ...rest] = segmentsOf(pointer);
  const origin = first === "$defs" && name !== undefined ? bundled.origins.get(name) : undefined;
  return origin === undefined ? { file: form, pointer } : { file: origin.file, pointer: `${origin.pointer}${pointerOf(rest)}` };
}

/** A problem at a pointer into the bundled form, told where it was written. */
export function formProblem(form: ParsedFile, bundled: BundledForm, request: Omit<DefinitionProblemRequest, "file">): Problem {
  return definitionProblem({ ...request, ...writtenAt(form, bundled, request.pointer) });
}
