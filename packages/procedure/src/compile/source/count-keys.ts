/** How many keys a JSON text writes; equal to what its value has, unless one is written twice. The text must be valid JSON. */
export function keysWritten(text: string): number {
  let count = 0;
  let offset = text.indexOf('"');
  while (offset !== -1) {
    offset = endOfString(text, offset) + 1;
    while (isSpace(text.charCodeAt(offset))) offset += 1;
    if (text.charCodeAt(offset) === COLON) count += 1;
    offset = text.indexOf('"', offset);
  }
  return count;
}

/** How many keys a value has; not a number where objects and lists are deeper inside one another than `deepest`. */
export function keysOf(value: unknown, deepest: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (deepest === 0) return NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) if (typeof item === "object") count += keysOf(item, deepest - 1);
    return count;
  }
  for (const key in value) {
    const inside = (value as Readonly<Record<string, unknown>>)[key];
    count += typeof inside === "object" ? 1 + keysOf(inside, deepest - 1) : 1;
  }
  return count;
}

const COLON = 58;

function endOfString(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
