const WIDTH = 120;
const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A name of the module that stands where a value would: what is printed elsewhere, or imported. */
export class Name {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A JSON value as JavaScript, on one line where it fits. Keys keep their order; none can set a prototype. */
export function printValue(value: unknown, indent = ""): string {
  const printed = laidOut(value, indent);
  return typeof printed === "string" ? printed : printed.lines;
}

/** A value as it is printed at an indent: a line that fits there, or several. Every part is looked at once. */
type LaidOut = string | { readonly lines: string };

function laidOut(value: unknown, indent: string): LaidOut {
  if (typeof value !== "object" || value === null) return scalar(value);
  if (value instanceof Name) return value.text;
  return Array.isArray(value) ? list(value, indent) : object(value, indent);
}

function list(value: readonly unknown[], indent: string): LaidOut {
  const deeper = `${indent}  `;
  const entries: string[] = [];
  let isLine = true;
  for (const entry of value) {
    const part = laidOut(entry, deeper);
    if (typeof part !== "string") isLine = false;
    entries.push(typeof part === "string" ? part : part.lines);
  }
  if (isLine && fits(entries, indent)) return `[${entries.join(", ")}]`;
  if (value.every(isScalar)) return { lines: `[\n${filled(entries, deeper)}\n${indent}]` };
  return { lines: `[${broken(entries, deeper)}${indent}]` };
}

function object(value: object, indent: string): LaidOut {
  const deeper = `${indent}  `;
  const entries: string[] = [];
  let isLine = true;
  for (const key of Object.keys(value)) {
    const part = laidOut((value as Readonly<Record<string, unknown>>)[key], deeper);
    if (typeof part !== "string") isLine = false;
    entries.push(`${printKey(key)}: ${typeof part === "string" ? part : part.lines}`);
  }
  if (entries.length === 0) return "{}";
  // Brackets of objects have spaces inside.
  return isLine && fits(entries, deeper) ? `{ ${entries.join(", ")} }` : { lines: `{${broken(entries, deeper)}${indent}}` };
}

/** Whether entries fit on one line with two brackets. */
function fits(entries: readonly string[], indent: string): boolean {
  let room = WIDTH - indent.length - 2 * entries.length;
  for (const entry of entries) {
    room -= entry.length;
    if (room < 0) return false;
  }
  return true;
}

/** A line, or lines, for every entry. */
function broken(entries: readonly string[], indent: string): string {
  return `\n${indent}${entries.join(`,\n${indent}`)},\n`;
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
