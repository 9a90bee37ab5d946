import type { Problem } from "../../problem.ts";
import { fieldAt, isObjectSchema, objectFields, resolveRef } from "../form/object-shape.ts";
import { pointerOf, segmentsOf } from "../source/json-pointer.ts";
import { type Definition, duplicateIds, problemIn } from "./definition.ts";
import { unknownField } from "./unknown-field.ts";

/** What the form's pages and rules refer to that is not there; fields that are on no page, or on two. */
export function checkForm(definition: Definition): readonly Problem[] {
  const { "x-sections": sections = [], "x-rules": rules = [] } = definition.form;
  if (sections.length === 0) return [problemIn(definition, "form", [], { code: "no-sections" })];
  return [
    ...duplicateIds(definition, "form", ["x-sections"], sections.map(({ id }) => id)),
    ...duplicateIds(definition, "form", ["x-rules"], rules.map(({ id }) => id)),
    ...sections.flatMap(({ fields }, index) => fields.flatMap((pointer, nth) => unknownField(definition, { part: "form", path: ["x-sections", index, "fields", nth], pointer }))),
    ...rules.flatMap(({ at }, index) => unknownField(definition, { part: "form", path: ["x-rules", index, "at"], pointer: at })),
    ...everyFieldHasAPage(definition),
    ...noFieldHasTwoPages(definition),
  ];
}

function shownPointers({ form }: Definition): readonly { readonly pointer: string; readonly path: readonly (string | number)[] }[] {
  return (form["x-sections"] ?? []).flatMap(({ fields }, index) => fields.map((pointer, nth) => ({ pointer, path: ["x-sections", index, "fields", nth] })));
}

/** A field nobody can fill in is a slip, unless it is shown with the object it belongs to. */
function everyFieldHasAPage(definition: Definition): readonly Problem[] {
  const shown = shownPointers(definition).map(({ pointer }) => pointer);
  return unshown(definition, [], shown).map((segments) => problemIn(definition, "form", schemaPath(segments), { code: "field-without-section", spot: "key", given: { name: pointerOf(segments) } }));
}

/** The fields below a place of the form that no page shows, the outermost of them only. */
function unshown({ form }: Definition, segments: readonly string[], shown: readonly string[]): readonly (readonly string[])[] {
  const here = pointerOf(segments);
  if (shown.includes(here)) return [];
  const inside = shown.some((pointer) => pointer.startsWith(`${here}/`));
  const schema = fieldAt(form, segments);
  if (schema === undefined || !inside || !isObjectSchema(resolveRef(schema, form))) return segments.length === 0 ? [] : [segments];
  return [...objectFields(schema, form).keys()].flatMap((name) => unshown({ form } as Definition, [...segments, name], shown));
}

/** Where a field stands in the form file; its definition's place where it was referred to is the nearest ancestor. */
function schemaPath(segments: readonly string[]): readonly string[] {
  return segments.flatMap((segment) => ["properties", segment]);
}

function noFieldHasTwoPages(definition: Definition): readonly Problem[] {
  const shown = shownPointers(definition);
  return shown.flatMap(({ pointer, path }, index) => {
    const before = shown.slice(0, index).some((other) => pointer === other.pointer || pointer.startsWith(`${other.pointer}/`) || other.pointer.startsWith(`${pointer}/`));
    return before && segmentsOf(pointer).length > 0 ? [problemIn(definition, "form", path, { code: "field-in-two-sections", given: { name: pointer } })] : [];
  });
}
