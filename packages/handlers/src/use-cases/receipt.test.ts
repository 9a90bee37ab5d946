import { spawnSync } from "node:child_process";
import type { DossierState } from "@motcua/dossier";
import { ok } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../fingerprint.ts";
import { receiptData } from "../papers/receipt-data.ts";
import { sampleCode, sampleCommit } from "../testing/sample-commit.ts";
import { SAMPLE_FORM } from "../testing/sample-procedure.ts";
import type { SampleShop } from "../testing/sample-shop.ts";
import { CITIZEN, CLERK, LEADER, NEIGHBOUR, sampleShop, STRANGER } from "../testing/sample-shop.ts";

const CODE = sampleCode(1);
const SECRET = "0123456789abcdef0123456789abcdef";
const BASE = "https://motcua.example.vn";
const PERSONAL = { salt: "00", form: SAMPLE_FORM, records: {}, answers: {}, notes: {} };
const ACCEPTED: Partial<DossierState> = {
  acceptedAt: "2026-10-05T08:30:00.000+07:00",
  firstDue: "2026-10-08T17:00:00+07:00",
  due: "2026-10-08T17:00:00+07:00",
  documents: [{ id: "to_khai", electronic: true }, { id: "giay_to", copy: 2, sets: 3, files: [] }],
  fees: [{ id: "le_phi", vnd: 5000 }],
};

