/** A key as one segment of a JSON Pointer (RFC 6901), with its slash. */
export function segment(key: string | number): string {
  return `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
