import { holderOf } from "@motcua/dossier";
import { unitName } from "../papers/dossier-paper.ts";
import { STATUS_NAMES } from "../status-names.ts";
import type { ToldDossier } from "./dossier-message.ts";
import { nationalTime } from "./national-time.ts";

/** One line of progress for `CapNhatTienDoHoSoMC`: who moved the dossier, when, to what. Officers are told by role and unit. */
export function progressMessage({ ports, procedure, now: { state, batch }, to }: ToldDossier): Readonly<Record<string, string>> {
  const { actor } = batch;
  const role = actor.role === undefined ? undefined : (procedure.roles[actor.role]?.name.vi ?? actor.role);
  const who = actor.kind === "applicant" ? "Người nộp hồ sơ" : (role ?? "Hệ thống");
  const due = Object.values(state.tasks).filter((task) => holderOf(task).who !== "clock").flatMap((task) => task.due ?? [])[0];
  return {
    MaHoSo: state.code, NguoiXuLy: who.slice(0, 50), ...(role === undefined ? {} : { ChucDanh: role }), ThoiDiemXuLy: nationalTime(batch.at),
    ...(actor.unit === undefined ? {} : { PhongBanXuLy: unitName(ports, actor.unit) }), NoiDungXuLy: STATUS_NAMES[to].vi, TrangThai: String(to),
    NgayBatDau: nationalTime(batch.at), ...(due === undefined ? {} : { NgayKetThucTheoQuyDinh: nationalTime(due) }),
  };
}
