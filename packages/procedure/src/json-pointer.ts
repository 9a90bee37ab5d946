// JSON Pointer, RFC 6901.

/** A key as one segment of a pointer, with its slash. */
export function segment(key: string | number): string {
  if (typeof key === "number" || !(key.includes("~") || key.includes("/"))) return `/${key}`;
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The pointer of path segments. */
export function pointerOf(segments: readonly (string | number)[]): string {
  return segments.map(segment).join("");
}

/** The segments of a pointer; array indices stay strings. */
export function segmentsOf(pointer: string): readonly string[] {
  if (pointer === "") return [];
  return pointer.slice(1).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
