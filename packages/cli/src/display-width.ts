/** What takes no room: marks that combine with the character before, selectors, joiners and other controls of format. */
const NONE = /^[\p{M}\p{Cf}]$/u;
/** What takes the room of two letters in a terminal: East Asian wide and full-width characters, pictures. */
const WIDE = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]$/u;

/** Columns of a terminal a text takes; a tab counts as one. */
export function displayWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1), 0);
}

/** Blank of the width of a text: what is printed below it on the next line stands below its end. Tabs stay tabs. */
export function blankAs(text: string): string {
  return text.split("\t").map((part) => " ".repeat(displayWidth(part))).join("\t");
}
