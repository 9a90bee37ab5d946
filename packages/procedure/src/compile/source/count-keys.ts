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

/** How many keys a value has, at any depth. */
export function keysOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + keysOf(item), 0);
  let count = 0;
  for (const key of Object.keys(value)) count += 1 + keysOf((value as Readonly<Record<string, unknown>>)[key]);
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
