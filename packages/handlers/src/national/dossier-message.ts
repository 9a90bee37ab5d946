import { documentName, type EventBatch, type PersonalRecord } from "@motcua/dossier";
import type { Channel, NationalStatus, Procedure } from "@motcua/procedure";
import { partyOf, unitName } from "../papers/dossier-paper.ts";
import type { Ports } from "../ports/index.ts";
import { documentCode } from "./document-code.ts";
import type { StateAfter } from "./states-after.ts";
import { nationalTime } from "./national-time.ts";
import { resultPapers } from "./result-papers.ts";
import { supplementRecords } from "./supplement-records.ts";

/** A dossier as it stood at a change, and what it is told with. */
export interface ToldDossier {
  readonly ports: Ports;
  readonly procedure: Procedure;
  readonly personal: PersonalRecord;
  readonly now: StateAfter;
  /** Status of this change; a batch may hold several. */
  readonly to: NationalStatus;
  /** The log up to the change, itself included. */
  readonly batches: readonly EventBatch[];
}

type Strings = Readonly<Record<string, unknown>>;

const CHANNELS: Readonly<Record<Channel, string>> = { counter: "1", online: "2", post: "3" };
/** The province's own system took it in, not the national portal. */
const LOCAL = "2";
const flag = (holds: boolean) => (holds ? "1" : "0");

/**
 * A dossier for `DongBoHoSoMC`: every value a string, times `yyyyMMddHHmmss`. What is not known is empty or left out; nothing
 * is made up. The due date is the one that is printed and valid.
 */
export function dossierMessage(told: ToldDossier): Strings {
  const { ports, procedure, personal, now: { state }, to } = told;
  const owner = partyOf(ports, personal.form, procedure.parties.owner);
  const identity = owner.identity?.replace(/\s/g, "");
  const files = state.documents.flatMap(({ files: given = [] }) => given);
  return {
    MaHoSo: state.code, MaTTHC: procedure.code, TenTTHC: procedure.name.vi, MaLinhVuc: procedure.field.id, TenLinhVuc: procedure.field.name.vi,
    KenhThucHien: CHANNELS[state.channel], ChuHoSo: owner.name ?? "", LoaiDoiTuong: kindOf(identity),
    ...(owner.email === undefined ? {} : { Email: owner.email }), ...(owner.phone === undefined ? {} : { SoDienThoai: owner.phone }),
    TrichYeuHoSo: procedure.name.vi.slice(0, 1000), ...times(told), TrangThaiHoSo: String(to), HinhThuc: flag(state.resultBy === "post"),
    DonViXuLy: unitName(ports, state.competentUnit), NoiNopHoSo: LOCAL, HoSoCoThanhPhanSoHoa: flag(files.length > 0),
    // No assurance level is recorded of an account yet.
    TaiKhoanDuocXacThucVoiVNeID: "0", DuocThanhToanTrucTuyen: paidOnline(told.batches) ? "2" : "0",
    DinhDanhCHS: identity !== undefined && /^(\d{9}|\d{12})$/.test(identity) ? [{ LoaiDinhDanh: identity.length === 12 ? "1" : "2", SoDinhDanh: identity }] : [],
    DSKetNoiCSDL: [], TaiLieuNop: filesOf(told), DanhSachLePhi: feesOf(told), DanhSachTepDinhKemKhac: papersOf(told),
    DanhSachHoSoBoSung: supplementRecords(told), DanhSachGiayToKetQua: resultPapers(told),
  };
}

/** A citizen's number has 12 or 9 digits, an enterprise's tax code 10 or 13; anybody else is "other". The platform maps them where a list differs. */
function kindOf(identity = ""): string {
  if (/^(\d{9}|\d{12})$/.test(identity)) return "1";
  return /^\d{10}(-?\d{3})?$/.test(identity) ? "2" : "4";
}

const ENDED: ReadonlySet<NationalStatus> = new Set([3, 7, 8]);

function times({ now: { state }, to }: ToldDossier): Strings {
  const { submittedAt, acceptedAt, due, finishedAt, endedAt } = state;
  const end = finishedAt ?? (ENDED.has(to) ? endedAt : undefined);
  return {
    NgayNopHoSo: nationalTime(submittedAt),
    NgayTiepNhan: acceptedAt === undefined ? "" : nationalTime(acceptedAt),
    NgayHenTra: acceptedAt === undefined || due === undefined ? "" : nationalTime(due),
    ...(end === undefined ? {} : { NgayKetThucXuLy: nationalTime(end) }),
    ...(to === 3 && endedAt !== undefined ? { NgayTuChoi: nationalTime(endedAt) } : {}),
    ...(to === 10 && endedAt !== undefined ? { NgayTra: nationalTime(endedAt) } : {}),
  };
}

/** Money that came through the platform was recorded by the system; what an officer recorded was not paid online. */
function paidOnline(batches: readonly EventBatch[]): boolean {
  return batches.some(({ actor, events }) => actor.kind === "system" && events.some(({ type }) => type === "fee-paid"));
}

function filesOf({ now: { state }, procedure }: ToldDossier): readonly Strings[] {
  return state.documents.flatMap(({ id, files = [], retrieved }) => files.map((file, index) => ({
    TepDinhKemId: file.sha256, TenTepDinhKem: `${id}-${index + 1}.${file.type.split("/").at(-1)}`, IsDeleted: "False", MaThanhPhanHoSo: documentCode(procedure, id),
    DuongDanTaiTepTin: `/api/dossiers/${state.code}/files/${file.sha256}`, DuocSoHoa: "1", DuocTaiSuDung: "0", DuocLayTuKhoDMQG: flag(retrieved === true), MaKetQuaThayThe: "",
  })));
}

function feesOf({ now: { state }, procedure }: ToldDossier): readonly Strings[] {
  return state.fees.flatMap(({ id, vnd }) => {
    const fee = procedure.fees.find((each) => each.id === id);
    if (fee === undefined || vnd === null) return [];
    return [{ TenPhiLePhi: fee.name.vi, MaPhiLePhi: id, HinhThucThu: fee.collect === "return" ? "4" : "1", Gia: String(vnd), LoaiPhiLePhi: fee.kind === "fee" ? "1" : "2" }];
  });
}

/** Papers that were handed in on paper: originals and copies apart. */
function papersOf({ now: { state }, procedure, personal }: ToldDossier): readonly Strings[] {
  return state.documents.flatMap(({ id, original = 0, copy = 0 }) => {
    const name = documentName(procedure, id, personal.form).vi;
    return [[original, "0"] as const, [copy, "1"] as const].filter(([count]) => count > 0).map(([count, kind]) => ({ TenGiayTo: name, SoLuong: String(count), LoaiGiayTo: kind }));
  });
}