describe("the receipt of a dossier", () => {
  let shop: SampleShop;

  beforeEach(async () => {
    shop = await sampleShop();
    await commit(ACCEPTED);
  });

  async function commit(state: Partial<DossierState>, code = CODE): Promise<void> {
    const made = sampleCommit({ code, seq: 1, account: CITIZEN.sub, trackingHash: sha256(code === CODE ? SECRET : code) });
    const batch = { ...made.batch, actor: { kind: "officer", id: CLERK.sub } as const, events: [{ type: "accepted", due: { after: "2026-10-08T17:00:00+07:00", provisional: false } }] as const };
    await shop.ports.dossiers.commit({ ...made, batch, body: JSON.stringify(batch), state: { ...made.state, ...state }, personal: PERSONAL });
  }

  async function asked(by: Parameters<SampleShop["handlers"]["receipt"]>[0]): Promise<string> {
    const given = await shop.handlers.receipt(by);
    return given.ok ? Buffer.from(given.value.subarray(0, 5)).toString("latin1") : given.problems.map(({ code }) => code).join();
  }

  const hashOf = async () => (await shop.ports.dossiers.load(CODE))?.lastHash ?? expect.fail("no such dossier");

  async function dataOf(code = CODE, context: Parameters<typeof receiptData>[2] = {}) {
    const stored = await shop.ports.dossiers.load(code);
    if (stored === undefined) throw new Error("no such dossier");
    return receiptData(shop.ports, stored, context);
  }

  it("is given to the owner, to officers of the receiving unit and to whoever holds the secret", async () => {
    expect(await asked({ caller: CITIZEN, code: CODE })).toBe("%PDF-");
    expect(await asked({ caller: CLERK, code: CODE })).toBe("%PDF-");
    expect(await asked({ caller: LEADER, code: CODE })).toBe("%PDF-");
    expect(await asked({ secret: ` ${SECRET.toUpperCase()} ` })).toBe("%PDF-");
    expect(await asked({ caller: NEIGHBOUR, code: CODE, secret: SECRET })).toBe("%PDF-");
  });

  it("refuses everybody else, unknown codes and wrong secrets alike", async () => {
    expect(await asked({ caller: NEIGHBOUR, code: CODE })).toBe("not-found");
    expect(await asked({ caller: STRANGER, code: CODE })).toBe("not-found");
    expect(await asked({ caller: CLERK, code: sampleCode(9) })).toBe("not-found");
    expect(await asked({ secret: "f".repeat(32) })).toBe("not-found");
    expect(await asked({ secret: "" })).toBe("not-found");
  });

  it("refuses a secret of another dossier, even to the owner: its QR code would lead elsewhere", async () => {
    await commit(ACCEPTED, sampleCode(2));
    expect(await asked({ caller: CITIZEN, code: sampleCode(2), secret: SECRET })).toBe("not-found");
  });

  it("says who, what, when and to whom, in the words of the pinned definition", async () => {
    await shop.ports.people.put({ sub: CLERK.sub, name: "Lê Thị Tiếp Nhận", memberships: [] });
    expect(await dataOf()).toEqual({
      code: CODE,
      unit: { parent: "UBND tỉnh Mẫu", name: "UBND xã Mẫu Một", place: "Xã Mẫu Một" },
      submitter: { name: "Nguyễn Văn Thử", phone: "0900 000 123" },
      owner: { name: "Nguyễn Văn Thử", phone: "0900 000 123", identity: "087200004567" },
      channel: "online",
      procedure: { code: "9.000001", name: "Xác nhận mẫu" },
      documents: [{ name: "Tờ khai", electronic: true }, { name: "Giấy tờ kèm theo", copy: 2, sets: 3 }],
      sets: 3,
      fees: [{ name: "Lệ phí", vnd: 5000 }],
      limit: { time: "3wd" },
      submittedAt: "2026-10-05T08:00:00.000+07:00",
      acceptance: { at: "2026-10-05T08:30:00.000+07:00", due: "2026-10-08T17:00:00+07:00", officer: "Lê Thị Tiếp Nhận" },
      resultBy: "online",
      tracking: { qr: CODE, secret: false, hash: await hashOf() },
    });
  });

  it("keeps the date first promised and puts a date that was moved beside it", async () => {
    await commit({ ...ACCEPTED, due: "2026-10-12T17:00:00+07:00" }, sampleCode(3));
    expect((await dataOf(sampleCode(3))).acceptance).toMatchObject({ due: "2026-10-08T17:00:00+07:00", movedTo: "2026-10-12T17:00:00+07:00" });
  });

  it("has no due date before acceptance, but the time by which acceptance is decided", async () => {
    await commit({ phase: "submitted", acceptanceDue: "2026-10-05T17:00:00+07:00" }, sampleCode(4));
    const data = await dataOf(sampleCode(4));
    expect(data.acceptance).toBeUndefined();
    expect(data.acceptanceDue).toBe("2026-10-05T17:00:00+07:00");
    await commit({ phase: "refused", acceptanceDue: "2026-10-05T17:00:00+07:00" }, sampleCode(5));
    expect((await dataOf(sampleCode(5))).acceptanceDue).toBeUndefined();
  });

  it("puts the secret into the QR code only where the caller presented it, and else the page that asks for a second factor", async () => {
    expect((await dataOf(CODE, { baseUrl: `${BASE}/`, secret: SECRET })).tracking).toEqual({ qr: `${BASE}/tra-cuu/${SECRET}#h=${await hashOf()}`, secret: true, page: `${BASE}/tra-cuu`, hash: await hashOf() });
    expect((await dataOf(CODE, { baseUrl: BASE })).tracking).toEqual({ qr: `${BASE}/tra-cuu?ma=${CODE}`, secret: false, page: `${BASE}/tra-cuu`, hash: await hashOf() });
  });

  it("says an address in words, and a place without a known name by its code", async () => {
    const { procedure } = (await shop.ports.catalogue.load("9.000001", "0123456789abcdef")) ?? {};
    if (procedure === undefined) throw new Error("no sample procedure");
    const submitter = { ...procedure.parties.submitter, address: ["/khong_co", "/noi_cu_tru"] };
    const module = { procedure: { ...procedure, parties: { ...procedure.parties, submitter } }, expressions: {}, check: ok, problems: () => [], checkRecord: (_step: string, value: unknown) => ok(value) };
    const ports = { ...shop.ports, catalogue: { entries: [], load: async () => module } };
    const stored = await ports.dossiers.load(CODE);
    const at = async (noi_cu_tru: unknown, placeName?: (code: string) => string | undefined) =>
      stored && (await receiptData({ ...ports, ...(placeName && { placeName }) }, { ...stored, personal: { ...PERSONAL, form: { noi_cu_tru } } }, {})).submitter.address;
    expect(await at({ quoc_gia: "VN", tinh: "82", xa: "30002", chi_tiet: "Số 1 đường Thử" })).toBe("Số 1 đường Thử, Xã Mẫu Hai, Tỉnh Mẫu");
    expect(await at({ quoc_gia: "VN", tinh: "01", xa: "00166" })).toBe("mã đơn vị hành chính 00166, mã đơn vị hành chính 01");
    expect(await at({ quoc_gia: "VN", tinh: "01", xa: "00166" }, (code) => ({ "01": "Thành phố Hà Nội", "00166": "Phường Cầu Giấy" })[code])).toBe("Phường Cầu Giấy, Thành phố Hà Nội");
    expect(await at({ quoc_gia: "FR", chi_tiet: "1 rue de l'Essai" })).toBe("1 rue de l'Essai, Pháp");
    expect(await at("  Ấp Thử Nghiệm ")).toBe("Ấp Thử Nghiệm");
    expect(await at({})).toBeUndefined();
  });

  it("names the commune's People's Committee above a commune's centre", async () => {
    const unit = { code: "H20.015", name: { vi: "Trung tâm Phục vụ hành chính công phường Đạo Thạnh" }, level: "commune", commune: "28249" } as const;
    const ports = { ...shop.ports, province: { ...shop.ports.province, units: [unit] } };
    const stored = await ports.dossiers.load(CODE);
    const data = stored && (await receiptData(ports, stored, {}));
    expect(data?.unit).toEqual({ parent: "Ủy ban nhân dân phường Đạo Thạnh", name: unit.name.vi, place: "Phường Đạo Thạnh" });
    const renamed = { ...ports, province: { ...ports.province, units: [{ ...unit, name: { vi: "Quầy số 1" } }] }, placeName: (code: string) => (code === "28249" ? "Phường Đạo Thạnh" : undefined) };
    expect((stored && (await receiptData(renamed, stored, {})))?.unit).toEqual({ parent: "Ủy ban nhân dân phường Đạo Thạnh", name: "Quầy số 1", place: "Phường Đạo Thạnh" });
    const branch = { ...ports, province: { ...ports.province, units: [{ ...unit, parentName: { vi: "Sở Nông nghiệp và Môi trường" } }] } };
    expect((stored && (await receiptData(branch, stored, {})))?.unit.parent).toBe("Sở Nông nghiệp và Môi trường");
  });

  it("prints what it was told", async () => {
    if (spawnSync("pdftotext", ["-v"]).status !== 0) return console.warn("handlers: poppler-utils is not installed, the receipt is not read back");
    const given = await shop.handlers.receipt({ secret: SECRET, baseUrl: BASE });
    const text = given.ok ? spawnSync("pdftotext", ["-layout", "-", "-"], { input: given.value, encoding: "utf8" }).stdout.normalize("NFC").replace(/\s+/gu, " ") : "";
    expect(text).toContain(`Mã hồ sơ: ${CODE}`);
    expect(text).toContain("UBND xã Mẫu Một tiếp nhận hồ sơ của: Nguyễn Văn Thử");
    expect(text).toContain("Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 08 tháng 10 năm 2026");
    expect(text).not.toContain(SECRET);
  });
});
