import { parsePartialDay } from "../day.ts";
import { personalId } from "../formats/vn-personal-id.ts";

/**
 * Whether a personal identity number fits a year of birth: half its fourth digit counts the centuries since 1900, the two
 * after it are the year's. `undefined` where either is malformed.
 * @see Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 07/2016/TT-BCA
 */
export function personalIdMatchesBirth(id: unknown, birth: unknown): boolean | undefined {
  const day = parsePartialDay(birth);
  if (typeof id !== "string" || !personalId.test(id) || day === undefined) return undefined;
  return 1900 + 100 * Math.floor(Number(id[3]) / 2) + Number(id.slice(4, 6)) === day.year;
}
