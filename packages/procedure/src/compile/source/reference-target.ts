import type { Problem } from "../../problem.ts";
import { definitionProblem } from "../problems/definition-problem.ts";
import { type FileSet, pathFrom } from "./file-set.ts";
import { nearestName } from "./nearest-name.ts";
import type { ParsedFile, Place } from "./parsed-file.ts";

/** What a `$ref` means, whether it is there or not. */
export interface ReferenceTarget {
  /** The path as it is written; `""` is the file itself. */
  readonly path: string;
  /** The file of that path; absent where there is none. */
  readonly file: ParsedFile | undefined;
  /** What stands behind `#`. */
  readonly fragment: string;
}

/** What a `$ref` in a file means. Only files that were read count: nothing outside of them, nothing from the network. */
export function referenceTarget(from: ParsedFile, reference: string, files: FileSet): ReferenceTarget {
  const [path = "", fragment = ""] = reference.split("#");
  return { path, fragment, file: path === "" ? from : files.get(pathFrom(from, path)) };
}

/** The problem of a `$ref` to a file that is not there, with the nearest name of those that are. */
export function unknownFile({ file, pointer }: Place, path: string, files: FileSet): Problem {
  const near = nearestName(nameOf(path), [...files.keys()].map(nameOf));
  return definitionProblem({ code: "ref-unknown-file", file, pointer, given: { name: path }, near });
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}
