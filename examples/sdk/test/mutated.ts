import fc from "fast-check";

type Path = readonly (string | number)[];

/** What stands in a place of a form after a mutation: plausible values, boundaries, and what nobody would send in good faith. */
const replacement: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom("", " ", "a", "VN", "US", "29905", "75", "nam", "nu", "khac", "KHAC", "CMND", "2026-02-29", "2024-02-29", "2026-09", "1999", "0912345678", "091234567890", "075199999901"),
  fc.constantFrom("𝒜𝒜", "\ud800", "\udc00x", "e\u0302\u0303", "A".repeat(300), "😀".repeat(60), "😀".repeat(251), "\u0000", "__proto__"),
  fc.constantFrom(-1, 0, 1, 1.5, 50, 51, 1e21, Number.MAX_SAFE_INTEGER, 1e308),
  fc.constantFrom(true, false, null),
  fc.constantFrom<unknown>([], {}, [[]], [null], { quoc_gia: "VN" }, { length: 3 }),
  fc.constant(undefined).map(() => JSON.parse('{"__proto__": {"ho_ten": "x"}, "constructor": 1}') as unknown),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A form with one to four places changed: a value replaced, a field removed, a key or an entry added, another place copied here. */
export function mutated(form: unknown): fc.Arbitrary<unknown> {
  return fc.array(fc.tuple(fc.nat(), fc.constantFrom("replace", "remove", "add", "copy", "repeat"), replacement, fc.nat()), { minLength: 1, maxLength: 4 }).map((changes) => {
    const root = { form: structuredClone(form) };
    for (const [where, what, value, other] of changes) {
      const places = placesOf(root.form, ["form"]);
      const [at, from] = [places[where % places.length], places[other % places.length]];
      if (at !== undefined) change(root, at, { what, value: structuredClone(what === "copy" ? read(root, from ?? at) : value) });
    }
    return root.form;
  });
}

function change(root: object, path: Path, { what, value }: { readonly what: string; readonly value: unknown }): void {
  const [parent, key] = [read(root, path.slice(0, -1)), path.at(-1) ?? ""];
  const here = read(root, path);
  if (what === "remove" && path.length > 1) remove(parent, key);
  else if (what === "add" && typeof here === "object" && here !== null) define(here, Array.isArray(here) ? here.length : "truong_la", value);
  else if (what === "repeat" && Array.isArray(here)) here.push(...structuredClone(here) as unknown[]);
  else if (what === "replace" || what === "copy") define(parent, key, value);
}

function remove(parent: unknown, key: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent as object, key);
}

/** As JSON.parse does: a key `__proto__` becomes the object's own. */
function define(parent: unknown, key: string | number, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

function read(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined), root);
}

function placesOf(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inside]) => placesOf(inside, [...path, key]))];
}
