/**
 * Values of a form that name, number or place somebody: texts with a space or capital letters that are no code, and runs
 * of nine digits or more. What must never be found outside the personal record.
 */
export function personalValues(form: unknown): readonly string[] {
  if (typeof form === "string") return /\s|\d{9}|@/.test(form) && form.length > 5 ? [form] : [];
  if (typeof form === "object" && form !== null) return Object.values(form).flatMap((member) => personalValues(member));
  return [];
}
