import type { Format } from "./format.ts";

const PATTERN = /^0\d{9,10}$/;

/** `vn-phone`: a phone number in Viet Nam, 10 or 11 digits with the leading 0, without spaces. */
export const phone: Format = {
  name: "vn-phone",
  test: isPhone,
  phrase: { vi: "gồm 10 hoặc 11 chữ số, bắt đầu bằng số 0, viết liền", en: "as 10 or 11 digits that begin with 0, without spaces" },
};

function isPhone(text: string): boolean {
  return PATTERN.test(text);
}
