import type { IssuingUnit } from "@motcua/papers";
import type { Province } from "@motcua/procedure";
import { communeIn } from "../address-words.ts";

const COMMUNE_CENTRE = /^Trung tâm Phục vụ hành chính công (?=xã|phường|đặc khu)/u;
/** A city or province named after a person keeps its kind. */
const PROVINCE_KIND = /^(?:Tỉnh|Thành phố(?! Hồ Chí Minh)) /u;

/**
 * A receiving unit as it stands at the head of its papers. A commune's centre belongs to the commune's People's
 * Committee, every other unit to the province's authority.
 * @see Decree 118/2025/NĐ-CP (centres of both levels); Decree 30/2020/NĐ-CP, Appendix I (heading, place)
 */
export function issuingUnit(province: Province, code: string): IssuingUnit {
  const unit = province.units.find((entry) => entry.code === code);
  const name = unit?.name.vi ?? code;
  const committee = name.replace(COMMUNE_CENTRE, "Ủy ban nhân dân ");
  return {
    parent: committee === name ? province.parentName.vi : committee,
    name,
    place: communeIn(name) ?? province.name.vi.replace(PROVINCE_KIND, ""),
    ...(unit?.address === undefined ? {} : { address: unit.address }),
    ...(unit?.phone === undefined ? {} : { phone: unit.phone }),
    ...(unit?.email === undefined ? {} : { email: unit.email }),
  };
}
