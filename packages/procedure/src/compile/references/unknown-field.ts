import type { FormSchema } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import type { DefinitionPart } from "../cel/expression-places.ts";
import { fieldAt, objectFields } from "../form/object-shape.ts";
import { pointerOf, segmentsOf } from "../../json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import { type Definition, type Path, problemIn } from "./definition.ts";

/** The problem of a pointer at a field the form does not have, or a record where it is one's; nothing when it has it. */
export function unknownField(
  definition: Definition,
  { part, path, pointer, record }: { readonly part: DefinitionPart; readonly path: Path; readonly pointer: string; readonly record?: string | undefined },
): readonly Problem[] {
  const { form } = definition;
  const from = record === undefined ? form : (form.$defs?.[record] ?? form);
  const segments = segmentsOf(pointer);
  if (fieldAt(form, segments, from) !== undefined) return [];
  return [problemIn(definition, part, path, { code: "unknown-pointer", given: { name: pointer }, near: nearestPointer(form, segments, from) })];
}

/** The pointer with its first wrong segment put right. */
function nearestPointer(form: FormSchema, segments: readonly string[], from: FormSchema): string | undefined {
  const wrong = segments.findIndex((_, index) => fieldAt(form, segments.slice(0, index + 1), from) === undefined);
  const parent = fieldAt(form, segments.slice(0, wrong), from);
  const near = parent === undefined ? undefined : nearestName(segments[wrong] ?? "", objectFields(parent, form).keys());
  return near === undefined ? undefined : pointerOf([...segments.slice(0, wrong), near, ...segments.slice(wrong + 1)]);
}
