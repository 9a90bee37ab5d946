import type { Format } from "./format.ts";

const PATTERN = /^\d{12}$/;

/**
 * `vn-personal-id`: the 12 digits of a personal identity number (số định danh cá nhân). There is no check digit; whether
 * it fits a date of birth or a gender is a matter of rules.
 * @see Nghị định 137/2015/NĐ-CP, Điều 13
 */
export const personalId: Format = {
  name: "vn-personal-id",
  test: isPersonalId,
  phrase: { vi: "gồm đúng 12 chữ số, viết liền", en: "as 12 digits without spaces" },
};

function isPersonalId(text: string): boolean {
  return PATTERN.test(text);
}
