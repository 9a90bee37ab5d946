import type { FormSchema, Section } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import type { CelType } from "../cel/cel-type.ts";
import { decideExpression } from "../cel/decide/decide-expression.ts";
import { termKey } from "../cel/decide/term-key.ts";
import type { TermValue } from "../cel/decide/term.ts";
import { parseExpression } from "../cel/parse-expression.ts";
import { fieldAt, objectFields, resolveRef } from "../form/object-shape.ts";
import { pointerOf, segmentsOf } from "../../json-pointer.ts";
import { type Definition, problemIn } from "../references/definition.ts";

/** Fields that must be filled in though the page that shows them may not appear. */
export function checkHiddenFields(definition: Definition, variables: Readonly<Record<string, CelType>>): readonly Problem[] {
  return (definition.form["x-sections"] ?? []).flatMap((section, index) =>
    section.fields.flatMap((pointer, nth) =>
      isHiddenWhenRequired(definition.form, { section, pointer, variables }) ? [problemIn(definition, "form", ["x-sections", index, "fields", nth], { code: "field-required-but-hidden", given: { name: pointer } })] : [],
    ),
  );
}

interface Shown {
  readonly section: Section;
  readonly pointer: string;
  readonly variables: Readonly<Record<string, CelType>>;
}

function isHiddenWhenRequired(form: FormSchema, { section, pointer, variables }: Shown): boolean {
  const parsed = section.when === undefined ? undefined : parseExpression(section.when);
  if (parsed?.ok !== true) return false;
  const decision = decideExpression(parsed.node, { variables });
  if (decision !== "open") return false;
  const segments = segmentsOf(pointer);
  if (isAlwaysRequired(form, segments)) return true;
  // Where a condition of the form requires it, the page must be able to appear under that condition.
  return conditionsThatRequire(form, segments).some((limited) => decideExpression(parsed.node, { variables, limited }) === "never");
}

/** Whether every valid form has the field: it and all it stands in are required. */
function isAlwaysRequired(form: FormSchema, segments: readonly string[]): boolean {
  return segments.every((name, index) => {
    const parent = fieldAt(form, segments.slice(0, index));
    return parent !== undefined && objectFields(parent, form).get(name)?.required === true;
  });
}

/** What a field's object limits other fields to where it requires this one: the `if` of each `then` that names it. */
function conditionsThatRequire(form: FormSchema, segments: readonly string[]): readonly ReadonlyMap<string, readonly TermValue[]>[] {
  const above = segments.slice(0, -1);
  const parent = fieldAt(form, above);
  const name = segments.at(-1);
  if (parent === undefined || name === undefined || !isAlwaysRequired(form, above)) return [];
  const parts = [parent, ...(parent.allOf ?? [])].map((part) => resolveRef(part, form));
  return parts.flatMap((part) => (part.if !== undefined && part.then?.required?.includes(name) === true ? [limitsOf(part.if, above)] : []));
}

/** The values an `if` limits fields to; what else it says makes the condition no wider. */
function limitsOf(condition: FormSchema, above: readonly string[]): ReadonlyMap<string, readonly TermValue[]> {
  return new Map(
    Object.entries(condition.properties ?? {}).flatMap(([name, { const: only, enum: listed }]) => {
      const values = only === undefined ? listed : [only];
      const known = values?.every((value) => typeof value === "string" || typeof value === "boolean" || typeof value === "number") === true;
      return known ? [[keyOfField([...above, name]), values] as const] : [];
    }),
  );
}

function keyOfField(segments: readonly string[]): string {
  const parsed = parseExpression(`form.${segments.join(".")}`);
  return parsed.ok ? termKey(parsed.node) : pointerOf(segments);
}
