import { inputName } from "../form/form-body.ts";
import type { Control, DrawnField } from "./control.ts";
import { described, framePartsOf, Labelled } from "./field-frame.tsx";

/** What a text field of a format tells the browser, and how wide it is. */
interface TextKind {
  readonly inputmode?: "numeric" | "tel" | "email" | "text";
  readonly autocomplete?: string;
  readonly width?: "w-s" | "w-m" | "w-l";
}

const KINDS: Readonly<Record<string, TextKind>> = {
  email: { inputmode: "email", autocomplete: "email" },
  "vn-phone": { inputmode: "tel", autocomplete: "tel", width: "w-m" },
  "vn-personal-id": { inputmode: "numeric", width: "w-m" },
  "vn-enterprise-code": { inputmode: "numeric", width: "w-m" },
};
/** Texts at most this long get a short input. */
const SHORT = 30;

function Input(of: DrawnField) {
  const { field, value } = of;
  const parts = framePartsOf(of);
  const kind = KINDS[field.schema.format ?? ""] ?? ((field.schema.maxLength ?? SHORT + 1) <= SHORT ? { width: "w-m" as const } : {});
  // Autocomplete is for the person who fills in the form; other people's data are never offered.
  const own = (field.schema["x-prefill"] ?? []).some((source) => source.startsWith("applicant."));
  const autocomplete = own ? (kind.autocomplete ?? (field.schema.format === "vn-person-name" ? "name" : undefined)) : "off";
  return (
    <Labelled of={of}>
      <input
        class={kind.width ?? "w-l"}
        id={parts.id}
        name={parts.name}
        type="text"
        value={typeof value === "string" || typeof value === "number" ? String(value) : ""}
        inputmode={kind.inputmode}
        autocomplete={autocomplete ?? "off"}
        spellcheck={false}
        {...described(parts)}
      />
    </Labelled>
  );
}

/** One line of text. */
export const text: Control = {
  Input,
  read: ({ at, body }) => {
    const typed = body.text(inputName(at));
    return typed === "" ? undefined : typed;
  },
  words: (_, value) => (typeof value === "string" && value !== "" ? value : undefined),
};
