import type { Format } from "./format.ts";

const PATTERN = /^\p{L}\p{M}*(?:[ '’.-]{0,2}\p{L}\p{M}*)*\.?$/u;

/**
 * `vn-person-name`: letters of any script, with single spaces, hyphens, apostrophes and full stops between them. No
 * digits, no spaces at the ends. Capitals are a matter of display.
 */
export const personName: Format = {
  name: "vn-person-name",
  test: isPersonName,
  phrase: { vi: "bằng chữ cái, không có chữ số và khoảng trắng thừa", en: "in letters, without digits or extra spaces" },
};

function isPersonName(text: string): boolean {
  return PATTERN.test(text) && !text.includes("  ");
}
