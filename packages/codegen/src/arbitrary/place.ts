import { type FormSchema, segmentsOf } from "@motcua/procedure";
import { resolved } from "./draw-value.ts";

/** A place of a form, and every schema that speaks of it, the one of `properties` first. */
export interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
  readonly schemas: readonly FormSchema[];
}

interface Wanted {
  readonly pointer: string;
  readonly definitions: Readonly<Record<string, FormSchema>>;
}

/** Finds a place by JSON Pointer; `undefined` for the form as a whole and for what stands inside nothing. */
export function placeOf(value: unknown, form: FormSchema, { pointer, definitions }: Wanted): Place | undefined {
  const keys = [...segmentsOf(pointer)];
  const last = keys.pop();
  let [parent, schemas] = [value, speaking(form, definitions)];
  for (const key of keys) {
    if (typeof parent !== "object" || parent === null) return undefined;
    schemas = schemas.flatMap((schema) => below(schema, key)).flatMap((schema) => speaking(schema, definitions));
    parent = (parent as Readonly<Record<string, unknown>>)[key];
  }
  if (last === undefined || typeof parent !== "object" || parent === null) return undefined;
  return { parent: parent as Record<string, unknown>, key: last, schemas: schemas.flatMap((schema) => below(schema, last)) };
}

/** A schema and those it joins under conditions, the plain ones first. */
function speaking(given: FormSchema, definitions: Wanted["definitions"]): readonly FormSchema[] {
  const schema = resolved(given, definitions);
  const joined = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.then === undefined ? [] : [schema.then]), ...(schema.else === undefined ? [] : [schema.else])];
  return [schema, ...joined.flatMap((inside) => speaking(inside, definitions))];
}

function below(schema: FormSchema, key: string): readonly FormSchema[] {
  const inside = schema.properties?.[key] ?? (/^\d+$/.test(key) ? schema.items : undefined);
  return inside === undefined ? [] : [inside];
}
