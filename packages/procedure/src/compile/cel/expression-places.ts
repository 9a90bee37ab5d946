import type { DocumentDefinition, Fee, ProcedureFile, ResultDefinition } from "../../definition.ts";
import { documentList } from "../../document-list.ts";
import type { FormSchema, Rule } from "../../form.ts";
import type { Step, WorkflowFile } from "../../workflow.ts";
import { pointerOf } from "../../json-pointer.ts";
import type { VariableName } from "./cel-environment.ts";

/** Which of a definition's files an expression stands in. */
export type DefinitionPart = "procedure" | "form" | "workflow";

/** What an expression must give. */
export type ExpressionResult = "bool" | "int" | "date" | "list<string>";

/** An expression of a definition: where it stands, what it must give, what it may read. */
export interface ExpressionPlace {
  readonly part: DefinitionPart;
  /** JSON Pointer in that file. */
  readonly pointer: string;
  readonly source: string;
  readonly result: ExpressionResult;
  readonly variables: readonly VariableName[];
  /** JSON Pointer of the list `item` is an entry of, where the place is read once for each. */
  readonly each?: string;
  /** Definition of the record a rule is of; `each` is then a list of the record. */
  readonly record?: string;
  /** Expressions that hold whenever this one is read: what they guard is there. */
  readonly after: readonly string[];
}

/** What a form's own conditions may read: the form is checked before anybody has asked or done anything. */
const IN_FORM: readonly VariableName[] = ["form", "channel", "today", "submittedOn", "local"];
const BEFORE_WORK: readonly VariableName[] = [...IN_FORM, "ask"];
const AT_WORK: readonly VariableName[] = [...BEFORE_WORK, "steps", "branches"];

/** The three files as written, as far as they hold expressions. */
export interface ExpressionSources {
  readonly procedure: ProcedureFile;
  readonly form: FormSchema;
  readonly workflow: WorkflowFile;
}

/** Every expression of a definition, in the order of its files. */
export function expressionPlaces({ procedure, form, workflow }: ExpressionSources): readonly ExpressionPlace[] {
  return [...procedurePlaces(procedure), ...formPlaces(form), ...workflowPlaces(workflow)];
}

type Path = readonly (string | number)[];

function place(part: DefinitionPart, variables: readonly VariableName[]) {
  return (path: Path, source: string | undefined, result: ExpressionResult = "bool", after: readonly (string | undefined)[] = []): readonly ExpressionPlace[] =>
    source === undefined ? [] : [{ part, pointer: pointerOf(path), source, result, variables, after: after.filter((text) => text !== undefined) }];
}

function procedurePlaces(procedure: ProcedureFile): readonly ExpressionPlace[] {
  const before = place("procedure", BEFORE_WORK);
  const atWork = place("procedure", AT_WORK);
  return [
    ...(procedure.gates ?? []).flatMap(({ when }, index) => before(["gates", index, "when"], when)),
    ...Object.entries(procedure.cases).flatMap(([id, { when, limit }]) => [
      ...before(["cases", id, "when"], when),
      // What is not recorded is no agreement: the place guards itself.
      ...atWork(["cases", id, "limit", "agreed", "day"], limit.agreed?.day, "date", [limit.agreed === undefined ? undefined : `has(${limit.agreed.day})`]),
      ...(limit.then ?? []).flatMap((found, nth) => atWork(["cases", id, "limit", "then", nth, "when"], found.when)),
    ]),
    ...Object.entries(procedure.documentGroups ?? {}).flatMap(([id, { when, each }]) => perEntry(each, BEFORE_WORK)(["documentGroups", id, "when"], when)),
    ...procedure.documents.flatMap((document, index) => documentPlaces(document, index, procedure)),
    ...procedure.fees.flatMap(feePlaces),
    ...procedure.results.flatMap(resultPlaces),
  ];
}

/** A document of a group is asked for each entry the group is asked for. */
function documentPlaces(document: DocumentDefinition, index: number, { documentGroups }: ProcedureFile): readonly ExpressionPlace[] {
  const { when, quantity, requirements = [] } = document;
  const { each } = documentList(document, documentGroups);
  const at = perEntry(each, BEFORE_WORK);
  // Told of a paper wherever it is looked at, by what the form says.
  const told = perEntry(each, IN_FORM);
  return [
    ...at(["documents", index, "when"], when),
    ...at(["documents", index, "quantity"], quantity, "int", [when]),
    ...requirements.flatMap((requirement, nth) => told(["documents", index, "requirements", nth, "when"], requirement.when, "bool", [when])),
  ];
}

