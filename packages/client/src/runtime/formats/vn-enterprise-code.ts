import type { Format } from "./format.ts";

const PATTERN = /^\d{10}(-\d{3})?$/;

/**
 * `vn-enterprise-code`: the 10 digits of an enterprise (mã số doanh nghiệp), `-` and three more for a branch. The check
 * digit is not judged: published readings of its rule differ where the remainder is 0.
 */
export const enterpriseCode: Format = {
  name: "vn-enterprise-code",
  test: isEnterpriseCode,
  phrase: { vi: "gồm 10 chữ số; với chi nhánh thêm dấu - và 3 chữ số", en: "as 10 digits, and - with 3 more for a branch" },
};

function isEnterpriseCode(text: string): boolean {
  return PATTERN.test(text);
}
