/** JSON with sorted keys and no spaces: equal values give equal text. `undefined` fields are left out. `known` has texts of objects that never change. */
export function canonicalJson(value: unknown, known?: WeakMap<object, string>): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry, known)).join(",")}]`;
  const before = known?.get(value);
  if (before !== undefined) return before;
  const object = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of Object.keys(object).sort()) {
    const field = object[key];
    if (field !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(field, known)}`;
  }
  return `{${text}}`;
}
