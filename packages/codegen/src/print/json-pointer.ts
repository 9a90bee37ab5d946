/** A key as one segment of a JSON Pointer (RFC 6901), with its slash. */
export function segment(key: string | number): string {
  if (typeof key === "number" || !(key.includes("~") || key.includes("/"))) return `/${key}`;
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
