import type { Field, PlacedField } from "../form/field.ts";
import { inputId } from "../form/form-body.ts";
import { isWithin } from "../form/json-pointer.ts";

/** Id of the input a message about a place leads to; `undefined` where the place is in none of the fields. */
export function inputOf(fields: readonly PlacedField[], at: string): string | undefined {
  const found = fields.find((field) => isWithin(at, field.at));
  return found === undefined ? undefined : idWithin(found, at);
}

function idWithin(place: PlacedField, at: string): string {
  const below = placesBelow(place, at);
  const inner = below.find((each) => isWithin(at, each.at)) ?? (isFrame(place.field) ? below[0] : undefined);
  return inner === undefined ? inputId(place.at) : idWithin(inner, at);
}

/** A frame of fields has no input of its own; the message about all of it leads to the first. */
function isFrame({ control }: Field): boolean {
  return control === "group" || control === "address";
}

function placesBelow({ field, at }: PlacedField, wanted: string): readonly PlacedField[] {
  if (field.item !== undefined) {
    const row = /^\/(\d+)/.exec(wanted.slice(at.length))?.[1];
    return row === undefined ? [] : [{ field: field.item, at: `${at}/${row}` }];
  }
  return field.fields.map((below) => ({ field: below, at: `${at}/${below.key}` }));
}
