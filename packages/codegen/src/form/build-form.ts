import { type FormSchema, segment } from "@motcua/procedure";
import { tagOf } from "./choice-tag.ts";
import type { ChoiceIr, ConditionIr, Dialect, DisplayIr, FormIr, NodeIr, ValueType } from "./form-ir.ts";
import { present } from "./present.ts";
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
  const { checked: schema, isAll } = reading.splitter?.split(given, pointer === "/form") ?? { checked: given, isAll: true };
  const { definitions } = reading;
  const child = (inside: FormSchema, ...path: readonly (string | number)[]) => node(inside, pointer + path.map(segment).join(""), reading);
  const types = [schema.type ?? []].flat();
  const type = types.find((name) => name !== "null") as ValueType | undefined;
  return {
    pointer,
    ref: schema.$ref?.slice("#/$defs/".length),
    type,
    nullable: types.includes("null"),
    properties: schema.properties === undefined ? NONE : Object.entries(schema.properties).map(([key, inside]) => ({ key, node: child(inside, "properties", key) })),
    required: schema.required === undefined ? NONE : [...new Set(schema.required)],
    dependent: schema.dependentRequired === undefined ? NONE : Object.entries(schema.dependentRequired).map(([key, requires]) => ({ key, requires })),
    closed: schema.additionalProperties === false,
    items: schema.items === undefined ? undefined : child(schema.items, "items"),
    minItems: schema.minItems,
    maxItems: schema.maxItems,
    text: textLimits(schema),
    number: numberLimits(schema),
    values: schema.enum,
    constant: Object.hasOwn(schema, "const") ? { value: schema.const } : undefined,
    conditions: conditions(schema, child),
    all: schema.allOf?.map((inside, index) => child(inside, "allOf", index)) ?? NONE,
    any: schema.anyOf?.map((inside, index) => child(inside, "anyOf", index)) ?? NONE,
    one: choice(schema, child, definitions),
    not: schema.not === undefined ? undefined : child(schema.not, "not"),
    rest: isAll ? undefined : true,
    display: display(schema),
  };
}

const NO_LIMITS = {};

function textLimits({ minLength, maxLength, pattern, format }: FormSchema): NodeIr["text"] {
  if (minLength === undefined && maxLength === undefined && pattern === undefined && format === undefined) return NO_LIMITS;
  return present({ minLength, maxLength, pattern, format });
}

function numberLimits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: FormSchema): NodeIr["number"] {
  if (minimum === undefined && maximum === undefined && exclusiveMinimum === undefined && exclusiveMaximum === undefined && multipleOf === undefined) return NO_LIMITS;
  return present({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf });
}

type Child = (inside: FormSchema, ...path: readonly (string | number)[]) => NodeIr;

function conditions(schema: FormSchema, child: Child): readonly ConditionIr[] {
  if (schema.if === undefined || (schema.then === undefined && schema.else === undefined)) return NONE;
  return [
    {
      when: child(schema.if, "if"),
      ...(schema.then === undefined ? {} : { yes: child(schema.then, "then") }),
      ...(schema.else === undefined ? {} : { no: child(schema.else, "else") }),
    },
  ];
}

function choice(schema: FormSchema, child: Child, definitions: Reading["definitions"]): ChoiceIr | undefined {
  const key = schema.oneOf === undefined ? undefined : tagOf(schema, definitions);
  if (schema.oneOf === undefined || key === undefined) return undefined;
  const branches = schema.oneOf.map((inside, index) => {
    const properties = inside.properties ?? definitions[inside.$ref?.slice("#/$defs/".length) ?? ""]?.properties;
    return { tag: properties?.[key]?.const, node: child(inside, "oneOf", index) };
  });
  return { key, branches };
}

function display(schema: FormSchema): DisplayIr {
  const found = {
    label: schema["x-label"],
    hint: schema["x-hint"],
    control: schema["x-control"],
    options: schema["x-enum"],
    codeList: schema["x-code-list"],
    prefill: schema["x-prefill"],
    data: schema["x-data"],
    default: schema.default === undefined ? undefined : { value: schema.default },
  };
  return present(found);
}
