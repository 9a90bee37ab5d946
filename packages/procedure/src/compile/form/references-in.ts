/** A reference as it is written, and the path to it. */
export interface Reference {
  readonly reference: string;
  readonly path: readonly (string | number)[];
}

/** Every `$ref` inside a value, in its order. */
export function referencesIn(node: unknown, path: Reference["path"]): readonly Reference[] {
  const found: Reference[] = [];
  const walk = (value: unknown, at: Reference["path"]): void => {
    if (Array.isArray(value)) return value.forEach((item, index) => walk(item, [...at, index]));
    if (typeof value !== "object" || value === null) return;
    for (const [key, inside] of Object.entries(value)) {
      if (key === "$ref" && typeof inside === "string") found.push({ reference: inside, path: [...at, key] });
      else if (typeof inside === "object") walk(inside, [...at, key]);
    }
  };
  walk(node, path);
  return found;
}
