import type { FormSchema } from "@motcua/procedure";
import { isReadable, schemaHolds } from "./schema-holds.ts";

/** What an object asks of its fields while a condition holds (or, `holds: false`, while it does not). */
export interface ObjectRule {
  readonly test: FormSchema;
  readonly holds: boolean;
  readonly requires: readonly string[];
  readonly forbids: readonly string[];
}

/** The conditions of an object: its `if`/`then`/`else`, alone or in `allOf`. Conditions that cannot be judged here are left to the form's own check. */
export function objectRules(schema: FormSchema): readonly ObjectRule[] {
  return [schema, ...(schema.allOf ?? [])].flatMap((part) => {
    const test = part.if;
    if (test === undefined || !isReadable(test)) return [];
    return [rule(test, true, part.then), rule(test, false, part.else)].filter(({ requires, forbids }) => requires.length + forbids.length > 0);
  });
}

function rule(test: FormSchema, holds: boolean, consequence: FormSchema | undefined): ObjectRule {
  return { test, holds, requires: requiredBy(consequence), forbids: forbiddenBy(consequence) };
}

function requiredBy(schema: FormSchema | undefined): readonly string[] {
  return schema === undefined ? [] : [...(schema.required ?? []), ...(schema.allOf ?? []).flatMap(requiredBy)];
}

/** `not: { required: [one] }` is how a form says that a field may not be given. */
function forbiddenBy(schema: FormSchema | undefined): readonly string[] {
  if (schema === undefined) return [];
  const { not, allOf = [] } = schema;
  const alone = not?.required?.length === 1 && Object.keys(not).length === 1 ? not.required : [];
  return [...alone, ...allOf.flatMap(forbiddenBy)];
}

/** The fields that may not be given with this value of the object. */
export function forbiddenNow(schema: FormSchema, value: unknown): ReadonlySet<string> {
  return new Set(inForce(schema, value).flatMap(({ forbids }) => forbids));
}

/** The fields that must be given with this value of the object. */
export function requiredNow(schema: FormSchema, value: unknown): ReadonlySet<string> {
  return new Set([...(schema.required ?? []), ...inForce(schema, value).flatMap(({ requires }) => requires)]);
}

function inForce(schema: FormSchema, value: unknown): readonly ObjectRule[] {
  return objectRules(schema).filter(({ test, holds }) => schemaHolds(test, value ?? {}) === holds);
}
