import { wrapUnion } from "../print/wrap-union.ts";

/** Declarations as json-schema-to-typescript leaves them, indented, one-line comments on one line, long unions broken. */
export function formatTypes(text: string): string {
  const lines: string[] = [];
  let depth = 0;
  for (const raw of text.replace(/\/\*\*\n\s*\* (.*)\n\s*\*\//g, "/** $1 */").split("\n")) {
    const line = raw.trim();
    if (line.startsWith("}")) depth -= 1;
    if (line !== "") lines.push(...wrapUnion("  ".repeat(depth) + ended(unwrapped(line), depth)));
    if (line.endsWith("{")) depth += 1;
    if (line === "}" && depth === 0) lines.push("");
  }
  return lines.join("\n").replace(/;\n(?=\/\*\* |export )/g, ";\n\n").trimEnd();
}

/** Without the parentheses around a whole union. */
function unwrapped(line: string): string {
  return line.replace(/^((?:export type \w+ =|[\w"-]+\??:) )\(([^()]*)\)$/, "$1$2");
}

function ended(line: string, depth: number): string {
  if (line.startsWith("/**") || line.startsWith("*") || line.endsWith("{") || line.endsWith(";")) return line;
  return line === "}" && depth === 0 ? line : `${line};`;
}
