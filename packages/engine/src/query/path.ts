import { JSONPath } from "jsonpath-plus";
import type { Json, JsonObject } from "../json.ts";
import { isObject } from "../json.ts";

/** What paths may start from: `$` the input, `$$` the context object, `$name` a variable. */
export interface PathRoots {
  readonly input: Json;
  readonly context: JsonObject;
  readonly variables: JsonObject;
}

/** A path without wildcards, slices or filters: the names and indices it goes through. */
export type Segments = readonly (string | number)[];

/** Reads a path; undefined where it points at nothing. A path that may point at several values gives their list. */
export function readPath(path: string, roots: PathRoots): Json | undefined {
  const { root, rest } = splitPath(path, roots);
  if (root === undefined) return undefined;
  const segments = segmentsOf(rest);
  if (segments !== undefined) return segments.reduce<Json | undefined>(step, root);
  return JSONPath({ path: `$${rest}`, json: root as object, eval: "safe", wrap: true }) as Json;
}

/** Segments of a definite path after its root; undefined where the path may point at several values. */
export function segmentsOf(rest: string): Segments | undefined {
  const known = parsed.get(rest);
  if (known !== undefined) return known === "several" ? undefined : known;
  const segments = parseSegments(rest);
  if (parsed.size >= KEPT) parsed.clear();
  parsed.set(rest, segments ?? "several");
  return segments;
}

const KEPT = 5_000;
const parsed = new Map<string, Segments | "several">();
const SEGMENT = /\.([^.[\]*()?@:,]+)|\[(-?\d+)\]|\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]/y;

function parseSegments(rest: string): Segments | undefined {
  const segments: (string | number)[] = [];
  for (let at = 0; at < rest.length; at = SEGMENT.lastIndex) {
    SEGMENT.lastIndex = at;
    const match = SEGMENT.exec(rest);
    if (match === null) return undefined;
    const [, name, index, single, double] = match;
    segments.push(index === undefined ? (name ?? (single ?? double ?? "").replaceAll(/\\(.)/g, "$1")) : Number(index));
  }
  return segments;
}

function splitPath(path: string, { input, context, variables }: PathRoots): { readonly root: Json | undefined; readonly rest: string } {
  if (path.startsWith("$$")) return { root: context, rest: path.slice(2) };
  const name = /^\$([\p{L}_][\p{L}\p{N}_]*)/u.exec(path)?.[1];
  return name === undefined ? { root: input, rest: path.slice(1) } : { root: variables[name], rest: path.slice(1 + name.length) };
}

function step(value: Json | undefined, segment: string | number): Json | undefined {
  if (typeof segment === "number") return Array.isArray(value) ? (value as readonly Json[]).at(segment) : undefined;
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}
