import type { CalendarYear } from "@motcua/calendar";
import { generateChecks, type RunnablePart } from "@motcua/codegen";
import { isError, type Problem, type Procedure, type Province } from "@motcua/procedure";
import { type CompiledProcedure, compileProcedure, type SharedSources, type SourceFile } from "@motcua/procedure/compile";
import { checkWorkflow } from "@motcua/workflow";
import { legalTimeProblems } from "./legal-times.ts";
import { locateProblems } from "./locate-problems.ts";
import { sampleProblems } from "./sample-problems.ts";

/** What a procedure is checked against. */
export interface CheckContext {
  readonly shared: SharedSources;
  /** Whose fees, hours and units samples are run with; no sample is run where there is none. */
  readonly provinces: readonly Province[];
  /** Whether these are all provinces there are: samples of a unit none of them has are not run otherwise. @default true */
  readonly complete?: boolean;
  readonly calendars: readonly CalendarYear[];
}

/** What was found of one procedure. */
export interface CheckedSources {
  /** Absent where it does not compile. */
  readonly compiled?: CompiledProcedure;
  readonly problems: readonly Problem[];
}

/**
 * Everything wrong with one procedure, from the text of its files to its samples, run through the code that is emitted for
 * it. `files` are its own; what it shares with others is in the context.
 */
export function checkSources(files: readonly SourceFile[], context: CheckContext): CheckedSources {
  const { schemas, codeLists, contract, dataSources } = context.shared;
  const result = compileProcedure({ files: [...files, ...schemas], codeLists, contract, ...(dataSources === undefined ? {} : { dataSources }) });
  if (!result.ok) return { problems: result.problems };
  const { problems, running } = compiledProblems(result.value.procedure);
  const own = [...result.value.warnings, ...locateProblems(problems, [...files, ...schemas])];
  // What no dossier can go through tells nothing of a sample.
  const samples = running === undefined || problems.some(isError) ? [] : sampleProblems(result.value, { running, files, ...context });
  return { compiled: result.value, problems: [...own, ...samples] };
}

/** What only shows once a definition has compiled: ways through its workflow, legal times, keywords no emitter honours. Pointers are into the procedure. */
export function compiledProblems(procedure: Procedure): { readonly problems: readonly Problem[]; readonly running: RunnablePart | undefined } {
  const { problems, running } = generateChecks(procedure);
  return { problems: [...checkWorkflow(procedure), ...legalTimeProblems(procedure), ...problems], running };
}
