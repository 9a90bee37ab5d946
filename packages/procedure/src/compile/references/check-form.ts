import type { Rule } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import { fieldAt, isObjectSchema, objectFields, resolveRef } from "../form/object-shape.ts";
import { pointerOf, segmentsOf } from "../../json-pointer.ts";
import { type Definition, duplicateIds, type Path, problemIn } from "./definition.ts";
import { unknownField } from "./unknown-field.ts";

/** What the form's pages and rules refer to that is not there; fields that are on no page, or on two. */
export function checkForm(definition: Definition): readonly Problem[] {
  const { "x-sections": sections = [], "x-rules": rules = [] } = definition.form;
  if (sections.length === 0) return [problemIn(definition, "form", [], { code: "no-sections" })];
  return [
    ...duplicateIds(definition, "form", ["x-sections"], sections.map(({ id }) => id)),
    ...sections.flatMap(({ fields }, index) => fields.flatMap((pointer, nth) => unknownField(definition, { part: "form", path: ["x-sections", index, "fields", nth], pointer }))),
    ...rulesFit(definition, { path: ["x-rules"], rules }),
    ...Object.entries(definition.form.$defs ?? {}).flatMap(([record, { "x-rules": own }]) => (own === undefined ? [] : recordRules(definition, record, own))),
    ...everyFieldHasAPage(definition),
    ...noFieldHasTwoPages(definition),
  ];
}

/** Rules where they stand; `record` where they are of one. */
interface RulesAt {
  readonly path: Path;
  readonly rules: readonly Rule[];
  readonly record?: string;
}

/** Rules that are told apart, at fields there are, for the entries of lists there are. */
function rulesFit(definition: Definition, { path, rules, record }: RulesAt): readonly Problem[] {
  return [
    ...duplicateIds(definition, "form", path, rules.map(({ id }) => id)),
    ...rules.flatMap(({ at, each }, index) => {
      const list = each === undefined ? [] : listFits(definition, { path: [...path, index, "each"], pointer: each, record });
      return list.length > 0 ? list : unknownField(definition, { part: "form", path: [...path, index, "at"], pointer: `${each === undefined ? "" : `${each}/0`}${at}`, record });
    }),
  ];
}

function listFits(definition: Definition, { path, pointer, record }: { readonly path: Path; readonly pointer: string; readonly record: string | undefined }): readonly Problem[] {
  const unknown = unknownField(definition, { part: "form", path, pointer, record });
  if (unknown.length > 0) return unknown;
  const { form } = definition;
  const field = fieldAt(form, segmentsOf(pointer), record === undefined ? form : (form.$defs?.[record] ?? form));
  return field !== undefined && resolveRef(field, form).type === "array" ? [] : [problemIn(definition, "form", path, { code: "not-a-list", given: { name: pointer } })];
}

/** A record has rules that refuse it: nobody is there to be warned, or to ask for a supplement. */
function recordRules(definition: Definition, record: string, rules: readonly Rule[]): readonly Problem[] {
  const path: Path = ["$defs", record, "x-rules"];
  const isRecord = Object.values(definition.workflow.steps).some((step) => "record" in step && step.record === `#/$defs/${record}`);
  if (!isRecord) return [problemIn(definition, "form", path, { code: "rules-of-no-record", spot: "key", given: { name: record } })];
  return [
    ...rulesFit(definition, { path, rules, record }),
    ...rules.flatMap(({ effect = "block" }, index) => (effect === "block" ? [] : [problemIn(definition, "form", [...path, index, "effect"], { code: "rule-effect-in-record" })])),
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
