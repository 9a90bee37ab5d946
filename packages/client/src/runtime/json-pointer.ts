/** A key as one segment of a JSON Pointer (RFC 6901), with its slash. */
export function segment(key: string | number): string {
  return typeof key === "number" ? `/${key}` : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
