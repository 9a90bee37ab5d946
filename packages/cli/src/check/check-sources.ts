import type { CalendarYear } from "@motcua/calendar";
import { generateRunnable } from "@motcua/codegen";
import type { Problem, Procedure, ProcedureModule, Province, Sample } from "@motcua/procedure";
import { type CompiledProcedure, compileProcedure, localiseProcedure, locatePointer, overlayHolds, type SharedSources, type SourceFile } from "@motcua/procedure/compile";
import { checkWorkflow } from "@motcua/workflow";
import { emittedModule } from "./emitted-module.ts";
import { legalTimeProblems } from "./legal-times.ts";
import { locateProblems } from "./locate-problems.ts";
import { runSample } from "./run-sample.ts";

/** What a procedure is checked against. */
export interface CheckContext {
  readonly shared: SharedSources;
  /** Whose fees, hours and units samples are run with; no sample is run where there is none. */
  readonly province: Province | undefined;
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
  const { problems, text } = compiledProblems(result.value.procedure);
  const own = [...result.value.warnings, ...locateProblems(problems, files)];
  const samples = text === undefined ? [] : sampleProblems(result.value, text, { files, context });
  return { compiled: result.value, problems: [...own, ...samples] };
}

/** What only shows once a definition has compiled: ways through its workflow, legal times, keywords no emitter honours. Pointers are into the procedure. */
export function compiledProblems(procedure: Procedure): { readonly problems: readonly Problem[]; readonly text: string | undefined } {
  const { problems, text } = generateRunnable(procedure);
  return { problems: [...checkWorkflow(procedure), ...legalTimeProblems(procedure), ...problems], text };
}

interface SampleRun {
  readonly files: readonly SourceFile[];
  readonly context: CheckContext;
}

function sampleProblems({ procedure, samples, sampleFiles }: CompiledProcedure, text: string, { files, context }: SampleRun): readonly Problem[] {
  const { province, calendars } = context;
  if (province === undefined || samples.length === 0) return [];
  const module = moduleHere(procedure, text, province);
  return samples.flatMap((sample: Sample) => {
    const source = files.find(({ path }) => path === sampleFiles[sample.id]);
    const found = runSample(sample, { module, province, calendars });
    return source === undefined ? found : found.map((problem) => ({ ...problem, ...locatePointer(source, problem.pointer) }));
  });
}

/** The module as the province runs it; the national one where the province changes nothing, or what it changes does not hold. */
function moduleHere(procedure: Procedure, text: string, province: Province): ProcedureModule {
  const local = overlayHolds(province, procedure) ? localiseProcedure(procedure, province) : procedure;
  const own = local === procedure ? undefined : generateRunnable(local).text;
  return own === undefined ? emittedModule(procedure, text) : emittedModule(local, own);
}
