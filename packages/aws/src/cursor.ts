type Key = Record<string, unknown>;

/** Where a page ended, as an opaque text; nothing after the last one. */
export function cursorOf(last: Key | undefined): { readonly cursor?: string } {
  return last === undefined ? {} : { cursor: Buffer.from(JSON.stringify(last)).toString("base64url") };
}

/** Where to begin a page. A cursor that is none begins at the beginning. */
export function startAt(cursor: string | undefined): { readonly ExclusiveStartKey?: Key } {
  if (cursor === undefined) return {};
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return typeof key === "object" && key !== null && !Array.isArray(key) ? { ExclusiveStartKey: key as Key } : {};
  } catch {
    return {};
  }
}
