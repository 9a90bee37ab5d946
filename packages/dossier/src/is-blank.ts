/** Whether a text says nothing: absent, empty or white space alone. */
export function isBlank(text: string | undefined): text is undefined {
  return text === undefined || text.trim() === "";
}