/** Fees are settled again at acceptance: they may read what was recorded at intake. */
function feePlaces(fee: Fee, index: number): readonly ExpressionPlace[] {
  const at = perEntry(fee.each);
  return [
    ...at(["fees", index, "when"], fee.when),
    ...at(["fees", index, "quantity"], fee.quantity, "int", [fee.when]),
    ...at(["fees", index, "times"], fee.times, "int", [fee.when]),
    ...(fee.waived ?? []).flatMap(({ when }, nth) => at(["fees", index, "waived", nth, "when"], when, "bool", [fee.when])),
    ...(fee.reduced ?? []).flatMap(({ when }, nth) => at(["fees", index, "reduced", nth, "when"], when, "bool", [fee.when])),
  ];
}

function resultPlaces({ each, when, copies, validity, duties = [] }: ResultDefinition, index: number): readonly ExpressionPlace[] {
  const at = perEntry(each);
  // One day for all of its entries.
  const valid = perEntry(undefined);
  return [
    ...at(["results", index, "when"], when),
    ...at(["results", index, "copies"], copies, "int", [when]),
    ...(typeof validity === "string" ? [] : (validity ?? [])).flatMap((way, nth) => [
      ...valid(["results", index, "validity", nth, "when"], way.when, "bool", each === undefined ? [when] : []),
      ...valid(["results", index, "validity", nth, "until"], way.until, "date", each === undefined ? [when, way.when] : [way.when]),
    ]),
    ...duties.flatMap((duty, nth) => valid(["results", index, "duties", nth, "when"], duty.when, "bool", each === undefined ? [when] : [])),
  ];
}

/** Places that are read once for each entry of a list where there is one. */
function perEntry(each: string | undefined, variables: readonly VariableName[] = AT_WORK): ReturnType<typeof place> {
  const at = place("procedure", each === undefined ? variables : [...variables, "item", "nth"]);
  return (...written) => at(...written).map((found) => (each === undefined ? found : { ...found, each }));
}

function formPlaces(form: FormSchema): readonly ExpressionPlace[] {
  const inForm = place("form", IN_FORM);
  return [
    ...(form["x-sections"] ?? []).flatMap(({ when }, index) => inForm(["x-sections", index, "when"], when)),
    ...rulePlaces(form["x-rules"] ?? []),
    ...Object.entries(form.$defs ?? {}).flatMap(([name, { "x-rules": rules = [] }]) => rulePlaces(rules, name)),
  ];
}

/** What is recorded at a step is checked by what is known of the dossier then; answers are given with it. */
const IN_RECORD: readonly VariableName[] = [...IN_FORM, "steps", "record"];

function rulePlaces(rules: readonly Rule[], record?: string): readonly ExpressionPlace[] {
  const base: Path = record === undefined ? ["x-rules"] : ["$defs", record, "x-rules"];
  return rules.flatMap(({ each, when, assert }, index) => {
    const at = place("form", [...(record === undefined ? IN_FORM : IN_RECORD), ...(each === undefined ? [] : (["item", "nth"] as const))]);
    const found = [...at([...base, index, "when"], when), ...at([...base, index, "assert"], assert, "bool", [when])];
    return found.map((one) => ({ ...one, ...(each === undefined ? {} : { each }), ...(record === undefined ? {} : { record }) }));
  });
}

/** What is concluded is held to what is known, and to what is about to be recorded with it. */
function outcomePlaces(id: string, step: Step): readonly ExpressionPlace[] {
  if (!("outcomeWhen" in step)) return [];
  const record = step.record?.slice("#/$defs/".length);
  const at = place("workflow", record === undefined ? AT_WORK : [...AT_WORK, "record"]);
  const found = Object.entries(step.outcomeWhen ?? {}).flatMap(([outcome, when]) => at(["steps", id, "outcomeWhen", outcome], when, "bool", [step.when]));
  return record === undefined ? found : found.map((one) => ({ ...one, record }));
}

function workflowPlaces(workflow: WorkflowFile): readonly ExpressionPlace[] {
  const atWork = place("workflow", AT_WORK);
  return Object.entries(workflow.steps).flatMap(([id, step]) => [
    ...atWork(["steps", id, "when"], step.when),
    ...outcomePlaces(id, step),
    ...(step.kind === "fork" ? Object.entries(step.branches).flatMap(([branch, { when }]) => atWork(["steps", id, "branches", branch, "when"], when, "bool", [step.when])) : []),
    ...(step.kind !== "consult"
      ? []
      : [
          ...atWork(["steps", id, "units"], step.units, "list<string>", [step.when]),
          ...(step.agencies ?? []).flatMap(({ when }, index) => atWork(["steps", id, "agencies", index, "when"], when, "bool", [step.when])),
        ]),
  ]);
}
