import type { Format } from "./format.ts";

const MAX_CHARACTERS = 254;
const MAX_LOCAL_CHARACTERS = 64;
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** `email`: an address that mail can reach from outside: unquoted local part, domain of at least two labels, ASCII. */
export const email: Format = {
  name: "email",
  test: isEmail,
  phrase: { vi: "đúng dạng, ví dụ ten@example.com", en: "in full, for example name@example.com" },
};

function isEmail(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return false;
  const at = text.lastIndexOf("@");
  if (at < 1 || at > MAX_LOCAL_CHARACTERS || !LOCAL.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split(".");
  return labels.length > 1 && labels.every((label) => LABEL.test(label));
}
