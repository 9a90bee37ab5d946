import type { FormSchema } from "@motcua/procedure";
import type { Choice, ControlKind } from "./field.ts";

/** More values than this do not fit on a phone as radio buttons. */
const MOST_RADIOS = 5;
/** Texts that may be longer get several lines. */
const ONE_LINE = 300;

const BY_FORMAT: Readonly<Record<string, ControlKind>> = { date: "date", "date-partial": "partial-date", "vn-commune": "commune" };
const BY_TYPE: Readonly<Record<string, ControlKind>> = { array: "list", integer: "number", number: "number" };

/** The control a schema asks for: `x-control` where it fits, else by its type, format and values. */
export function controlOf(schema: FormSchema, choices: readonly Choice[]): ControlKind {
  const wanted = schema["x-control"];
  if (schema.type === "object") return wanted === "address" ? "address" : "group";
  if (schema.type === "boolean") return wanted === "checkbox" ? "checkbox" : "yes-no";
  if (choices.length > 0) return wanted === "radio" || wanted === "select" ? wanted : byNumber(choices);
  if (wanted === "money") return "money";
  if (wanted === "textarea") return "textarea";
  const known = BY_FORMAT[schema.format ?? ""] ?? BY_TYPE[String(schema.type)];
  if (known !== undefined) return known;
  return (schema.maxLength ?? 0) > ONE_LINE ? "textarea" : "text";
}

function byNumber(choices: readonly Choice[]): ControlKind {
  return choices.length <= MOST_RADIOS ? "radio" : "select";
}
