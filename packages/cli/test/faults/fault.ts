// Definitions are changed as plain JSON, before anything has read them.
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = Record<string, any>;

/** A place in a JSON value. */
export type Path = readonly (string | number)[];

/** Files of a procedure, by part; samples by the name of their file. */
export interface Files {
  readonly procedure: Json;
  readonly form: Json;
  readonly workflow: Json;
  readonly samples: Readonly<Record<string, Json>>;
}

/** Which file a fault is planted in. */
export type Part = "procedure" | "form" | "workflow" | "sample";

/** One kind of mistake, and how to make it in any procedure. */
export interface FaultKind {
  readonly name: string;
  readonly part: Part;
  readonly code: string;
  /**
   * Makes the mistake in a copy of the file and gives where it must be told; `undefined` where this file has no place for
   * it. `files` are the whole procedure as it is.
   */
  readonly plant: (file: Json, files: Files) => Path | undefined;
}

/**
 * The line on which the value at a path stands in `JSON.stringify(value, undefined, 2)`, counted without reading the text:
 * what the checker's positions are held to.
 */
export function lineOf(value: unknown, path: Path): number {
  let line = 1;
  let at: unknown = value;
  for (const segment of path) {
    if (typeof at !== "object" || at === null) return line;
    const keys = Object.keys(at);
    const index = keys.indexOf(String(segment));
    if (index === -1) return line;
    line += 1 + keys.slice(0, index).reduce((sum, key) => sum + linesOf((at as Json)[key]), 0);
    at = (at as Json)[segment];
  }
  return line;
}

/** How many lines a value takes. */
function linesOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  const inside = Object.values(value);
  return inside.length === 0 ? 1 : 2 + inside.reduce((sum: number, item) => sum + linesOf(item), 0);
}

/** The first entry of an object that a test holds for. */
export function entryWith(object: Json | undefined, test: (value: Json, key: string) => boolean): readonly [string, Json] | undefined {
  return Object.entries(object ?? {}).find(([key, value]) => test(value as Json, key)) as readonly [string, Json] | undefined;
}

/** Puts an entry before the others, so that its position does not depend on them. */
export function putFirst(object: Json, key: string, value: unknown): void {
  const rest = { ...object };
  for (const name of Object.keys(object)) delete object[name];
  object[key] = value;
  Object.assign(object, rest);
}

/** A condition that contradicts itself in every procedure. */
export const NEVER = "today == '2026-09-01' && today != '2026-09-01'";
