/** Values of each format: plausible ones and those at its limits. None belongs to anybody. */
export const FORMAT_VALUES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  date: ["2026-10-05", "2024-02-29", "0001-01-01", "9999-12-31", "1999-12-31", "2000-02-29"],
  "date-partial": ["1960", "1960-02", "2024-02-29", "0001", "9999-12"],
  email: ["nguoi.nop@example.com", "a@b.vn", `${"a".repeat(64)}@example.com`],
  "vn-commune": ["00004", "29905", "32248"],
  "vn-enterprise-code": ["0100109106", "0100109106-001"],
  "vn-person-name": ["NGUYỄN VĂN AN", "LÊ Ô", "TRẦN THỊ BÌNH", "Y MOAN ÊNUÔL", "JEAN-LUC O’NEIL"],
  "vn-personal-id": ["001099000001", "096300999999", "075199123456"],
  "vn-phone": ["0912345678", "02773851234"],
  "vn-province": ["01", "82", "96"],
};
