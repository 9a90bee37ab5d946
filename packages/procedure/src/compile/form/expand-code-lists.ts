import type { FormSchema } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import { pointerOf } from "../../json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import type { ParsedFile } from "../source/parsed-file.ts";
import type { BundledForm } from "./bundle-refs.ts";
import type { CodeList } from "./code-list.ts";
import { formProblem } from "./form-place.ts";
import { inEverySchema, type SchemaPlace } from "./visit-schema.ts";

/** Longer lists stay lists to search: as `enum` they would be copied into every module that has such a field. */
export const SHORT_LIST = 100;

/** Code lists by name. One object for a whole catalogue: what is found with it of a definition is found once. */
export type CodeLists = ReadonlyMap<string, CodeList>;

/** The lists by name; the same lists give the same object. */
export function codeListsOf(lists: readonly CodeList[]): CodeLists {
  const found = byName.get(lists) ?? new Map(lists.map((list) => [list.id, list]));
  byName.set(lists, found);
  return found;
}

const byName = new WeakMap<readonly CodeList[], CodeLists>();

/**
 * Puts the values and labels of short code lists in place of their names. What names none stays the object it is; a
 * definition that forms have in common is expanded once.
 */
export function expandCodeLists(form: FormSchema, lists: CodeLists): FormSchema {
  const known = expanded.get(lists) ?? new WeakMap<FormSchema, FormSchema>();
  expanded.set(lists, known);
  const definitions = Object.entries(form.$defs ?? {}).map(([name, definition]) => {
    const before = known.get(definition);
    if (before !== undefined) return [name, before] as const;
    const found = expand(definition, lists) as FormSchema;
    known.set(definition, found);
    return [name, found] as const;
  });
  const { $defs, ...own } = form;
  const whole = expand(own, lists) as FormSchema;
  return $defs === undefined ? whole : { ...whole, $defs: Object.fromEntries(definitions) };
}

const expanded = new WeakMap<CodeLists, WeakMap<FormSchema, FormSchema>>();

function expand(node: unknown, lists: CodeLists): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) {
    const items = node.map((item) => expand(item, lists));
    return items.every((item, index) => item === node[index]) ? node : items;
  }
  const given = node as Readonly<Record<string, unknown>>;
  let copy = given;
  for (const [key, value] of Object.entries(given)) {
    const found = expand(value, lists);
    if (found !== value) copy = { ...copy, [key]: found };
  }
  const list = typeof given["x-code-list"] === "string" ? lists.get(given["x-code-list"]) : undefined;
  if (list === undefined || list.values.length > SHORT_LIST) return copy;
  const { "x-code-list": _, ...rest } = copy;
  return { ...rest, enum: list.values.map(({ code }) => code), "x-enum": Object.fromEntries(list.values.map(({ code, name }) => [code, name])) };
}

/** Code lists a form names that do not exist, or that it cannot use as it does. */
export function checkCodeLists(form: ParsedFile, bundled: BundledForm, lists: CodeLists): readonly Problem[] {
  return wrongCodeLists(bundled.form, lists).map((found) => formProblem(form, bundled, found));
}

const wrongCodeLists = inEverySchema(({ schema, path }: SchemaPlace, _form: FormSchema, lists: CodeLists): readonly Parameters<typeof formProblem>[2][] => {
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
});
