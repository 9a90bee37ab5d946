import type { Field } from "../form/field.ts";
import { isObject, type JsonObject } from "../form/json-pointer.ts";
import { textOf } from "../form/text-of.ts";
import { CommunesButton, Options } from "./commune.tsx";
import type { Control, DrawnField, ReadField, Wording } from "./control.ts";
import { described, framePartsOf, Grouped, Labelled } from "./field-frame.tsx";
import { readGroup } from "./group.tsx";

const HOME = "VN";

function Input(of: DrawnField) {
  const { controlFor } = of.drawing;
  const value = startingFrom(of);
  const part = (key: string): DrawnField | undefined => {
    const field = of.field.fields.find((below) => below.key === key);
    return field === undefined ? undefined : { field, at: `${of.at}/${key}`, value: value[key], drawing: of.drawing };
  };
  const [country, province, commune, street] = [part("quoc_gia"), part("tinh"), part("xa"), part("chi_tiet")];
  return (
    <Grouped of={of} large>
      {country === undefined ? null : controlFor(country.field).Input(country)}
      {province === undefined ? null : controlFor(province.field).Input(province)}
      {commune === undefined ? null : <Commune of={commune} province={value["tinh"]} />}
      {street === undefined ? null : controlFor(street.field).Input(street)}
    </Grouped>
  );
}

function Commune({ of, province }: { readonly of: DrawnField; readonly province: unknown }) {
  const parts = framePartsOf(of);
  return (
    <Labelled of={of}>
      <CommunesButton at={of.at} />
      <select id={parts.id} name={parts.name} {...described(parts)}>
        <Options choices={of.drawing.lists.communes(textOf(province))} chosen={textOf(of.value)} />
      </select>
    </Labelled>
  );
}

/** An address that must be given starts in the shop's own province; one that need not be starts empty. */
function startingFrom({ field, value, drawing }: DrawnField): JsonObject {
  if (isObject(value) && Object.keys(value).length > 0) return value;
  const country = field.fields.some(({ key }) => key === "quoc_gia") && !field.optional ? { quoc_gia: HOME } : {};
  return field.optional ? {} : { ...country, tinh: drawing.province };
}

/** Nothing but a country, or the province an address starts with, is no address yet. */
function readAddress(of: ReadField): JsonObject | undefined {
  const value = readGroup(of);
  const asked = of.body.text("_do") === `communes:${of.at}/xa`;
  if (value === undefined || asked) return value;
  return Object.keys(value).every((key) => key === "quoc_gia") && of.field.optional ? undefined : value;
}

function words(field: Field, value: unknown, wording: Wording): string | undefined {
  if (!isObject(value)) return undefined;
  const order = ["chi_tiet", "xa", "tinh", "quoc_gia"].filter((key) => !(key === "quoc_gia" && value[key] === HOME));
  const told = order.flatMap((key) => {
    const below = field.fields.find((each) => each.key === key);
    return below === undefined ? [] : (wording.controlFor(below).words(below, value[key], wording) ?? []);
  });
  return told.length === 0 ? undefined : told.join(", ");
}

/** An address of two tiers: province, then its communes; abroad, a country and a text. */
export const address: Control = { Input, read: readAddress, words };
