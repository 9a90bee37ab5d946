import { provinceOfCommune } from "../cel/province-of-commune.ts";
import type { Format } from "./format.ts";

/**
 * `vn-commune`: five-digit code of a commune (xã, phường, đặc khu) that exists.
 * @see Quyết định 19/2025/QĐ-TTg
 */
export const commune: Format = {
  name: "vn-commune",
  test: isCommune,
  phrase: { vi: "theo danh mục xã, phường, đặc khu hiện hành", en: "from the list of communes in force" },
};

function isCommune(text: string): boolean {
  return provinceOfCommune(text) !== "";
}
