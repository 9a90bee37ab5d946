import { jsonText } from "@motcua/procedure";

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
  if (typeof value === "string") return jsonText(value);
  if (typeof value !== "object" || value === null) return scalar(value);
  if (value instanceof Name) return value.text;
  return Array.isArray(value) ? list(value, indent) : object(value as Readonly<Record<string, unknown>>, indent);
}

function list(value: readonly unknown[], indent: string): LaidOut {
  const deeper = deeperThan(indent);
  const entries: string[] = [];
  // What is left of a line beside two brackets; none where an entry is no line.
  let room = WIDTH - indent.length;
  for (const entry of value) {
    const part = laidOut(entry, deeper);
    const text = typeof part === "string" ? part : part.lines;
    room -= typeof part === "string" ? text.length + 2 : WIDTH;
    entries.push(text);
  }
  if (room >= 0) return `[${line(entries)}]`;
  if (value.every(isScalar)) return { lines: `[\n${filled(entries, deeper)}\n${indent}]` };
  return { lines: `[${broken(entries, deeper)}${indent}]` };
}

function object(value: Readonly<Record<string, unknown>>, indent: string): LaidOut {
  const deeper = deeperThan(indent);
  const entries: string[] = [];
  // Brackets of objects have spaces inside.
  let room = WIDTH - deeper.length;
  for (const key of Object.keys(value)) {
    const part = laidOut(value[key], deeper);
    const text = `${printKey(key)}: ${typeof part === "string" ? part : part.lines}`;
    room -= typeof part === "string" ? text.length + 2 : WIDTH;
    entries.push(text);
  }
  if (entries.length === 0) return "{}";
  return room >= 0 ? `{ ${line(entries)} }` : { lines: `{${broken(entries, deeper)}${indent}}` };
}

/** Indents are few: each is made once. */
function deeperThan(indent: string): string {
  let deeper = INDENTS[indent.length];
  if (deeper === undefined) INDENTS[indent.length] = deeper = `${indent}  `;
  return deeper;
}

const INDENTS: string[] = [];

/** Entries on one line. What is printed is put together here, and made one text once, where all of it is. */
function line(entries: readonly string[]): string {
  let text = entries[0] ?? "";
  for (let index = 1; index < entries.length; index += 1) text += `, ${entries[index] ?? ""}`;
  return text;
}

/** A line, or lines, for every entry. */
function broken(entries: readonly string[], indent: string): string {
  let text = "\n";
  for (const entry of entries) text += `${indent}${entry},\n`;
  return text;
}

/** A key of an object literal. `__proto__` is computed: written plainly it would set the prototype. */
export function printKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return IDENTIFIER.test(key) ? key : jsonText(key);
}

/** Reading a property. */
export function printMember(object: string, key: string): string {
  return IDENTIFIER.test(key) ? `${object}.${key}` : `${object}[${jsonText(key)}]`;
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
