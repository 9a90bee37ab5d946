import type { Child } from "hono/jsx";
import { inputId, inputName } from "../form/form-body.ts";
import type { HiddenWhen } from "../form/field.ts";
import type { DrawnField } from "./control.ts";

/** Ids and states the inputs of a field share. */
export interface FrameParts {
  readonly id: string;
  readonly name: string;
  /** For `aria-describedby`: hint and message. */
  readonly describedBy?: string;
  readonly invalid: boolean;
}

/** The parts of a field's frame. */
export function framePartsOf({ field, at, drawing }: DrawnField): FrameParts {
  const id = inputId(at);
  const invalid = drawing.problems.some(({ pointer }) => pointer === at);
  const described = [field.hint === undefined ? "" : `${id}-goi-y`, invalid ? `${id}-loi` : ""].filter((each) => each !== "").join(" ");
  return { id, name: inputName(at), invalid, ...(described === "" ? {} : { describedBy: described }) };
}

/** Attributes an input takes from its field's frame. */
export function described({ describedBy, invalid }: FrameParts) {
  return { ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }), ...(invalid ? { "aria-invalid": "true" as const } : {}) };
}

/** A single input with its label, hint and messages. */
export function Labelled({ of, children }: { readonly of: DrawnField; readonly children: Child }) {
  const parts = framePartsOf(of);
  return (
    <div class={parts.invalid ? "field invalid" : "field"} {...hiddenData(of)}>
      <label for={parts.id}>
        {of.field.label.vi}
        <OptionalMark of={of} />
      </label>
      <Hint of={of} />
      <Messages of={of} />
      {children}
    </div>
  );
}

/** Several inputs that answer one question. `large`: a group of fields rather than one field. */
export function Grouped({ of, large, children }: { readonly of: DrawnField; readonly large?: boolean; readonly children: Child }) {
  const parts = framePartsOf(of);
  return (
    <fieldset class={`${large === true ? "group" : "field"}${parts.invalid ? " invalid" : ""}`} {...described(parts)} aria-invalid={undefined} {...hiddenData(of)}>
      <legend>
        {of.field.label.vi}
        <OptionalMark of={of} />
      </legend>
      <Hint of={of} />
      <Messages of={of} />
      {children}
    </fieldset>
  );
}

function OptionalMark({ of: { field, at, drawing } }: { readonly of: DrawnField }) {
  return field.optional && field.key !== "" && !drawing.requiredByRule(at) ? <span class="optional"> (không bắt buộc)</span> : null;
}

function Hint({ of: { field, at } }: { readonly of: DrawnField }) {
  return field.hint === undefined ? null : (
    <p class="hint" id={`${inputId(at)}-goi-y`}>
      {field.hint.vi}
    </p>
  );
}

function Messages({ of: { at, drawing } }: { readonly of: DrawnField }) {
  const own = drawing.problems.filter(({ pointer }) => pointer === at);
  return own.length === 0 ? null : (
    <p class="message" id={`${inputId(at)}-loi`}>
      {own.map(({ message }) => (
        <span class="line">
          <span class="unseen">Lỗi: </span>
          {message.vi}
        </span>
      ))}
    </p>
  );
}

/** Says to the browser when a field does not apply: names of inputs on the same page and their values. */
function hiddenData({ field, at }: DrawnField): { readonly "data-hide"?: string } {
  if (field.hiddenWhen.length === 0) return {};
  const parent = at.slice(0, at.lastIndexOf("/"));
  return { "data-hide": JSON.stringify(field.hiddenWhen.map((reason) => onInputs(reason, parent))) };
}

function onInputs({ all }: HiddenWhen, parent: string) {
  return all.map(({ key, values, not }) => [inputName(`${parent}/${key}`), values, not]);
}

