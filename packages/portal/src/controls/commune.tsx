import { inputId, inputName } from "../form/form-body.ts";
import type { Choice } from "../form/field.ts";
import type { Control, Drawing, DrawnField } from "./control.ts";
import { described, framePartsOf, Grouped, Labelled } from "./field-frame.tsx";

/** A list of values with nothing chosen beforehand. */
export function Options({ choices, chosen }: { readonly choices: readonly Choice[]; readonly chosen: string }) {
  return (
    <>
      <option value="">Chọn</option>
      {choices.map(({ value, label }) => (
        <option value={value} selected={value === chosen}>
          {label.vi}
        </option>
      ))}
    </>
  );
}

/** The button that brings the communes of the chosen province: a plain submit, so it works without script. */
export function CommunesButton({ at }: { readonly at: string }) {
  return (
    <button class="button small" type="submit" name="_do" value={`communes:${at}`} data-communes={inputName(at)} formnovalidate>
      Hiện xã của tỉnh đã chọn
    </button>
  );
}

/** Where the province stands that a commune is looked up in: beside it, in an input of its own. */
function provinceName(at: string): string {
  return `${inputName(at)}.o_tinh`;
}

function OfProvince({ of, codes }: { readonly of: DrawnField; readonly codes: readonly string[] }) {
  const parts = framePartsOf(of);
  const choices = codes.map((code) => ({ value: code, label: { vi: of.drawing.lists.communeName(code) } })).sort((a, b) => a.label.vi.localeCompare(b.label.vi, "vi"));
  return (
    <Labelled of={of}>
      <select id={parts.id} name={parts.name} {...described(parts)}>
        <Options choices={choices} chosen={typeof of.value === "string" ? of.value : ""} />
      </select>
    </Labelled>
  );
}

function Input(of: DrawnField) {
  const { at, value, drawing } = of;
  const few = drawing.communesAt?.[at];
  if (few !== undefined) return <OfProvince of={of} codes={few} />;
  const parts = framePartsOf(of);
  const { province, commune } = standing(value, drawing);
  return (
    <Grouped of={of}>
      <label for={`${parts.id}-tinh`}>Tỉnh, thành phố</label>
      <select id={`${parts.id}-tinh`} name={provinceName(at)}>
        <Options choices={drawing.lists.provinces()} chosen={province} />
      </select>
      <CommunesButton at={at} />
      <label for={inputId(at)}>Xã, phường, đặc khu</label>
      <select id={inputId(at)} name={parts.name} {...described(parts)}>
        <Options choices={drawing.lists.communes(province)} chosen={commune} />
      </select>
    </Grouped>
  );
}

/** A province alone is kept as `?82` until its commune is chosen. */
function standing(value: unknown, { lists, province }: Drawing): { readonly province: string; readonly commune: string } {
  if (typeof value !== "string" || value === "") return { province, commune: "" };
  if (value.startsWith("?")) return { province: value.slice(1), commune: "" };
  return { province: lists.provinceOf(value) ?? province, commune: value };
}

/** A commune (xã, phường, đặc khu): of the shop's own province where only those can be meant, else province first. */
export const commune: Control = {
  Input,
  read: ({ at, body }) => {
    const chosen = body.text(inputName(at));
    const province = body.text(provinceName(at));
    if (body.text("_do") === `communes:${at}`) return `?${province}`;
    return chosen === "" ? undefined : chosen;
  },
  words: (_, value, { lists }) => (typeof value === "string" && !value.startsWith("?") ? lists.communeName(value) : undefined),
};
