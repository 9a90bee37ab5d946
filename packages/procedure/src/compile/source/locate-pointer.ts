import { parseJson } from "./parse-json.ts";
import { type Spot, type SpotOf, spotOf } from "./parsed-file.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * Where a JSON Pointer stands in a source file, for problems found after the compiler; its nearest ancestor where nothing
 * stands there, the beginning of a text that is no JSON.
 */
export function locatePointer(source: SourceFile, pointer: string, spot: SpotOf = "value"): Spot {
  const { file } = parseJson(source);
  return file === undefined ? { file: source.path, line: 1, column: 1 } : spotOf(file, pointer, spot);
}
