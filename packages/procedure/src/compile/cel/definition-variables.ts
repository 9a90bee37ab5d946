import type { ProcedureFile } from "../../definition.ts";
import type { FormSchema } from "../../form.ts";
import { BRANCH_STATUSES } from "../../fork-join.ts";
import type { ForkStep, WorkflowFile } from "../../workflow.ts";
import { fieldAt } from "../form/object-shape.ts";
import { BOOL, type CelField, type CelType, DYN, INT, objectType, typeOfSchema } from "./cel-type.ts";
import { segmentsOf } from "../../json-pointer.ts";
import type { VariableName } from "./cel-environment.ts";

/** What the types of a definition's variables come from: its three files, references resolved and code lists expanded. */
export interface VariableSources {
  readonly procedure: Pick<ProcedureFile, "channels" | "questions" | "parameters">;
  readonly form: FormSchema;
  readonly workflow: Pick<WorkflowFile, "steps">;
}

/**
 * The types of the variables of a definition's expressions. Answers are there from the beginning, false until given;
 * the record of a step is there too, with every field optional: the step may not have been done.
 */
export function definitionVariables({ procedure, form, workflow }: VariableSources): Readonly<Record<VariableName, CelType>> {
  const day: CelType = { kind: "string", format: "date" };
  const given = (type: CelType): CelField => ({ type, optional: false });
  const records = Object.entries(workflow.steps).flatMap(([id, step]) =>
    "record" in step && step.record !== undefined ? [[id, given(recordType(step.record, form))] as const] : [],
  );
  return {
    form: typeOfSchema(form, form),
    channel: { kind: "string", values: procedure.channels },
    today: day,
    submittedOn: day,
    ask: objectType(Object.fromEntries(Object.keys(procedure.questions ?? {}).map((id) => [id, given(BOOL)]))),
    steps: objectType(Object.fromEntries(records)),
    branches: objectType(Object.fromEntries(Object.entries(workflow.steps).flatMap(([id, step]) => (step.kind === "fork" ? [[id, given(branchesType(step))] as const] : [])))),
    item: DYN,
    nth: INT,
    record: DYN,
    local: objectType(Object.fromEntries(Object.entries(procedure.parameters ?? {}).map(([id, { type }]) => [id, given({ kind: type })]))),
  };
}

/** What became of each branch of a fork; an empty text before it. */
function branchesType({ branches }: ForkStep): CelType {
  const status: CelField = { type: { kind: "string", values: ["", ...BRANCH_STATUSES] }, optional: false };
  return objectType(Object.fromEntries(Object.keys(branches).map((name) => [name, status])));
}

/** Types of what a place reads of its own. */
export interface OwnTypes {
  /** The type of an entry of the list at a JSON Pointer of the form, or of a definition; `dyn` where there is no list. */
  readonly entryOf: (pointer: string, definition?: string) => CelType;
  /** How many entries that list may have; no bound is infinite. */
  readonly mostOf: (pointer: string, definition?: string) => number;
  /** The type of a definition of the form, as a record is one. */
  readonly recordOf: (definition: string) => CelType;
}

/** What places of a form read of their own: an entry of a list, a record. */
export function ownTypes(form: FormSchema): OwnTypes {
  const definitionOf = (name: string | undefined) => (name === undefined ? form : form.$defs?.[name]);
  const listAt = (pointer: string, definition: string | undefined) => {
    const from = definitionOf(definition);
    const list = from === undefined ? undefined : fieldAt(form, segmentsOf(pointer), from);
    const type = list === undefined ? DYN : typeOfSchema(list, form);
    return type.kind === "list" ? type : undefined;
  };
  return {
    entryOf: (pointer, definition) => listAt(pointer, definition)?.of ?? DYN,
    mostOf: (pointer, definition) => listAt(pointer, definition)?.most ?? Infinity,
    recordOf: (definition) => {
      const schema = definitionOf(definition);
      return schema === undefined ? DYN : typeOfSchema(schema, form);
    },
  };
}

function recordType(reference: string, form: FormSchema): CelType {
  const schema = form.$defs?.[reference.replace("#/$defs/", "")];
  const type = typeOfSchema(schema === undefined ? { type: "object", properties: {} } : (fieldAt(form, [], schema) ?? schema), form);
  if (type.kind !== "object") return type;
  return {
    ...type,
    field: (name) => {
      const field = type.field(name);
      return field === undefined ? undefined : { ...field, optional: true };
    },
  };
}
