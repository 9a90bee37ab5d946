import { type FormSchema, segment } from "@motcua/procedure";
import { tagOf } from "./choice-tag.ts";
import { type ChoiceIr, type ConditionIr, type Dialect, type DisplayIr, type FormIr, type NodeIr, type NumberIr, SILENT, type TextIr, type ValueType } from "./form-ir.ts";
import type { Schema } from "../standard/schema.ts";
import { SchemaSplitter } from "./split-schema.ts";

interface Reading {
  readonly definitions: Readonly<Record<string, FormSchema>>;
  /** For schemas beyond the profile. */
  readonly splitter?: SchemaSplitter;
}

/** Options of {@link buildForm}. */
export interface FormOptions {
  /** `standard` takes any schema of JSON Schema 2020-12, beyond what a form may say; its formats are annotations. @default "form" */
  readonly dialect?: Dialect;
  /** Documents that references may reach, by URI. Nothing is fetched. @default none */
  readonly documents?: Readonly<Record<string, Schema>>;
}

/** Reads a form into what the emitters print from: one whose keywords were checked, or any schema of the standard. */
export function buildForm(form: FormSchema, { dialect = "form", documents }: FormOptions = {}): FormIr {
  const definitions = isObject(form) ? (form.$defs ?? {}) : {};
  const reading: Reading = { definitions, ...(dialect === "form" ? {} : { splitter: new SchemaSplitter(isObject(form) ? form : {}) }) };
  const build = (schema: FormSchema, pointer: string) => node(schema, pointer, reading);
  return {
    root: build(form, "/form"),
    definitions: Object.fromEntries(
      Object.entries(definitions).map(([name, schema]) => {
        const pointer = `/form/$defs${segment(name)}`;
        return [name, dialect === "form" ? buildOnce(schema, pointer, build) : build(schema, pointer)];
      }),
    ),
    schema: form,
    dialect,
    ...(documents === undefined ? {} : { documents }),
  };
}

/** Compiled forms that have a definition in common have the same frozen object, under the same name, and all it refers to is the same: it is read once. */
function buildOnce(schema: FormSchema, pointer: string, build: (schema: FormSchema, pointer: string) => NodeIr): NodeIr {
  const before = read.get(schema);
  if (before?.pointer === pointer) return before;
  const built = build(schema, pointer);
  if (Object.isFrozen(schema)) read.set(schema, built);
  return built;
}

const read = new WeakMap<FormSchema, NodeIr>();

function isObject(form: unknown): form is FormSchema {
  return typeof form === "object" && form !== null;
}

const NONE: readonly never[] = [];

function node(given: FormSchema, pointer: string, reading: Reading): NodeIr {
  const split = reading.splitter?.split(given, pointer === "/form");
  const schema = split === undefined ? given : split.checked;
  return {
    pointer,
    ref: schema.$ref?.slice("#/$defs/".length),
    type: typeOf(schema),
    nullable: isNullable(schema),
    properties: properties(schema, pointer, reading),
    required: schema.required === undefined ? NONE : [...new Set(schema.required)],
    dependent: dependent(schema),
    closed: schema.additionalProperties === false,
    items: child(schema.items, `${pointer}/items`, reading),
    minItems: schema.minItems,
    maxItems: schema.maxItems,
    text: textLimits(schema),
    number: numberLimits(schema),
    values: schema.enum,
    constant: Object.hasOwn(schema, "const") ? { value: schema.const } : undefined,
    conditions: conditions(schema, pointer, reading),
    all: children(schema.allOf, `${pointer}/allOf`, reading),
    any: children(schema.anyOf, `${pointer}/anyOf`, reading),
    one: choice(schema, pointer, reading),
    not: child(schema.not, `${pointer}/not`, reading),
    rest: split === undefined || split.isAll ? undefined : true,
    display: display(schema),
    answers: [],
  };
}

function child(schema: FormSchema | undefined, pointer: string, reading: Reading): NodeIr | undefined {
  return schema === undefined ? undefined : node(schema, pointer, reading);
}

function children(schemas: readonly FormSchema[] | undefined, pointer: string, reading: Reading): readonly NodeIr[] {
  return schemas === undefined ? NONE : schemas.map((schema, index) => node(schema, `${pointer}/${index}`, reading));
}

/** The one type a value may have, null apart. */
function typeOf({ type }: FormSchema): ValueType | undefined {
  if (type === undefined || type === "null") return undefined;
  return (typeof type === "string" ? type : type.find((name) => name !== "null")) as ValueType | undefined;
}

function isNullable({ type }: FormSchema): boolean {
  return type !== undefined && (typeof type === "string" ? type === "null" : type.includes("null"));
}

function properties({ properties: schemas }: FormSchema, pointer: string, reading: Reading): NodeIr["properties"] {
  if (schemas === undefined) return NONE;
  return Object.keys(schemas).map((key) => ({ key, node: node(schemas[key] as FormSchema, `${pointer}/properties${segment(key)}`, reading) }));
}

function dependent({ dependentRequired }: FormSchema): NodeIr["dependent"] {
  if (dependentRequired === undefined) return NONE;
  return Object.keys(dependentRequired).map((key) => ({ key, requires: dependentRequired[key] ?? NONE }));
}

function textLimits({ minLength, maxLength, pattern, format }: FormSchema): TextIr | undefined {
  if (minLength === undefined && maxLength === undefined && pattern === undefined && format === undefined) return undefined;
  return { minLength, maxLength, pattern, format };
}

function numberLimits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: FormSchema): NumberIr | undefined {
  if (minimum === undefined && maximum === undefined && exclusiveMinimum === undefined && exclusiveMaximum === undefined && multipleOf === undefined) return undefined;
  return { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf };
}

function conditions(schema: FormSchema, pointer: string, reading: Reading): readonly ConditionIr[] {
  if (schema.if === undefined || (schema.then === undefined && schema.else === undefined)) return NONE;
  return [{ when: node(schema.if, `${pointer}/if`, reading), yes: child(schema.then, `${pointer}/then`, reading), no: child(schema.else, `${pointer}/else`, reading) }];
}

function choice(schema: FormSchema, pointer: string, reading: Reading): ChoiceIr | undefined {
  const { definitions } = reading;
  const key = schema.oneOf === undefined ? undefined : tagOf(schema, definitions);
  if (schema.oneOf === undefined || key === undefined) return undefined;
  const branches = schema.oneOf.map((inside, index) => {
    const tagged = inside.properties ?? definitions[inside.$ref?.slice("#/$defs/".length) ?? ""]?.properties;
    return { tag: tagged?.[key]?.const, node: node(inside, `${pointer}/oneOf/${index}`, reading) };
  });
  return { key, branches };
}

function display({ "x-label": label, "x-hint": hint, "x-control": control, "x-enum": options, "x-code-list": codeList, "x-prefill": prefill, "x-data": data, default: value }: FormSchema): DisplayIr {
  const isSilent = label === undefined && hint === undefined && control === undefined && options === undefined && codeList === undefined && prefill === undefined && data === undefined && value === undefined;
  return isSilent ? SILENT : { label, hint, control, options, codeList, prefill, data, default: value === undefined ? undefined : { value } };
}
