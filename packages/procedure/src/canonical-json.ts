import { jsonText } from "./json-text.ts";

/** JSON with sorted keys and no spaces: equal values give equal text. `undefined` fields are left out. `known` has texts of objects that never change. */
export function canonicalJson(value: unknown, known?: WeakMap<object, string>): string {
  if (typeof value === "string") return jsonText(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return listText(value, known);
  return known?.get(value) ?? objectText(value as Readonly<Record<string, unknown>>, known);
}

function listText(items: readonly unknown[], known: WeakMap<object, string> | undefined): string {
  let text = "[";
  for (let index = 0; index < items.length; index += 1) text += (index === 0 ? "" : ",") + canonicalJson(items[index], known);
  return `${text}]`;
}

function objectText(object: Readonly<Record<string, unknown>>, known: WeakMap<object, string> | undefined): string {
  let text = "{";
  for (const key of Object.keys(object).sort()) {
    const field = object[key];
    if (field !== undefined) text += (text.length === 1 ? "" : ",") + keyText(key) + canonicalJson(field, known);
  }
  return `${text}}`;
}

/** Keys whose text is kept: definitions and dossiers have some hundred, a form may bring any. */
const MOST_KEPT = 2_000;
const keyTexts = new Map<string, string>();

function keyText(key: string): string {
  const before = keyTexts.get(key);
  if (before !== undefined) return before;
  const text = `${JSON.stringify(key)}:`;
  if (keyTexts.size < MOST_KEPT) keyTexts.set(key, text);
  return text;
}
