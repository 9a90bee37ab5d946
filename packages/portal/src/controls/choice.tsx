import type { Choice, Field } from "../form/field.ts";
import { inputName } from "../form/form-body.ts";
import { textOf } from "../form/text-of.ts";
import type { Control, DrawnField } from "./control.ts";
import { described, framePartsOf, Grouped, Labelled } from "./field-frame.tsx";

const YES_NO: readonly Choice[] = [{ value: "true", label: { vi: "Có", en: "Yes" } }, { value: "false", label: { vi: "Không", en: "No" } }];

function Radios({ of, choices }: { readonly of: DrawnField; readonly choices: readonly Choice[] }) {
  const parts = framePartsOf(of);
  const chosen = textOf(of.value);
  const offered = of.field.optional ? [...choices, { value: "", label: { vi: "Không trả lời" } }] : choices;
  return (
    <Grouped of={of}>
      <div class={choices === YES_NO ? "choices inline" : "choices"}>
        {offered.map(({ value, label }, index) => {
          const id = index === 0 ? parts.id : `${parts.id}-${index}`;
          return (
            <div class="choice">
              <input type="radio" id={id} name={parts.name} value={value} checked={chosen === value && (value !== "" || of.field.optional)} />
              <label for={id}>{label.vi}</label>
            </div>
          );
        })}
      </div>
    </Grouped>
  );
}

function Select(of: DrawnField) {
  const parts = framePartsOf(of);
  const chosen = textOf(of.value);
  return (
    <Labelled of={of}>
      <select id={parts.id} name={parts.name} {...described(parts)}>
        <option value="">Chọn</option>
        {of.field.choices.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label.vi}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function readChoice(field: Field, typed: string): unknown {
  if (typed === "") return undefined;
  // A list may hold numbers: the value is the one of the schema, not its text.
  return field.schema.enum?.find((value) => String(value) === typed) ?? typed;
}

const labelOf = (choices: readonly Choice[], value: unknown) => (value === undefined ? undefined : (choices.find((choice) => choice.value === textOf(value))?.label.vi ?? textOf(value)));

/** One of a few values, all of them seen. */
export const radio: Control = {
  Input: (of) => <Radios of={of} choices={of.field.choices} />,
  read: ({ field, at, body }) => readChoice(field, body.text(inputName(at))),
  words: (field, value) => labelOf(field.choices, value),
};

/** One of many values. */
export const select: Control = { ...radio, Input: Select };

/** Yes or no; neither is chosen beforehand. */
export const yesNo: Control = {
  Input: (of) => <Radios of={of} choices={YES_NO} />,
  read: ({ at, body }) => ({ true: true, false: false })[body.text(inputName(at))],
  words: (_, value) => (typeof value === "boolean" ? labelOf(YES_NO, value) : undefined),
};
