/** A text on one line. By far the most are: only white space that is more than a space is looked for. */
export function oneLine(text: string): string {
  return text.replace(/[^\S ]\s*| \s+/gu, " ");
}
