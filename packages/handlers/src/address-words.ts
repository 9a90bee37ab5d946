import type { Province, Unit } from "@motcua/procedure";
import { valueAt } from "./json-pointer.ts";
import type { Ports } from "./ports/index.ts";

/** An address as `schemas/shared/address.schema.json` has it. */
interface FormAddress {
  readonly quoc_gia?: unknown;
  readonly tinh?: unknown;
  readonly xa?: unknown;
  readonly chi_tiet?: unknown;
}

const COUNTRIES = new Intl.DisplayNames("vi", { type: "region" });

/** The first address among pointers in words, from the street to the country; a text is taken as it is. */
export function firstAddress(form: unknown, pointers: readonly string[] | undefined, ports: Pick<Ports, "placeName" | "province">): string | undefined {
  for (const pointer of pointers ?? []) {
    const words = addressWords(valueAt(form, pointer), ports);
    if (words !== "") return words;
  }
  return undefined;
}

function addressWords(value: unknown, ports: Pick<Ports, "placeName" | "province">): string {
  if (typeof value === "string") return value.trim();
  if (value === null || typeof value !== "object") return "";
  const { chi_tiet: street, xa: commune, tinh: province, quoc_gia: country } = value as FormAddress;
  const parts = [text(street), placeWords(commune, ports), placeWords(province, ports), country === "VN" ? "" : countryWords(country)];
  return parts.filter((part) => part !== "").join(", ");
}

/** A place without a known name is printed by its code: nothing the applicant said is left out. */
function placeWords(code: unknown, { placeName, province }: Pick<Ports, "placeName" | "province">): string {
  const known = text(code);
  return known === "" ? "" : (placeName?.(known) ?? ownPlace(province, known) ?? `mã đơn vị hành chính ${known}`);
}

function ownPlace(province: Province, code: string): string | undefined {
  if (code === province.code) return province.name.vi;
  const unit = province.units.find(({ commune }) => commune === code);
  return unit === undefined ? undefined : communeIn(unit.name.vi);
}

/** The commune whose unit this is, as a place; `undefined` for a unit of the province. */
export function communeOf({ commune, name }: Unit, { placeName }: Pick<Ports, "placeName">): string | undefined {
  return commune === undefined ? undefined : (placeName?.(commune) ?? communeIn(name.vi));
}

/** Where no list of communes is at hand: the commune a unit's name ends in, `Phường Đạo Thạnh` of `Trung tâm … phường Đạo Thạnh`. */
function communeIn(unitName: string): string | undefined {
  const [, kind = "", name = ""] = /(?:^|\s)(xã|phường|đặc khu)\s(.+)$/iu.exec(unitName) ?? [];
  return name === "" ? undefined : `${kind.charAt(0).toLocaleUpperCase("vi")}${kind.slice(1)} ${name}`;
}

function countryWords(country: unknown): string {
  const code = text(country);
  return /^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : code;
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
