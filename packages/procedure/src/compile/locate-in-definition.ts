import type { DefinitionPart } from "./cel/expression-places.ts";
import { readPart } from "./read-definition.ts";
import { type Spot, spotOf, writtenPlace } from "./source/parsed-file.ts";
import type { SourceFile } from "./source/source-file.ts";

/**
 * Where a JSON Pointer into a part of a compiled definition was written, for problems found after the compiler: in that
 * part's file, or in the file of the fragment it comes from. `files` are the definition's own and what it shares;
 * `undefined` where the part is not among them.
 */
export function locateInDefinition(files: readonly SourceFile[], part: DefinitionPart, pointer: string): (Spot & { readonly pointer: string }) | undefined {
  const file = readPart(files, part);
  if (file === undefined) return undefined;
  const place = writtenPlace(file, pointer);
  return { ...spotOf(place.file, place.pointer), pointer: place.pointer };
}
