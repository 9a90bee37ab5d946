import type { FormSchema } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import { pointerOf } from "../source/json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import type { ParsedFile } from "../source/parsed-file.ts";
import type { BundledForm } from "./bundle-refs.ts";
import type { CodeList } from "./code-list.ts";
import { formProblem } from "./form-place.ts";
import { everySchema, type SchemaPlace } from "./visit-schema.ts";

/** Longer lists stay lists to search: as `enum` they would be copied into every module that has such a field. */
export const SHORT_LIST = 100;

/** Puts the values and labels of short code lists in place of their names. */
export function expandCodeLists(form: FormSchema, lists: ReadonlyMap<string, CodeList>): FormSchema {
  return expand(form, lists) as FormSchema;
}

function expand(node: unknown, lists: ReadonlyMap<string, CodeList>): unknown {
  if (Array.isArray(node)) return node.map((item) => expand(item, lists));
  if (typeof node !== "object" || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, expand(value, lists)]));
  const list = typeof copy["x-code-list"] === "string" ? lists.get(copy["x-code-list"]) : undefined;
  if (list === undefined || list.values.length > SHORT_LIST) return copy;
  const { "x-code-list": _, ...rest } = copy;
  return { ...rest, enum: list.values.map(({ code }) => code), "x-enum": Object.fromEntries(list.values.map(({ code, name }) => [code, name])) };
}

/** Code lists a form names that do not exist, or that it cannot use as it does. */
export function checkCodeLists(form: ParsedFile, bundled: BundledForm, lists: ReadonlyMap<string, CodeList>): readonly Problem[] {
  return everySchema(bundled.form).flatMap((place) => checkPlace(place, lists).map((found) => formProblem(form, bundled, found)));
}

function checkPlace({ schema, path }: SchemaPlace, lists: ReadonlyMap<string, CodeList>): readonly Parameters<typeof formProblem>[2][] {
  const name = schema["x-code-list"];
  if (name === undefined) return [];
  const pointer = pointerOf([...path, "x-code-list"]);
  const list = lists.get(name);
  if (list === undefined) return [{ code: "unknown-code-list", pointer, given: { name }, near: nearestName(name, lists.keys()) }];
  if (schema.enum !== undefined) return [{ code: "code-list-and-enum", pointer }];
  if (list.values.length > SHORT_LIST && schema.format === undefined) {
    return [{ code: "code-list-needs-format", pointer, given: { name, limit: String(SHORT_LIST) } }];
  }
  return [];
}
