import type { FormSchema } from "../../form.ts";

/** Keywords whose value is a schema. */
const ONE = ["items", "if", "then", "else", "not"] as const;
/** Keywords whose value is a list of schemas. */
const MANY = ["allOf", "anyOf", "oneOf"] as const;
/** Keywords whose value is a record of schemas. */
const NAMED = ["properties", "$defs"] as const;

/** A schema inside a form. `path` leads to it. */
export interface SchemaPlace {
  readonly schema: FormSchema;
  readonly path: readonly (string | number)[];
}

/** A schema directly inside another, with the keyword it stands under. */
export type InnerSchema = SchemaPlace & { readonly keyword: string };

/** The schemas directly inside one. */
export function subschemas({ schema, path }: SchemaPlace): readonly InnerSchema[] {
  const found: InnerSchema[] = [];
  for (const keyword of ONE) {
    const inner = schema[keyword];
    if (isSchema(inner)) found.push({ keyword, schema: inner, path: [...path, keyword] });
  }
  for (const keyword of MANY) {
    schema[keyword]?.forEach((inner, index) => isSchema(inner) && found.push({ keyword, schema: inner, path: [...path, keyword, index] }));
  }
  for (const keyword of NAMED) {
    const named = schema[keyword];
    if (named === undefined) continue;
    for (const [name, inner] of Object.entries(named)) if (isSchema(inner)) found.push({ keyword, schema: inner, path: [...path, keyword, name] });
  }
  return found;
}

function isSchema(value: FormSchema | undefined): value is FormSchema {
  return typeof value === "object";
}

/** What a check finds at one place of a form. `given` is what it looks it up in. */
type Find<Given extends object, Found> = (place: SchemaPlace, form: FormSchema, given: Given) => readonly Found[];

/**
 * A check of every schema of a form, the form itself first, its definitions last. A definition that forms have in common is
 * the same object in each, and is looked at once for what is `given`.
 */
export function inEverySchema<Given extends object, Found>(find: Find<Given, Found>): (form: FormSchema, given: Given) => readonly Found[] {
  const checked = new WeakMap<Given, WeakMap<FormSchema, readonly Found[]>>();
  return (form, given) => {
    const before = checked.get(given);
    const known = before ?? new WeakMap<FormSchema, readonly Found[]>();
    if (before === undefined) checked.set(given, known);
    const definitions = Object.entries(form.$defs ?? {}).flatMap(([name, definition]) => {
      const foundBefore = known.get(definition);
      if (foundBefore !== undefined) return foundBefore;
      const found = placesIn({ schema: definition, path: ["$defs", name] }).flatMap((place) => find(place, form, given));
      known.set(definition, found);
      return found;
    });
    return [...ownPlaces(form).flatMap((place) => find(place, form, given)), ...definitions];
  };
}

/** The schemas of a form that are in none of its definitions. */
function ownPlaces(form: FormSchema): readonly SchemaPlace[] {
  const before = own.get(form);
  if (before !== undefined) return before;
  const root: SchemaPlace = { schema: form, path: [] };
  const found = [root, ...subschemas(root).flatMap((place) => (place.keyword === "$defs" ? [] : placesIn(place)))];
  own.set(form, found);
  return found;
}

const own = new WeakMap<FormSchema, readonly SchemaPlace[]>();

function placesIn(place: SchemaPlace): readonly SchemaPlace[] {
  const found: SchemaPlace[] = [];
  const walk = (inside: SchemaPlace): void => {
    found.push(inside);
    subschemas(inside).forEach(walk);
  };
  walk(place);
  return found;
}
