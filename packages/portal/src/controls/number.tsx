import { inputName } from "../form/form-body.ts";
import { dong } from "../words/dong.ts";
import type { Control, DrawnField } from "./control.ts";
import { described, framePartsOf, Labelled } from "./field-frame.tsx";

/** Vietnamese writes 1.234,5; a point that cannot part thousands is taken for a decimal comma. */
const GROUPED = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/;
const PLAIN = /^-?\d+([.,]\d+)?$/;

/** Reads a number as people type it; what is none stays as typed. */
export function readNumber(typed: string): number | string | undefined {
  if (typed === "") return undefined;
  const bare = typed.replace(/[\s\u00a0]/g, "");
  if (GROUPED.test(bare)) return Number(bare.replaceAll(".", "").replace(",", "."));
  return PLAIN.test(bare) ? Number(bare.replace(",", ".")) : typed;
}

/** A whole amount of money: points and spaces part thousands, the currency may follow. */
export function readMoney(typed: string): number | string | undefined {
  const bare = typed.replace(/(đồng|đ|₫|vnđ|vnd)$/i, "").replace(/[\s\u00a0.,]/g, "");
  if (typed === "") return undefined;
  return /^\d+$/.test(bare) ? Number(bare) : typed;
}

/** A number as Vietnamese writes it, without thousands parted: it can be read back. */
function shown(value: unknown): string {
  return typeof value === "number" ? String(value).replace(".", ",") : typeof value === "string" ? value : "";
}

function Input(of: DrawnField) {
  const parts = framePartsOf(of);
  const mode = of.field.schema.type === "integer" && (of.field.schema.minimum ?? 0) >= 0 ? "numeric" : "decimal";
  return (
    <Labelled of={of}>
      <input class="w-s" id={parts.id} name={parts.name} type="text" inputmode={mode} autocomplete="off" value={shown(of.value)} {...described(parts)} />
    </Labelled>
  );
}

function MoneyInput(of: DrawnField) {
  const parts = framePartsOf(of);
  return (
    <Labelled of={of}>
      <span class="with-unit">
        <input class="w-m" id={parts.id} name={parts.name} type="text" inputmode="numeric" autocomplete="off" value={shown(of.value)} {...described(parts)} />
        <span aria-hidden="true">đồng</span>
      </span>
    </Labelled>
  );
}

/** A number; whole or with a decimal comma. */
export const number: Control = {
  Input,
  read: ({ at, body }) => readNumber(body.text(inputName(at))),
  words: (_, value) => (typeof value === "number" ? new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 20 }).format(value) : undefined),
};

/** An amount in đồng. */
export const money: Control = {
  Input: MoneyInput,
  read: ({ at, body }) => readMoney(body.text(inputName(at))),
  words: (_, value) => (typeof value === "number" ? dong(value) : undefined),
};
