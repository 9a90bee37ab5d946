import type { Problem } from "../../problem.ts";
import type { DefinitionPart } from "../cel/expression-places.ts";
import { fieldAt, objectFields } from "../form/object-shape.ts";
import { pointerOf, segmentsOf } from "../source/json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import { type Definition, type Path, problemIn } from "./definition.ts";

/** The problem of a pointer at a field the form does not have; nothing when it has it. */
export function unknownField(
  definition: Definition,
  { part, path, pointer }: { readonly part: DefinitionPart; readonly path: Path; readonly pointer: string },
): readonly Problem[] {
  const segments = segmentsOf(pointer);
  if (fieldAt(definition.form, segments) !== undefined) return [];
  return [problemIn(definition, part, path, { code: "unknown-pointer", given: { name: pointer }, near: nearestPointer(definition, segments) })];
}

/** The pointer with its first wrong segment put right. */
function nearestPointer({ form }: Definition, segments: readonly string[]): string | undefined {
  const wrong = segments.findIndex((_, index) => fieldAt(form, segments.slice(0, index + 1)) === undefined);
  const parent = fieldAt(form, segments.slice(0, wrong));
  const near = parent === undefined ? undefined : nearestName(segments[wrong] ?? "", objectFields(parent, form).keys());
  return near === undefined ? undefined : pointerOf([...segments.slice(0, wrong), near, ...segments.slice(wrong + 1)]);
}
