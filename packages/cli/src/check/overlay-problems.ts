import { isError, type Problem, type Procedure, type Province, versionKey } from "@motcua/procedure";
import { isLocalised, localiseProcedure, locatePointer, overlayHolds, type SourceFile } from "@motcua/procedure/compile";
import { checkWorkflow } from "@motcua/workflow";
import { legalTimeProblems } from "./legal-times.ts";

/** A province with the text of its file, for places. */
export interface ProvinceSource {
  readonly province: Province;
  readonly file: SourceFile;
}

/**
 * What is wrong with a workflow only once a province's steps are in it: a way that does not end, a fork that is left. Told
 * at the overlay; what is wrong with the national workflow already is told there. Nothing where the overlay itself does not
 * hold: that is told by the compiler.
 */
export function overlayProblems(procedure: Procedure, { province, file }: ProvinceSource): readonly Problem[] {
  if (!isLocalised(procedure, province) || !overlayHolds(province, procedure)) return [];
  const local = localiseProcedure(procedure, province);
  const known = new Set(faultsOf(procedure).map(({ code, pointer }) => `${code} ${pointer}`));
  const key = versionKey(procedure);
  const pointer = `/procedures/${Object.hasOwn(province.procedures, key) ? key : procedure.code}`;
  return faultsOf(local)
    .filter((problem) => isError(problem) && !known.has(`${problem.code} ${problem.pointer}`))
    .map((problem) => ({ ...problem, pointer, ...locatePointer(file, pointer) }));
}

function faultsOf(procedure: Procedure): readonly Problem[] {
  return [...checkWorkflow(procedure), ...legalTimeProblems(procedure)];
}
