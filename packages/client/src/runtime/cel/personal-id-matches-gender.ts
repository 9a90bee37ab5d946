import { personalId } from "../formats/vn-personal-id.ts";

const PARITY: Readonly<Record<string, number>> = { nam: 0, nu: 1 };

/**
 * Whether a personal identity number fits a gender (`nam`, `nu`): its fourth digit is even for a man. It stays with its
 * holder after a lawful change of gender, so this is good for warnings only. `undefined` where either is malformed.
 * @see Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 07/2016/TT-BCA
 */
export function personalIdMatchesGender(id: unknown, gender: unknown): boolean | undefined {
  const parity = typeof gender === "string" && Object.hasOwn(PARITY, gender) ? PARITY[gender] : undefined;
  if (typeof id !== "string" || !personalId.test(id) || parity === undefined) return undefined;
  return Number(id[3]) % 2 === parity;
}
