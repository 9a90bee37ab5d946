import type { Problem } from "../../problem.ts";
import { problemAt } from "../problems/definition-problem.ts";
import { spotAt } from "./parsed-file.ts";
import type { SourceFile } from "./source-file.ts";

/** Bytes a definition may have: some hundred times what the longest has. A code list of all communes has 320 kB. */
export const MOST_BYTES = 4_000_000;
/** Objects and lists inside one another; the deepest form has some twenty. */
export const MOST_DEPTH = 100;
const MEGABYTE = 1_000_000;
const BYTE_ORDER_MARK = "\uFEFF";
/** What a decoder leaves of bytes that are no UTF-8. */
const REPLACEMENT = "\uFFFD";

/** What makes a text unfit to be parsed; nothing when it may be. Only the text's surface is looked at: it may be anything. */
export function unfitText(source: SourceFile): readonly Problem[] {
  const unfit = unfitSurface(source);
  if (unfit.length > 0) return unfit;
  const deep = tooDeepAt(source.text);
  return deep === undefined ? [] : [problemAt(spotAt(source, deep), { code: "nesting-too-deep", pointer: "", given: { limit: String(MOST_DEPTH) } })];
}

/** What makes a text unfit whose brackets are counted otherwise. */
export function unfitSurface(source: SourceFile): readonly Problem[] {
  const { path, text, bytes = text.length, unreadable = false } = source;
  const top = { file: path, line: 1, column: 1 };
  const name = path.split(/[/\\]/).at(-1) ?? path;
  if (unreadable) return [problemAt(top, { code: "file-unreadable", pointer: "", given: { name } })];
  if (bytes > MOST_BYTES) return [problemAt(top, { code: "file-too-large", pointer: "", given: { size: (bytes / MEGABYTE).toFixed(1), limit: String(MOST_BYTES / MEGABYTE) } })];
  if (text.startsWith(BYTE_ORDER_MARK)) return [problemAt(top, { code: "byte-order-mark", pointer: "" })];
  const wrong = text.indexOf(REPLACEMENT);
  return wrong === -1 ? [] : [problemAt(spotAt(source, wrong), { code: "not-utf8", pointer: "" })];
}

const [NEW_LINE, QUOTE, OPEN_BRACKET, BACKSLASH, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [10, 34, 91, 92, 93, 123, 125];

/** Where brackets are opened inside more brackets than a parser should follow; strings are passed over. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charCodeAt(offset);
    if (inString) {
      if (character === BACKSLASH) offset += 1;
      else if (character === QUOTE || character === NEW_LINE) inString = false;
    } else if (character === QUOTE) inString = true;
    else if (character === OPEN_BRACE || character === OPEN_BRACKET) {
      depth += 1;
      if (depth > MOST_DEPTH) return offset;
    } else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) depth -= 1;
  }
  return undefined;
}
