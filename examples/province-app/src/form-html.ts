import type { FieldInWords, FormInWords } from "@motcua/client/runtime";
import type { FieldMessage } from "./field-messages.ts";

/** What stands in a form's fields, and what is said at them. */
export interface Filled {
  readonly form: unknown;
  readonly messages: readonly FieldMessage[];
  /** Pages to draw; the others do not concern what is filled in so far. */
  readonly sections: readonly string[];
}

/** Fields of a form as HTML, each input named by its JSON Pointer. Needs no script. */
export function formHtml({ fields: all, sections }: FormInWords, filled: Filled): string {
  return sections.filter(({ id }) => filled.sections.includes(id)).map(({ title, hint, fields }) => `<section><h2>${escaped(title)}</h2>${hinted(hint)}${fields.map((pointer) => drawn(all, pointer, filled)).join("")}</section>`).join("\n");
}

function drawn(all: Readonly<Record<string, FieldInWords>>, pointer: string, filled: Filled): string {
  const field = all[pointer];
  if (field === undefined) return "";
  const said = filled.messages.filter((message) => message.field === pointer).map(({ text }) => `<p class="message">${escaped(text)}</p>`).join("");
  const inside = Object.keys(all).filter((other) => other.startsWith(`${pointer}/`) && !other.slice(pointer.length + 1).includes("/"));
  const label = escaped(field.label ?? "");
  const value = textAt(filled.form, pointer);
  const options = optionsOf(field);
  if (field.type === "object") return `<fieldset><legend>${label}</legend>${hinted(field.hint)}${said}${inside.map((other) => drawn(all, other, filled)).join("")}</fieldset>`;
  if (field.control === "checkbox") return `<p>${said}<label><input type="checkbox" name="${pointer}" value="true"${value === "true" ? " checked" : ""}> ${label}</label></p>`;
  if (field.control === "radio") return `<fieldset><legend>${label}</legend>${hinted(field.hint)}${said}${options.map((option) => `<label><input type="radio" name="${pointer}" value="${escaped(option.value)}"${option.value === value ? " checked" : ""}> ${escaped(option.label)}</label>`).join(" ")}</fieldset>`;
  return `<p><label>${label}${hinted(field.hint)}${said}${input(pointer, field, value)}</label></p>`;
}

function input(pointer: string, field: FieldInWords, value: string): string {
  const options = optionsOf(field);
  if (options.length > 0) {
    const choices = options.map((option) => `<option value="${escaped(option.value)}"${option.value === value ? " selected" : ""}>${escaped(option.label)}</option>`);
    return `<select name="${pointer}"><option value=""></option>${choices.join("")}</select>`;
  }
  const limit = field.maxLength === undefined ? "" : ` maxlength="${field.maxLength}"`;
  if (field.control === "textarea") return `<textarea name="${pointer}"${limit}>${escaped(value)}</textarea>`;
  const type = field.format === "date" ? "date" : field.type === "integer" ? "number" : "text";
  return `<input type="${type}" name="${pointer}" value="${escaped(value)}"${limit}>`;
}

function optionsOf({ type, options }: FieldInWords): readonly { readonly value: string; readonly label: string }[] {
  if (type === "boolean") return [{ value: "true", label: "Có" }, { value: "false", label: "Không" }];
  return (options ?? []).map(({ value, label }) => ({ value: String(value), label }));
}

function textAt(form: unknown, pointer: string): string {
  let value = form;
  for (const key of pointer.slice(1).split("/")) value = typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function hinted(hint: string | undefined): string {
  return hint === undefined ? "" : `<small>${escaped(hint)}</small>`;
}

/** A text between tags or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
