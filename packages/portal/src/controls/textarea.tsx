import type { Control, DrawnField } from "./control.ts";
import { described, framePartsOf, Labelled } from "./field-frame.tsx";
import { text } from "./text.tsx";

function Input(of: DrawnField) {
  const parts = framePartsOf(of);
  return (
    <Labelled of={of}>
      <textarea class="w-l" id={parts.id} name={parts.name} rows={4} {...described(parts)}>
        {typeof of.value === "string" ? of.value : ""}
      </textarea>
    </Labelled>
  );
}

/** Several lines of text. */
export const textarea: Control = { ...text, Input };
