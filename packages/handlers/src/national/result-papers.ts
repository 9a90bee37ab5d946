import type { ToldDossier } from "./dossier-message.ts";

/** `DanhSachGiayToKetQua`: results that are signed or sealed. A file is named only where there is one: none is invented. */
export function resultPapers({ procedure, now: { state } }: ToldDossier): readonly Readonly<Record<string, unknown>>[] {
  return Object.entries(state.results).flatMap(([id, { signedAt, number }]) => {
    const result = procedure.results.find((each) => each.id === id);
    if (result === undefined || (signedAt === undefined && number === undefined)) return [];
    return [{ TenGiayTo: result.name.vi, MaThanhPhanHoSo: result.nationalCode ?? id, GiayToId: number ?? "", DuongDanTepTinKetQua: "", MaGiayToKetQua: result.nationalCode ?? id }];
  });
}
