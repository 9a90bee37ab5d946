const WIDTH = 120;
const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A JSON value as JavaScript, on one line where it fits. Keys keep their order; none can set a prototype. */
export function printValue(value: unknown, indent = ""): string {
  const line = oneLine(value);
  if (indent.length + line.length <= WIDTH || typeof value !== "object" || value === null) return line;
  const deeper = `${indent}  `;
  if (Array.isArray(value) && value.every(isScalar)) return `[\n${filled(value.map(oneLine), deeper)}\n${indent}]`;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((entry) => printValue(entry, deeper))
    : Object.entries(value).map(([key, entry]) => `${printKey(key)}: ${printValue(entry, deeper)}`);
  return `${open}\n${parts.map((part) => `${deeper}${part},`).join("\n")}\n${indent}${close}`;
}

/** A key of an object literal. `__proto__` is computed: written plainly it would set the prototype. */
export function printKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return IDENTIFIER.test(key) ? key : JSON.stringify(key);
}

/** Reading a property. */
export function printMember(object: string, key: string): string {
  return IDENTIFIER.test(key) ? `${object}.${key}` : `${object}[${JSON.stringify(key)}]`;
}

/** Many short entries, as many a line as fit. */
function filled(entries: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + entry.length + 2 <= WIDTH) lines[lines.length - 1] = `${last} ${entry},`;
    else lines.push(`${indent}${entry},`);
  }
  return lines.join("\n");
}

function isScalar(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const parts = Object.entries(value).map(([key, entry]) => `${printKey(key)}: ${oneLine(entry)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}
