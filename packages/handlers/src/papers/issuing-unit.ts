import type { IssuingUnit } from "@motcua/papers";
import { communeOf } from "../address-words.ts";
import type { Ports } from "../ports/index.ts";

/** A city or province named after a person keeps its kind. */
const PROVINCE_KIND = /^(?:Tỉnh|Thành phố(?! Hồ Chí Minh)) /u;

/**
 * A receiving unit as it stands at the head of its papers. A commune's unit belongs to the commune's People's Committee,
 * every other unit to the province's authority, unless the province says another.
 * @see Decree 118/2025/NĐ-CP (centres of both levels); Decree 30/2020/NĐ-CP, Appendix I (heading, place)
 */
export function issuingUnit(ports: Pick<Ports, "province" | "placeName">, code: string): IssuingUnit {
  const { province } = ports;
  const unit = province.units.find((entry) => entry.code === code);
  const commune = unit === undefined ? undefined : communeOf(unit, ports);
  return {
    parent: unit?.parentName?.vi ?? (commune === undefined ? province.parentName.vi : `Ủy ban nhân dân ${commune.charAt(0).toLocaleLowerCase("vi")}${commune.slice(1)}`),
    name: unit?.name.vi ?? code,
    place: commune ?? province.name.vi.replace(PROVINCE_KIND, ""),
    ...(unit?.address === undefined ? {} : { address: unit.address }),
    ...(unit?.phone === undefined ? {} : { phone: unit.phone }),
    ...(unit?.email === undefined ? {} : { email: unit.email }),
  };
}
