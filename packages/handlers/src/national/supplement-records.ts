import { unitName } from "../papers/dossier-paper.ts";
import { documentCode } from "./document-code.ts";
import type { ToldDossier } from "./dossier-message.ts";
import { nationalTime } from "./national-time.ts";

/** `DanhSachHoSoBoSung`: each request with its texts, when what was missing came, and the due dates before and after. */
export function supplementRecords({ ports, personal, procedure, now: { state }, batches }: ToldDossier): readonly Readonly<Record<string, unknown>>[] {
  return state.supplements.map(({ number, requestedAt, completedAt }) => {
    const asked = batches.find(({ events }) => events.some((event) => event.type === "supplement-requested" && event.number === number));
    const index = asked?.events.findIndex(({ type }) => type === "supplement-requested") ?? -1;
    const request = asked?.events[index];
    const came = batches.find(({ events }) => events.some((event) => event.type === "supplemented" && event.number === number));
    const moved = came?.events.flatMap((event) => (event.type === "resumed" && event.due !== undefined ? [event.due] : []))[0];
    const defects = request?.type === "supplement-requested" ? request.defects : [];
    return {
      HoSoBoSungId: String(number), NguoiYeuCauBoSung: unitName(ports, asked?.actor.unit ?? state.competentUnit), NoiDungBoSung: personal.notes[`${asked?.seq ?? 0}/${index}`] ?? "", NgayBoSung: nationalTime(requestedAt),
      NguoiTiepNhanBoSung: completedAt === undefined ? "" : unitName(ports, state.receivingUnit), ThongTinTiepNhan: "",
      NgayTiepNhanBoSung: completedAt === undefined ? "" : nationalTime(completedAt), TrangThaiBoSung: completedAt === undefined ? "0" : "1",
      DanhSachGiayToBoSung: defects.flatMap(({ document }) => (document === undefined ? [] : [{ MaThanhPhanHoSo: documentCode(procedure, document) }])),
      DanhSachLePhiBoSung: [],
      NgayHenTraTruoc: moved?.before === undefined ? "" : nationalTime(moved.before), NgayHenTraMoi: moved === undefined ? "" : nationalTime(moved.after),
    };
  });
}
