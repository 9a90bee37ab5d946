import { provinces } from "../commune-index.ts";
import type { Format } from "./format.ts";

/**
 * `vn-province`: two-digit code of one of the 34 provinces and cities.
 * @see Quyết định 19/2025/QĐ-TTg
 */
export const province: Format = {
  name: "vn-province",
  test: isProvince,
  phrase: { vi: "theo danh mục tỉnh, thành phố hiện hành", en: "from the list of provinces in force" },
};

function isProvince(text: string): boolean {
  return provinces().has(text);
}
