import { inputName } from "../form/form-body.ts";
import type { Control, DrawnField } from "./control.ts";
import { described, framePartsOf } from "./field-frame.tsx";

function Input(of: DrawnField) {
  const parts = framePartsOf(of);
  const messages = of.drawing.problems.filter(({ pointer }) => pointer === of.at);
  return (
    <div class={parts.invalid ? "field invalid" : "field"}>
      {messages.map(({ message }) => (
        <p class="message" id={`${parts.id}-loi`}>
          <span class="unseen">Lỗi: </span>
          {message.vi}
        </p>
      ))}
      <div class="choice">
        <input type="checkbox" id={parts.id} name={parts.name} value="true" checked={of.value === true} {...described(parts)} />
        <label for={parts.id}>{of.field.label.vi}</label>
      </div>
    </div>
  );
}

/** A box to tick. Not ticked is `false` where an answer is required, else no answer. */
export const checkbox: Control = {
  Input,
  read: ({ field, at, body }) => (body.has(inputName(at)) ? true : field.optional || field.schema.const === true ? undefined : false),
  words: (_, value) => (typeof value === "boolean" ? (value ? "Có" : "Không") : undefined),
};
