import type { Field } from "../form/field.ts";
import type { FormBody } from "../form/form-body.ts";
import { inputName } from "../form/form-body.ts";
import { isoDayWords } from "../words/day-words.ts";
import type { Control, DrawnField } from "./control.ts";
import { described, framePartsOf, Grouped } from "./field-frame.tsx";

const PARTS = [["ngay", "Ngày", 2], ["thang", "Tháng", 2], ["nam", "Năm", 4]] as const;
type DateParts = readonly [day: string, month: string, year: string];

/** A whole date pasted or typed into one box: 7/3/2026, 07-03-2026, 7.3.2026, 2026-03-07. */
function pasted(typed: string): DateParts | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso !== null) return [iso[3] ?? "", iso[2] ?? "", iso[1] ?? ""];
  const usual = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})$/.exec(typed);
  return usual === null ? undefined : [usual[1] ?? "", usual[2] ?? "", usual[3] ?? ""];
}

/** Reads the three boxes: an ISO date as whole as was given; what is no date stays as `d/m/y`. */
function readParts(at: string, body: FormBody): string | undefined {
  const name = inputName(at);
  const typed: DateParts = [body.text(`${name}.ngay`), body.text(`${name}.thang`), body.text(`${name}.nam`)];
  const alone = typed.filter((part) => part !== "");
  const [day, month, year] = (alone.length === 1 ? pasted(alone[0] ?? "") : undefined) ?? typed;
  if (day === "" && month === "" && year === "") return undefined;
  const digits = [day, month].every((part) => /^\d{0,2}$/.test(part)) && /^\d{4}$/.test(year);
  if (!digits || (day !== "" && month === "")) return `${day}/${month}/${year}`;
  return [year, month, day].filter((part) => part !== "").map((part) => part.padStart(2, "0")).join("-");
}

/** What the boxes show of a value. */
function partsOf(value: unknown): DateParts {
  if (typeof value !== "string") return ["", "", ""];
  if (/^\d{4}(-\d{2}){0,2}$/.test(value)) {
    const [year = "", month = "", day = ""] = value.split("-");
    return [day, month, year];
  }
  const [day = "", month = "", ...rest] = value.split("/");
  return [day, month, rest.join("/")];
}

function Input(of: DrawnField) {
  const parts = framePartsOf(of);
  const values = partsOf(of.value);
  const birthday = (of.field.schema["x-prefill"] ?? []).includes("applicant.birth-date");
  return (
    <Grouped of={of}>
      <div class="date">
        {PARTS.map(([key, label, length], index) => {
          const id = index === 0 ? parts.id : `${parts.id}-${key}`;
          const autocomplete = birthday ? (["bday-day", "bday-month", "bday-year"] as const)[index] : "off";
          return (
            <div class={length === 4 ? "year" : "part"}>
              <label for={id}>{label}</label>
              <input id={id} name={`${parts.name}.${key}`} type="text" inputmode="numeric" autocomplete={autocomplete} value={values[index]} aria-invalid={parts.invalid ? "true" : undefined} aria-describedby={described(parts)["aria-describedby"]} />
            </div>
          );
        })}
      </div>
    </Grouped>
  );
}

const words = (_: Field, value: unknown) => (typeof value === "string" && value !== "" ? isoDayWords(value) : undefined);

/** A date in three boxes: never the browser's own date control, which follows the browser's language. */
export const date: Control = { Input, read: ({ at, body }) => readParts(at, body), words };

/** A date of which only the year, or month and year, may be known. */
export const partialDate: Control = date;
