import { isObject } from "../own.ts";

/** Whether no two entries of a list are the same JSON value. Takes time in proportion to what the list holds. */
export function isUnique(list: readonly unknown[]): boolean {
  const seen = new Set<unknown>();
  for (const entry of list) {
    const id = typeof entry === "object" && entry !== null ? new Content(entry).text : typeof entry === "string" ? `"${entry}` : entry;
    if (seen.has(id)) return false;
    seen.add(id);
  }
  return true;
}

/** A list or object as a text that is the same for equal values: keys sorted. Without recursion: values may be nested deeper than the stack. */
class Content {
  readonly text: string;

  constructor(value: object) {
    const parts: string[] = [];
    const left: unknown[] = [value];
    while (left.length > 0) {
      const next = left.pop();
      if (next instanceof Mark) parts.push(next.text);
      else if (Array.isArray(next)) left.push(CLOSED_LIST, ...next.flatMap((entry) => [COMMA, entry]).toReversed(), OPEN_LIST);
      else if (isObject(next)) left.push(CLOSED, ...Object.keys(next).sort().flatMap((key) => [new Mark(JSON.stringify(key)), next[key]]).toReversed(), OPEN);
      else parts.push(typeof next === "string" ? JSON.stringify(next) : String(next));
    }
    this.text = parts.join("");
  }
}

/** What stands between values. */
class Mark {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const [OPEN, CLOSED, OPEN_LIST, CLOSED_LIST, COMMA] = ["{", "}", "[", "]", ","].map((text) => new Mark(text)) as [Mark, Mark, Mark, Mark, Mark];
