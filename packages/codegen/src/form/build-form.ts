import type { FormSchema } from "@motcua/procedure";
import { segment } from "../print/json-pointer.ts";
import { tagOf } from "./choice-tag.ts";
import type { ChoiceIr, ConditionIr, Dialect, DisplayIr, FormIr, NodeIr, ValueType } from "./form-ir.ts";
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
    definitions: Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, build(schema, `/form/$defs${segment(name)}`)])),
    schema: form,
    dialect,
    ...(documents === undefined ? {} : { documents }),
  };
}

function isObject(form: unknown): form is FormSchema {
  return typeof form === "object" && form !== null;
}

function node(given: FormSchema, pointer: string, reading: Reading): NodeIr {
  const { checked: schema, isAll } = reading.splitter?.split(given, pointer === "/form") ?? { checked: given, isAll: true };
  const { definitions } = reading;
  const child = (inside: FormSchema, ...path: readonly (string | number)[]) => node(inside, pointer + path.map(segment).join(""), reading);
  const types = [schema.type ?? []].flat();
  const type = types.find((name) => name !== "null") as ValueType | undefined;
  return {
    pointer,
    ...(schema.$ref === undefined ? {} : { ref: schema.$ref.slice("#/$defs/".length) }),
    ...(type === undefined ? {} : { type }),
    nullable: types.includes("null"),
    properties: Object.entries(schema.properties ?? {}).map(([key, inside]) => ({ key, node: child(inside, "properties", key) })),
    required: [...new Set(schema.required ?? [])],
    dependent: Object.entries(schema.dependentRequired ?? {}).map(([key, requires]) => ({ key, requires })),
    closed: schema.additionalProperties === false,
    ...(schema.items === undefined ? {} : { items: child(schema.items, "items") }),
    ...(schema.minItems === undefined ? {} : { minItems: schema.minItems }),
    ...(schema.maxItems === undefined ? {} : { maxItems: schema.maxItems }),
    text: pick(schema, ["minLength", "maxLength", "pattern", "format"]),
    number: pick(schema, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
    ...(schema.enum === undefined ? {} : { values: schema.enum }),
    ...(Object.hasOwn(schema, "const") ? { constant: { value: schema.const } } : {}),
    conditions: conditions(schema, child),
    all: (schema.allOf ?? []).map((inside, index) => child(inside, "allOf", index)),
    any: (schema.anyOf ?? []).map((inside, index) => child(inside, "anyOf", index)),
    ...choice(schema, child, definitions),
    ...(schema.not === undefined ? {} : { not: child(schema.not, "not") }),
    ...(isAll ? {} : { rest: true as const }),
    display: display(schema),
  };
}

type Child = (inside: FormSchema, ...path: readonly (string | number)[]) => NodeIr;

function conditions(schema: FormSchema, child: Child): readonly ConditionIr[] {
  if (schema.if === undefined || (schema.then === undefined && schema.else === undefined)) return [];
  return [
    {
      when: child(schema.if, "if"),
      ...(schema.then === undefined ? {} : { yes: child(schema.then, "then") }),
      ...(schema.else === undefined ? {} : { no: child(schema.else, "else") }),
    },
  ];
}

function choice(schema: FormSchema, child: Child, definitions: Reading["definitions"]): { readonly one?: ChoiceIr } {
  const key = tagOf(schema, definitions);
  if (schema.oneOf === undefined || key === undefined) return {};
  const branches = schema.oneOf.map((inside, index) => {
    const properties = inside.properties ?? definitions[inside.$ref?.slice("#/$defs/".length) ?? ""]?.properties;
    return { tag: properties?.[key]?.const, node: child(inside, "oneOf", index) };
  });
  return { one: { key, branches } };
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
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as DisplayIr;
}

function pick(schema: FormSchema, keys: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(keys.filter((key) => schema[key] !== undefined).map((key) => [key, schema[key]]));
}
