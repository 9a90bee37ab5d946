const WIDTH = 120;
const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A JSON value as JavaScript, on one line where it fits. Keys keep their order; none can set a prototype. Parts that stand elsewhere are printed by their `names`. */
export function printValue(value: unknown, indent = "", names: PartNames = NONE): string {
  const printed = laidOut(value, indent, names);
  return typeof printed === "string" ? printed : printed.lines;
}

/** Names that objects have in the module. */
type PartNames = ReadonlyMap<object, string>;

const NONE: PartNames = new Map();

/** A value as it is printed at an indent: a line that fits there, or several. Every part is looked at once. */
type LaidOut = string | { readonly lines: string };

function laidOut(value: unknown, indent: string, names: PartNames): LaidOut {
  if (typeof value !== "object" || value === null) return scalar(value);
  return names.get(value) ?? (Array.isArray(value) ? list(value, indent, names) : object(value, indent, names));
}

function list(value: readonly unknown[], indent: string, names: PartNames): LaidOut {
  const deeper = `${indent}  `;
  const parts = value.map((entry) => laidOut(entry, deeper, names));
  const line = fitting(parts, indent);
  if (line !== undefined) return `[${line}]`;
  if (value.every(isScalar)) return { lines: `[\n${filled(parts as readonly string[], deeper)}\n${indent}]` };
  let lines = "[\n";
  for (const part of parts) lines += `${deeper}${typeof part === "string" ? part : part.lines},\n`;
  return { lines: `${lines}${indent}]` };
}

function object(value: object, indent: string, names: PartNames): LaidOut {
  const deeper = `${indent}  `;
  const keys = Object.keys(value);
  if (keys.length === 0) return "{}";
  const parts = keys.map((key) => laidOut((value as Readonly<Record<string, unknown>>)[key], deeper, names));
  // Brackets of objects have spaces inside.
  const line = fitting(parts, `${indent}  `, keys);
  if (line !== undefined) return `{ ${line} }`;
  let lines = "{\n";
  for (let index = 0; index < keys.length; index += 1) {
    const part = parts[index] ?? "";
    lines += `${deeper}${printKey(keys[index] ?? "")}: ${typeof part === "string" ? part : part.lines},\n`;
  }
  return { lines: `${lines}${indent}}` };
}

/** Parts on one line, under their keys where they have any, if they and two brackets fit. */
function fitting(parts: readonly LaidOut[], indent: string, keys?: readonly string[]): string | undefined {
  let room = WIDTH - indent.length - 2;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    if (typeof part !== "string") return undefined;
    room -= part.length + (index === 0 ? 0 : 2) + (keys === undefined ? 0 : printKey(keys[index] ?? "").length + 2);
    if (room < 0) return undefined;
  }
  return parts.map((part, index) => (keys === undefined ? (part as string) : `${printKey(keys[index] ?? "")}: ${part as string}`)).join(", ");
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

function scalar(value: unknown): string {
  return JSON.stringify(value) ?? "undefined";
}
