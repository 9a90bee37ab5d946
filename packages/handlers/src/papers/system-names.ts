/** Systems that steps call, as papers name them; ids are those of `system` in a workflow. */
const SYSTEMS: Readonly<Record<string, string>> = {
  "population-db": "Cơ sở dữ liệu quốc gia về dân cư",
  "residence-db": "Cơ sở dữ liệu về cư trú",
  "social-insurance": "Hệ thống của cơ quan bảo hiểm xã hội",
  "tax-registration": "Hệ thống đăng ký thuế",
};

/** A system's name for people; one nobody has named is not told by its id, which says nothing to them. */
export function systemName(id: string): string {
  return SYSTEMS[id] ?? "Hệ thống được kết nối";
}
