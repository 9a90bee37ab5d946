import { posix } from "node:path";
import type { ParsedFile } from "./parsed-file.ts";

/** Parsed files by their normal path. */
export type FileSet = ReadonlyMap<string, ParsedFile>;

/** A path with `/` and without `.` and `..`, so that two ways to write it meet. */
export function normalPath(path: string): string {
  return posix.normalize(path.replaceAll("\\", "/"));
}

/** The path a reference in a file names. */
export function pathFrom(file: ParsedFile, reference: string): string {
  return posix.join(posix.dirname(normalPath(file.path)), reference);
}
