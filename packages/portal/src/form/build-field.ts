import type { FormSchema } from "@motcua/procedure";
import type { CodeLists } from "./code-list.ts";
import { controlOf } from "./control-of.ts";
import type { Choice, Field, HiddenWhen } from "./field.ts";
import { objectRules } from "./object-rules.ts";
import { resolveSchema } from "./resolve-schema.ts";

/** What fields are built from. */
export interface FieldSource {
  readonly root: FormSchema;
  readonly lists: CodeLists;
}

/** Builds the field `key` of an object's schema. */
export function buildField(source: FieldSource, parent: FormSchema, key: string): Field {
  const rules = objectRules(parent);
  const required = (parent.required ?? []).includes(key) || rules.some(({ requires }) => requires.includes(key));
  const hiddenWhen = rules.filter(({ forbids }) => forbids.includes(key)).flatMap(({ test, holds }) => simpleReasons(test, holds));
  return fieldOf(source, { key, schema: resolveSchema(parent.properties?.[key] ?? {}, source.root), optional: !required, hiddenWhen });
}

/** Builds the fields of an object's schema, in their order. */
export function buildFields(source: FieldSource, schema: FormSchema): readonly Field[] {
  return Object.keys(schema.properties ?? {}).map((key) => buildField(source, schema, key));
}

function fieldOf(source: FieldSource, of: Pick<Field, "key" | "schema" | "optional" | "hiddenWhen">): Field {
  const { schema } = of;
  const choices = choicesOf(schema, source.lists);
  const control = controlOf(schema, choices);
  const items = schema.items;
  return {
    ...of,
    control,
    choices,
    label: schema["x-label"] ?? { vi: of.key },
    ...(schema["x-hint"] === undefined ? {} : { hint: schema["x-hint"] }),
    fields: control === "group" || control === "address" ? buildFields(source, schema) : [],
    ...(control === "list" && items !== undefined
      ? { item: fieldOf(source, { key: "", schema: resolveSchema(items, source.root), optional: false, hiddenWhen: [] }) }
      : {}),
  };
}

/** Values with their labels: from `enum`, else from the list the schema names; communes are too many and have their own control. */
function choicesOf(schema: FormSchema, lists: CodeLists): readonly Choice[] {
  if (schema.enum !== undefined) return schema.enum.map(String).map((value) => ({ value, label: schema["x-enum"]?.[value] ?? { vi: value } }));
  const list = schema["x-code-list"];
  return list === undefined || schema.format === "vn-commune" ? [] : lists.choices(list);
}

/** A condition as simple ones on neighbours; none where it says more than they can. The server judges the condition itself. */
function simpleReasons(test: FormSchema, holds: boolean): readonly HiddenWhen[] {
  const all = Object.entries(test.properties ?? {}).map(([key, schema]) => simple(key, schema));
  if (all.length === 0 || all.some((each) => each === undefined)) return [];
  const conditions = all.flatMap((each) => each ?? []);
  if (holds) return [{ all: conditions }];
  return conditions.map((condition) => ({ all: [{ ...condition, not: !condition.not }] }));
}

function simple(key: string, schema: FormSchema): HiddenWhen["all"][number] | undefined {
  if ("const" in schema) return { key, values: [String(schema.const)], not: false };
  if (schema.enum !== undefined) return { key, values: schema.enum.map(String), not: false };
  const inner = schema.not === undefined ? undefined : simple(key, schema.not);
  return inner === undefined ? undefined : { ...inner, not: !inner.not };
}
