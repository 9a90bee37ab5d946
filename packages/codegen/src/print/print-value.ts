const WIDTH = 120;
const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A JSON value as JavaScript, on one line where it fits. Keys keep their order; none can set a prototype. */
export function printValue(value: unknown, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const line = oneLine(value, WIDTH - indent.length);
  if (line !== undefined) return line;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const inside = value.every(isScalar) ? filled(value.map(scalar), deeper) : value.map((entry) => `${deeper}${printValue(entry, deeper)},`).join("\n");
    return `[\n${inside}\n${indent}]`;
  }
  const parts = Object.entries(value).map(([key, entry]) => `${deeper}${printKey(key)}: ${printValue(entry, deeper)},`);
  return `{\n${parts.join("\n")}\n${indent}}`;
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

/** A value on one line; `undefined` where it takes more than `room`, found out without printing the rest. */
function oneLine(value: unknown, room: number): string | undefined {
  if (typeof value !== "object" || value === null) return within(scalar(value), room);
  const isList = Array.isArray(value);
  let text = isList ? "[" : "{ ";
  for (const [key, entry] of Object.entries(value)) {
    const name = isList ? "" : `${printKey(key)}: `;
    const separator = text.length > 2 || (isList && text.length > 1) ? ", " : "";
    const inside = oneLine(entry, room - text.length - separator.length - name.length);
    if (inside === undefined) return undefined;
    text += separator + name + inside;
  }
  if (!isList && text === "{ ") return within("{}", room);
  return within(text + (isList ? "]" : " }"), room);
}

function within(text: string, room: number): string | undefined {
  return text.length <= room ? text : undefined;
}
