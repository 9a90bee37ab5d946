import type { ProcedureFile } from "../definition.ts";
import { isError, ok, type Problem, type Result } from "../problem.ts";
import type { Procedure, Sample } from "../procedure.ts";
import type { WorkflowFile } from "../workflow.ts";
import { type CompiledExpressions, compileExpressions } from "./cel/compile-expressions.ts";
import { setParameters } from "./cel/set-parameters.ts";
import { definitionVariables, ownTypes } from "./cel/definition-variables.ts";
import { type DefinitionPart, expressionPlaces } from "./cel/expression-places.ts";
import { type Contract, shippedContract } from "./contract/contract.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { bundleRefs } from "./form/bundle-refs.ts";
import { checkProfile } from "./form/check-profile.ts";
import type { CodeList } from "./form/code-list.ts";
import type { DataSources } from "./form/data-sources.ts";
import { checkCodeLists, codeListsOf, expandCodeLists } from "./form/expand-code-lists.ts";
import { checkMeaning } from "./meaning/check-meaning.ts";
import { checkSampleDates } from "./meaning/check-sample-dates.ts";
import { readDefinition } from "./read-definition.ts";
import { checkForm } from "./references/check-form.ts";
import { checkProcedure } from "./references/check-procedure.ts";
import { checkSample } from "./references/check-sample.ts";
import { checkLoops } from "./references/check-loops.ts";
import { checkWindows } from "./references/check-windows.ts";
import { checkWorkflowNames } from "./references/check-workflow-names.ts";
import { type Definition, problemIn } from "./references/definition.ts";
import { inReadingOrder } from "./reading-order.ts";
import type { FileSet } from "./source/file-set.ts";
import type { ParsedFile } from "./source/parsed-file.ts";
import type { SourceFile } from "./source/source-file.ts";
import { versionHash } from "./version-hash.ts";

/** What {@link compileProcedure} compiles. */
export interface CompileRequest {
  /** `procedure.json`, `form.schema.json`, `workflow.json`, `samples/*.json`, and the shared schemas the form refers to. */
  readonly files: readonly SourceFile[];
  readonly codeLists?: readonly CodeList[];
  /** What values may be prefilled from; not looked at where absent. */
  readonly dataSources?: DataSources;
  /** @default the contract this version ships with */
  readonly contract?: Contract;
}

/** A procedure that compiled, with its samples. All of it is frozen. */
export interface CompiledProcedure {
  readonly procedure: Procedure;
  readonly samples: readonly Sample[];
  /** Path of each sample's file, by sample id. */
  readonly sampleFiles: Readonly<Record<string, string>>;
  /** What does not stop the definition, but should be looked at. */
  readonly warnings: readonly Problem[];
}

/**
 * Compiles a definition: text in, a frozen {@link Procedure} or all its problems out, each with file, line and column.
 * Samples are held to the contract and to the names of their procedure; `motcua check` runs them.
 */
export function compileProcedure({ files, codeLists = [], dataSources, contract = shippedContract() }: CompileRequest): Result<CompiledProcedure> {
  const { parts, samples, shared, problems } = readDefinition(files, contract);
  const { procedure, form, workflow } = parts;
  if (procedure === undefined || form === undefined || workflow === undefined) return { ok: false, problems: inReadingOrder(problems) };
  const resolved = resolveDefinition({ procedure, form, workflow }, { shared, codeLists, dataSources });
  const { definition } = resolved;
  const found = [...problems, ...resolved.problems, ...samples.flatMap((file) => sampleProblems(file, definition))];
  if (resolved.expressions === undefined || found.some(isError)) return { ok: false, problems: inReadingOrder(found) };
  return ok(
    deepFreeze({
      procedure: toProcedure(definition, resolved.expressions),
      samples: samples.map(({ value }) => withoutSchema(value as Sample & { readonly $schema?: string })),
      sampleFiles: Object.fromEntries(samples.map(({ path, value }) => [(value as Sample).id, path])),
      warnings: inReadingOrder(found),
    }),
  );
}

/** A definition with its references resolved and its expressions typed; no expressions where references lead nowhere. */
interface ResolvedDefinition {
  readonly definition: Definition;
  readonly expressions?: CompiledExpressions["expressions"];
  readonly problems: readonly Problem[];
}

function sampleProblems(file: ParsedFile, { procedure, workflow }: Definition): readonly Problem[] {
  return [...checkSample({ file, procedure, workflow }), ...checkSampleDates(file, procedure)];
}

/** What a definition's references lead to. */
interface Surroundings {
  readonly shared: FileSet;
  readonly codeLists: readonly CodeList[];
  readonly dataSources: DataSources | undefined;
}

function resolveDefinition(files: Readonly<Record<DefinitionPart, ParsedFile>>, { shared, codeLists, dataSources }: Surroundings): ResolvedDefinition {
  const lists = codeListsOf(codeLists);
  const bundled = bundleRefs(files.form, shared);
  const procedure = files.procedure.value as ProcedureFile;
  const workflow = files.workflow.value as WorkflowFile;
  const unresolved = [...bundled.problems, ...checkCodeLists(files.form, bundled, lists)];
  const definition: Definition = { procedure, workflow, form: expandCodeLists(bundled.form, lists), files };
  // What follows from a reference that leads nowhere would only repeat it.
  if (unresolved.length > 0) return { definition, problems: unresolved };
  const places = expressionPlaces(definition);
  const context = { files, variables: definitionVariables(definition), ...ownTypes(definition.form) };
  const compiled = compileExpressions(places, context);
  const sound = places.filter(({ part, pointer }) => compiled.expressions[`/${part}${pointer}`] !== undefined);
  const problems = [
    ...checkProfile(files.form, bundled),
    ...checkForm(definition),
    ...checkProcedure(definition),
    ...checkWorkflowNames(definition),
    ...checkWindows(definition),
    ...checkLoops(definition),
    ...compiled.problems,
    ...unusedQuestions(definition, compiled.asked),
    ...checkMeaning(definition, { bundled, places: sound, expressions: context, dataSources }),
  ];
  return { definition, expressions: compiled.expressions, problems };
}

function unusedQuestions(definition: Definition, asked: ReadonlySet<string>): readonly Problem[] {
  return Object.keys(definition.procedure.questions ?? {})
    .filter((name) => !asked.has(name))
    .map((name) => problemIn(definition, "procedure", ["questions", name], { code: "question-unused", spot: "key", given: { name } }));
}

function toProcedure({ procedure, form, workflow }: Definition, expressions: CompiledExpressions["expressions"]): Procedure {
  const resolved = { procedure: withoutSchema(procedure), form, workflow: withoutSchema(workflow) };
  const { parameters } = procedure;
  const set = parameters === undefined ? expressions : Object.fromEntries(Object.entries(expressions).map(([at, expression]) => [at, { ...expression, source: setParameters(expression.source, parameters) }]));
  return { ...resolved.procedure, version: versionHash(resolved), form, workflow: resolved.workflow, expressions: set };
}

function withoutSchema<T extends { readonly $schema?: string }>({ $schema: _, ...rest }: T): Omit<T, "$schema"> {
  return rest;
}
