import type { Told } from "./logic.ts";

export function startsWith(text: unknown, start: unknown): Told {
  return typeof text === "string" && typeof start === "string" ? text.startsWith(start) : undefined;
}

export function endsWith(text: unknown, end: unknown): Told {
  return typeof text === "string" && typeof end === "string" ? text.endsWith(end) : undefined;
}

export function contains(text: unknown, part: unknown): Told {
  return typeof text === "string" && typeof part === "string" ? text.includes(part) : undefined;
}
