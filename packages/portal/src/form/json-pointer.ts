import { pointerOf, segmentsOf } from "@motcua/procedure";
/** A JSON object as forms hold it. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a pointer; `undefined` where there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  return segmentsOf(pointer).reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, value);
}

/** A copy with `next` at the pointer; `undefined` takes the place away. Objects on the way are made, list rows are not. */
export function withValueAt(value: unknown, pointer: string, next: unknown): unknown {
  const [key, ...rest] = segmentsOf(pointer);
  if (key === undefined) return next;
  const below = pointerOf(rest);
  if (Array.isArray(value)) {
    const index = Number(key);
    return value.flatMap((item, at) => (at !== index ? [item] : kept(withValueAt(item, below, next))));
  }
  const { [key]: before, ...others } = isObject(value) ? value : {};
  const after = withValueAt(before, below, next);
  return after === undefined ? others : { ...others, [key]: after };
}

function kept(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value];
}

/** Whether `pointer` is `place` or lies inside it. */
export function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
