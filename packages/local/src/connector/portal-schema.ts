/** A field of a message: its pattern, `?` where it may be absent. Every value is a string. */
type Fields = Readonly<Record<string, RegExp | readonly [RegExp] | Fields[]>>;

const TEXT = /\S/;
const ANY = /^[\s\S]{0,4000}$/;
const TIME = /^\d{14}$/;
const TIME_OR_NONE = /^(\d{14})?$/;
const FLAG = /^[01]$/;
const CODE = /^\S{3,60}$/;
const STATUS = /^([1-9]|10)$/;
/** A field that may be absent. */
const maybe = (pattern: RegExp): readonly [RegExp] => [pattern];

/** `DongBoHoSoMC`, as public descriptions of the service have it. */
const DOSSIER: Fields = {
  MaHoSo: CODE, MaTTHC: /^\d\.\d{6}$/, TenTTHC: TEXT, MaLinhVuc: TEXT, TenLinhVuc: TEXT, SoBienNhan: maybe(ANY), KenhThucHien: /^[123]$/, ChuHoSo: TEXT, LoaiDoiTuong: /^[1-4]$/, MaDoiTuong: maybe(ANY),
  ThongTinKhac: maybe(ANY), Email: maybe(ANY), Fax: maybe(ANY), SoDienThoai: maybe(ANY), TrichYeuHoSo: /^[\s\S]{1,1000}$/, NgayNopHoSo: TIME, NgayTiepNhan: TIME_OR_NONE, NgayHenTra: TIME_OR_NONE,
  TrangThaiHoSo: STATUS, NgayTra: maybe(TIME), ThongTinTra: maybe(ANY), HinhThuc: FLAG, NgayKetThucXuLy: maybe(TIME), NgayTuChoi: maybe(TIME), DonViXuLy: TEXT, GhiChu: maybe(ANY), NoiNopHoSo: /^[12]$/,
  HoSoCoThanhPhanSoHoa: FLAG, TaiKhoanDuocXacThucVoiVNeID: FLAG, DuocThanhToanTrucTuyen: /^[0-3]$/,
  DinhDanhCHS: [{ LoaiDinhDanh: /^[12]$/, SoDinhDanh: /^(\d{9}|\d{12})$/ }], DSKetNoiCSDL: [{ MaCSDL: TEXT }],
  TaiLieuNop: [{ TepDinhKemId: TEXT, TenTepDinhKem: TEXT, IsDeleted: /^(True|False)$/, MaThanhPhanHoSo: TEXT, DuongDanTaiTepTin: TEXT, DuocSoHoa: FLAG, DuocTaiSuDung: FLAG, DuocLayTuKhoDMQG: FLAG, MaKetQuaThayThe: ANY }],
  DanhSachLePhi: [{ TenPhiLePhi: TEXT, MaPhiLePhi: TEXT, HinhThucThu: /^[124]$/, Gia: /^\d+$/, LoaiPhiLePhi: /^[12]$/ }],
  DanhSachTepDinhKemKhac: [{ TenGiayTo: TEXT, SoLuong: /^[1-9]\d*$/, LoaiGiayTo: /^[012]$/ }],
  DanhSachHoSoBoSung: [{
    HoSoBoSungId: TEXT, NguoiYeuCauBoSung: TEXT, NoiDungBoSung: TEXT, NgayBoSung: TIME, NguoiTiepNhanBoSung: ANY, ThongTinTiepNhan: ANY, NgayTiepNhanBoSung: TIME_OR_NONE, TrangThaiBoSung: FLAG,
    DanhSachGiayToBoSung: [{ MaThanhPhanHoSo: TEXT }], DanhSachLePhiBoSung: [{}], NgayHenTraTruoc: TIME_OR_NONE, NgayHenTraMoi: TIME_OR_NONE,
  }],
  DanhSachGiayToKetQua: [{ TenGiayTo: TEXT, MaThanhPhanHoSo: TEXT, GiayToId: ANY, DuongDanTepTinKetQua: ANY, MaGiayToKetQua: TEXT }],
};

/** `CapNhatTienDoHoSoMC`. */
const PROGRESS: Fields = {
  MaHoSo: CODE, NguoiXuLy: /^.{1,50}$/, ChucDanh: maybe(ANY), ThoiDiemXuLy: TIME, PhongBanXuLy: maybe(ANY), NoiDungXuLy: TEXT, TrangThai: STATUS, NgayBatDau: maybe(TIME), NgayKetThucTheoQuyDinh: maybe(TIME),
};

const SERVICES: Readonly<Record<string, Fields>> = { DongBoHoSoMC: DOSSIER, CapNhatTienDoHoSoMC: PROGRESS };

/** Places at which a message is not what the service takes: never the values. */
export function messageFaults(service: string, body: unknown): readonly string[] {
  const fields = SERVICES[service];
  if (fields === undefined) return ["/service"];
  if (!isRecord(body)) return [""];
  const { madonvi, service: named, isUpdating, data } = body;
  const [record] = Array.isArray(data) ? (data as readonly unknown[]) : [];
  return [
    ...(typeof madonvi === "string" && /^[A-Z]\d{2}(\.\d{2,3}){0,4}$/.test(madonvi) ? [] : ["/madonvi"]),
    ...(named === service ? [] : ["/service"]),
    ...(isUpdating === "True" || isUpdating === "False" ? [] : ["/isUpdating"]),
    ...(Array.isArray(data) && data.length === 1 ? faultsIn(fields, record, "/data/0") : ["/data"]),
    ...(service === "DongBoHoSoMC" && isRecord(record) ? lifeFaults(record) : []),
  ];
}

function faultsIn(fields: Fields, value: unknown, at: string): readonly string[] {
  if (!isRecord(value)) return [at];
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key)).map((key) => `${at}/${key}`);
  return [...unknown, ...Object.entries(fields).flatMap(([key, field]) => fieldFaults(field, value[key], `${at}/${key}`))];
}

function fieldFaults(field: Fields[string], value: unknown, at: string): readonly string[] {
  if (field instanceof RegExp) return typeof value === "string" && field.test(value) ? [] : [at];
  const [inner] = field;
  if (inner instanceof RegExp) return value === undefined ? [] : fieldFaults(inner, value, at);
  if (!Array.isArray(value)) return [at];
  return value.flatMap((entry: unknown, index) => faultsIn(inner ?? {}, entry, `${at}/${index}`));
}

/** What a status has to come with: a dossier that is worked on was received and has its date, one that ended has its end. */
function lifeFaults(record: Readonly<Record<string, unknown>>): readonly string[] {
  const status = Number(record["TrangThaiHoSo"]);
  const has = (key: string) => typeof record[key] === "string" && record[key] !== "";
  const needed = [...(status === 2 || status === 4 || status >= 7 ? ["NgayTiepNhan"] : []), ...([3, 7, 8, 9, 10].includes(status) ? ["NgayKetThucXuLy"] : []), ...(status === 3 ? ["NgayTuChoi"] : []), ...(status === 10 ? ["NgayTra"] : [])];
  return needed.filter((key) => !has(key)).map((key) => `/data/0/${key}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
