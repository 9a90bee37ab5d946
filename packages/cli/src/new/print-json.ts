const WIDTH = 118;

/** JSON as people edit it: what fits on one line stays on one, everything else is broken up by two spaces. Ends with a line break. */
export function printJson(value: unknown): string {
  return `${print(value, "", true)}\n`;
}

function print(value: unknown, indent: string, broken = false): string {
  const flat = printFlat(value);
  const simple = typeof value !== "object" || value === null;
  if (simple || (!broken && flat.length + indent.length <= WIDTH && depthOf(value) <= 2)) return flat;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => inner + print(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${print(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

function printFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printFlat(item)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
