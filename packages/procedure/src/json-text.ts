/** What JSON writes otherwise inside quotes: quotes, backslashes, control characters, and surrogates, which may stand alone. */
const ESCAPED = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** A text in quotes, as `JSON.stringify` writes it. By far the most have nothing in them that is written otherwise. */
export function jsonText(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
