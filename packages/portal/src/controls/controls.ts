import type { ControlKind, Field } from "../form/field.ts";
import { address } from "./address.tsx";
import { checkbox } from "./checkbox.tsx";
import { radio, select, yesNo } from "./choice.tsx";
import { commune } from "./commune.tsx";
import type { Control } from "./control.ts";
import { date, partialDate } from "./date.tsx";
import { group } from "./group.tsx";
import { list } from "./list.tsx";
import { money, number } from "./number.tsx";
import { text } from "./text.tsx";
import { textarea } from "./textarea.tsx";

/** The control of each kind. */
const CONTROLS: Readonly<Record<ControlKind, Control>> = {
  text, textarea, number, money, date, "partial-date": partialDate, radio, select, "yes-no": yesNo, checkbox, commune, address, group, list,
};

/** The control of a field. */
export function controlFor(field: Field): Control {
  return CONTROLS[field.control];
}
