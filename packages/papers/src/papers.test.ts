import { describe, expect, it } from "vitest";
import { renderControlSheet } from "./render-control-sheet.ts";
import { renderExtension } from "./render-extension.ts";
import { renderRefusal } from "./render-refusal.ts";
import { renderRegister } from "./render-register.ts";
import { renderStopNotice } from "./render-stop-notice.ts";
import { renderSupplementRequest } from "./render-supplement-request.ts";
import { hasPoppler, report, textOf, wordsOf } from "./testing/poppler.ts";
import { qrOn } from "./testing/qr-on.ts";
import { SAMPLE_CONTROL, SAMPLE_EXTENSION, SAMPLE_REFUSAL, SAMPLE_REGISTER, SAMPLE_STOP, SAMPLE_SUPPLEMENT, sampleLine } from "./testing/sample-papers.ts";

/** A name of 200 letters, as a person with malice or an organisation may have it. */
const LONG = `${"Nguyễn Khuỵu Đẫm ".repeat(11)}Ỷ Lan Bẵng Kỳ`.padEnd(200, "ẵ").slice(0, 200);
const PARTY = { name: LONG, identity: "087200004567", address: LONG, phone: "0900 000 123", email: "thu@example.vn" };
const LONG_UNIT = { ...SAMPLE_STOP.unit, parent: LONG, name: LONG };
const DOSSIER = ["Chủ hồ sơ: Ỷ Lan Bẵng Kỳ Đẫm Khuỵu", "Địa chỉ: Ấp Thử Nghiệm, Xã Mỹ Đức Tây, Tỉnh Đồng Tháp", "Người nộp hồ sơ: Nguyễn Đỗ Thị Mỹ Nguyễn", "Số định danh: 087200004567", "Số điện thoại: 0900 000 123", "Thư điện tử: thu@example.vn", "Nội dung yêu cầu giải quyết: Thủ tục đăng ký khai sinh (mã thủ tục 1.001193)", "Mã hồ sơ: H20.015-261005-0001", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Phường Đạo Thạnh, ngày 0"];

interface Form {
  readonly form: string;
  readonly print: () => Promise<Uint8Array>;
  /** With 200-letter names everywhere. */
  readonly long: () => Promise<Uint8Array>;
  readonly title: string;
  readonly says: readonly string[];
  readonly qr: string;
  readonly rows: number;
}

const { qr } = SAMPLE_STOP.tracking;
const FORMS: readonly Form[] = [
  {
    form: "02", qr, rows: 4, title: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    print: () => renderSupplementRequest(SAMPLE_SUPPLEMENT),
    long: () => renderSupplementRequest({ ...SAMPLE_SUPPLEMENT, owner: PARTY, submitter: { ...PARTY, phone: "1" }, unit: LONG_UNIT, officer: LONG, overLimitReason: LONG, defects: [{ document: LONG, original: 1, text: LONG }] }),
    says: [...DOSSIER, "Số: 01-M02/H20.015-261005-0001", "PHIẾU YÊU CẦU", "BỔ SUNG, HOÀN THIỆN HỒ SƠ", "(lần thứ 02)", "Thời gian nhận hồ sơ: 09 giờ 25 phút, ngày 05 tháng 10 năm 2026", "Giấy chứng sinh", "01 01 Chưa có trong hồ sơ", "Tờ khai, nội dung kê khai Họ của trẻ", "Lý do yêu cầu bổ sung quá số lần quy định: Giấy chứng sinh nộp lần trước bị tẩy xóa", "Thời hạn bổ sung, hoàn thiện hồ sơ: trước 17 giờ 00 phút, ngày 20 tháng 10 năm 2026", "người phụ trách: Trần Thị Quỳnh Ý", "0273 000 0000", "NGƯỜI YÊU CẦU BỔ SUNG HỒ SƠ", "Tra cứu tình trạng hồ sơ"],
  },
  {
    form: "03", qr, rows: 0, title: "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
    print: () => renderRefusal(SAMPLE_REFUSAL),
    long: () => renderRefusal({ ...SAMPLE_REFUSAL, owner: PARTY, submitter: { ...PARTY, phone: "1" }, unit: LONG_UNIT, officer: LONG, reason: LONG }),
    says: [...DOSSIER, "Số: 01-M03/H20.015-261005-0001", "PHIẾU TỪ CHỐI", "TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Thời gian nộp hồ sơ: 09 giờ 10 phút, ngày 05 tháng 10 năm 2026", "Hình thức nộp hồ sơ: trực tiếp", "Lý do cụ thể: Việc đăng ký khai sinh", "Theo điểm c khoản 1 Điều 6", "Thời gian từ chối: 10 giờ 05 phút", "NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ", "Nguyễn Đỗ Thị Mỹ Nguyễn Trần Thị Quỳnh Ý"],
  },
  {
    form: "04", qr, rows: 0, title: "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
    print: () => renderExtension(SAMPLE_EXTENSION),
    long: () => renderExtension({ ...SAMPLE_EXTENSION, owner: PARTY, submitter: { ...PARTY, phone: "1" }, unit: LONG_UNIT, receivingUnit: `${LONG}!`, signer: LONG, reason: LONG, step: LONG }),
    says: [...DOSSIER, "Số: 01-M04/H20.015-261005-0001", "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ", "GIA HẠN THỜI GIAN GIẢI QUYẾT", "Kính gửi: Ỷ Lan Bẵng Kỳ Đẫm Khuỵu", "Thời gian nhận hồ sơ: 09 giờ 25 phút", "Thời gian trả kết quả đã hẹn: 17 giờ 00 phút, ngày 05 tháng 10 năm 2026", "đang có hiệu lực trước văn bản này: 17 giờ 00 phút, ngày 06 tháng 10 năm 2026", "Lý do: Phải xác minh nơi cư trú", "xin lỗi ông (bà)", "được hẹn lại vào: 17 giờ 00 phút, ngày 08 tháng 10 năm 2026", "Nơi nhận:", "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "Lê Hữu Nghĩa"],
  },
  {
    form: "05", qr, rows: 3, title: "Thông báo dừng giải quyết hồ sơ",
    print: () => renderStopNotice(SAMPLE_STOP),
    long: () => renderStopNotice({ ...SAMPLE_STOP, owner: PARTY, submitter: { ...PARTY, phone: "1" }, unit: LONG_UNIT, receivingUnit: `${LONG}!`, askedBy: LONG, step: LONG, returned: [{ name: LONG, copy: 1 }] }),
    says: [...DOSSIER, "Số: 01-M05/H20.015-261005-0001", "THÔNG BÁO", "DỪNG GIẢI QUYẾT HỒ SƠ", "Kính gửi: Ỷ Lan Bẵng Kỳ Đẫm Khuỵu", "dừng giải quyết hồ sơ nêu trên từ 08 giờ 40 phút, ngày 06 tháng 10 năm 2026", "Bước dừng giải quyết: Thẩm tra hồ sơ", "Bên đề nghị dừng: Công chức tư pháp - hộ tịch", "Căn cứ, lý do: Người được khai sinh đã có khai sinh", "Giấy tờ trả lại người nộp hồ sơ:", "Tờ khai đăng ký khai sinh theo mẫu 01", "Lệ phí đăng ký khai sinh quá hạn: 8.000 đồng", "Nơi nhận:"],
  },
  {
    form: "06", qr, rows: 10, title: "Phiếu kiểm soát quá trình giải quyết hồ sơ",
    print: () => renderControlSheet(SAMPLE_CONTROL),
    long: () => renderControlSheet({ ...SAMPLE_CONTROL, owner: PARTY, submitter: { ...PARTY, phone: "1" }, unit: LONG_UNIT, handovers: [{ from: { unit: LONG, person: LONG }, to: { unit: LONG, person: LONG }, at: SAMPLE_CONTROL.acceptedAt, timing: "late", note: LONG }] }),
    says: [...DOSSIER, "PHIẾU KIỂM SOÁT", "QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "Cơ quan giải quyết: Ủy ban nhân dân phường Đạo Thạnh", "Thời gian giải quyết hồ sơ theo quy định: trong ngày làm việc", "Thời gian trả kết quả được hẹn lại: 17 giờ 00 phút, ngày 08 tháng 10 năm 2026", "Thời hạn theo luật của phần việc Kiểm tra và chuyển hồ sơ (03 ngày làm việc): từ 09 giờ 25 phút", "quá hạn; giữ hồ sơ khi hết hạn: Lãnh đạo, Ủy ban nhân dân phường Đạo Thạnh", "Có giá trị đến hết ngày: 05/04/2027", "Phải thông báo kết quả cho: chủ hồ sơ ; Công an phường Đạo Thạnh", "Bên giao", "Bên nhận", "09:25", "Trước hạn", "Đúng hạn", "Quá hạn", "Thẩm tra hồ sơ:"],
  },
  {
    form: "07", qr: SAMPLE_REGISTER.qr, rows: 8, title: "Sổ theo dõi hồ sơ - Trung tâm Phục vụ hành chính công phường Đạo Thạnh - Từ ngày 05/10/2026 đến ngày 09/10/2026",
    print: () => renderRegister(SAMPLE_REGISTER),
    long: () => renderRegister({ ...SAMPLE_REGISTER, unit: LONG_UNIT, officer: LONG, lines: [{ ...sampleLine(1), content: LONG, owner: LONG, contact: LONG, competentUnit: LONG, resultBy: LONG, note: LONG }] }),
    says: ["SỔ THEO DÕI HỒ SƠ", "Từ ngày 05/10/2026 đến ngày 09/10/2026", "H20.015-261005-0006", "09:25", "17:00", "16:20", "Tổng số: 06 hồ sơ. Số liệu tại thời điểm in: 16:00 09/10/2026.", "NGƯỜI LẬP SỔ", "Trần Thị Quỳnh Ý"],
  },
];

it.each(FORMS)("form $form has equal bytes whenever it is written, whatever was written between", async ({ print }) => {
  const first = await print();
  for (const other of FORMS) await other.long();
  expect(Buffer.from(await print()).equals(Buffer.from(first))).toBe(true);
});

describe.skipIf(!hasPoppler)("a paper, read back", () => {
  it.each(FORMS)("form $form says every field, in composed letters", async ({ print, says }) => {
    const text = textOf(await print());
    for (const words of says) expect(text).toContain(words);
  });

  it.each(FORMS)("form $form is A4, tagged, titled, with a heading, a figure, its tables and every font embedded", async ({ print, title, rows }) => {
    const pdf = await print();
    const info = report("pdfinfo", pdf).normalize("NFC");
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toMatch(/\(A4\)$/m);
    expect(info).toContain(title);
    const structure = report("pdfinfo", pdf, ["-struct"]);
    expect(structure.match(/^\s*H1/gm)).toHaveLength(1);
    expect(structure.match(/^\s*Figure/gm)).toHaveLength(1);
    // A table's head comes again on a second page.
    const pages = Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1]);
    expect((structure.match(/^\s*TR/gm) ?? []).length - rows).toBeLessThan(pages);
    for (const font of report("pdffonts", pdf).trim().split("\n").slice(2)) expect(font).toMatch(/\+Tinos\S*\s+CID TrueType\s+Identity-H\s+yes yes yes/);
  });

  it.each(FORMS)("form $form carries a QR code that a camera reads", async ({ print, qr: content }) => {
    expect(qrOn(await print())).toBe(content);
  });

  it.each(FORMS)("form $form keeps names of 200 letters within its margins and loses none of their words", async ({ long }) => {
    const pdf = await long();
    const words = wordsOf(pdf);
    expect(words.length).toBeGreaterThan(50);
    for (const { text, xMin, xMax, yMax, page } of words) {
      expect.soft([text, xMin >= 50, xMax <= page.width - 40, yMax <= page.height - 40]).toEqual([text, true, true, true]);
    }
    expect(textOf(pdf).match(/Khuỵu/g)?.length).toBeGreaterThanOrEqual(11);
  });

  it("goes on in further rows where a defect takes more than a page, and keeps its words in order", async () => {
    const words = Array.from({ length: 900 }, (_unused, index) => `từ${index}`);
    const pdf = await renderSupplementRequest({ ...SAMPLE_SUPPLEMENT, defects: [{ document: "Giấy chứng sinh", text: words.join(" ") }] });
    const read = wordsOf(pdf).flatMap(({ text }) => (/^từ\d+$/.test(text) ? [text] : []));
    expect(read).toEqual(words);
    for (const { yMax, page } of wordsOf(pdf)) expect(yMax).toBeLessThanOrEqual(page.height - 40);
  });

  it("flows a reason of several pages without losing a word", async () => {
    const words = Array.from({ length: 1500 }, (_unused, index) => `từ${index}`);
    const pdf = await renderRefusal({ ...SAMPLE_REFUSAL, reason: words.join(" ") });
    expect(wordsOf(pdf).flatMap(({ text }) => (/^từ\d+$/.test(text) ? [text] : []))).toEqual(words);
    expect(report("pdfinfo", pdf)).toMatch(/^Tagged:\s+yes$/m);
  });

  it("never leaves a signature alone on a page", async () => {
    for (let lines = 1; lines < 24; lines += 1) {
      const pdf = await renderRefusal({ ...SAMPLE_REFUSAL, reason: Array.from({ length: lines }, () => "Một dòng lý do.").join("\n") });
      const text = textOf(pdf);
      expect(text.indexOf("Nếu có vướng mắc")).toBeGreaterThan(0);
      const heads = wordsOf(pdf);
      const signed = heads.findIndex(({ text: word }) => word === "(Ký");
      const closing = heads.findLastIndex(({ text: word }, index) => word === "vướng" && index < signed);
      expect(heads[signed]?.yMax).toBeGreaterThan(heads[closing]?.yMax ?? Number.POSITIVE_INFINITY);
    }
  });

  it("leaves room to sign and seal above a name, and to write the name where none is known", async () => {
    const roomBelow = async (pdf: Promise<Uint8Array>, last: string, next: string) => {
      const words = wordsOf(await pdf);
      const manner = words.findLast(({ text }) => text === last);
      const below = words.find(({ text, yMin, page }) => text === next && page.number === manner?.page.number && yMin > (manner?.yMax ?? 0));
      return (below?.yMin ?? 0) - (manner?.yMax ?? 0);
    };
    expect(await roomBelow(renderExtension(SAMPLE_EXTENSION), "dấu)", "Nghĩa")).toBeGreaterThan(60);
    expect(await roomBelow(renderStopNotice(SAMPLE_STOP), "dấu)", "Tra")).toBeGreaterThan(75);
    expect(await roomBelow(renderRefusal(SAMPLE_REFUSAL), "tên)", "Quỳnh")).toBeGreaterThan(35);
  });

  it("lists 300 dossiers over numbered pages with the head on each", async () => {
    const lines = Array.from({ length: 300 }, (_unused, index) => sampleLine(index + 1));
    const pdf = await renderRegister({ ...SAMPLE_REGISTER, lines });
    const text = textOf(pdf);
    for (const { code } of lines) expect(text).toContain(code);
    const pages = Number(/^Pages:\s+(\d+)$/m.exec(report("pdfinfo", pdf))?.[1]);
    expect(pages).toBeGreaterThan(20);
    expect(text.match(/Mã hồ sơ/g)?.length).toBeGreaterThanOrEqual(pages - 1);
    expect(text).toContain("Tổng số: 300 hồ sơ");
  });

  it("says so where a period has no dossier and where a personal record was erased", async () => {
    expect(textOf(await renderRegister({ ...SAMPLE_REGISTER, lines: [] }))).toContain("Không có hồ sơ nào được nộp trong thời gian này.");
    expect(textOf(await renderRefusal({ ...SAMPLE_REFUSAL, owner: {}, submitter: {} }))).toContain("Chủ hồ sơ: (dữ liệu cá nhân không còn lưu)");
  });
});
