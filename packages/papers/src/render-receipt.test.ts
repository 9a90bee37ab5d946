import decodeQr from "qr/decode.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReceiptData } from "./receipt-data.ts";
import { renderReceipt } from "./render-receipt.ts";
import { hasPoppler, rasterOf, report, textOf } from "./testing/poppler.ts";
import { SAMPLE_RECEIPT } from "./testing/sample-receipt.ts";

const { acceptance: _, ...NOT_ACCEPTED } = SAMPLE_RECEIPT;
const pagesOf = (pdf: Uint8Array) => Number(/^Pages:\s+(\d+)$/m.exec(report("pdfinfo", pdf))?.[1]);

if (!hasPoppler) console.warn("papers: poppler-utils is not installed, papers are written but not read back");

describe("the receipt", () => {
  it("has equal bytes for equal data, whenever it is written", async () => {
    const [first, second] = [await renderReceipt(SAMPLE_RECEIPT), await renderReceipt(structuredClone(SAMPLE_RECEIPT))];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it("has other bytes for another owner", async () => {
    const [first, second] = [await renderReceipt(SAMPLE_RECEIPT), await renderReceipt({ ...SAMPLE_RECEIPT, owner: { name: "Ai Khác" } })];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
  });
});

describe.skipIf(!hasPoppler)("the receipt, read back", () => {
  let pdf: Uint8Array;
  let text: string;

  beforeAll(async () => {
    pdf = await renderReceipt(SAMPLE_RECEIPT);
    text = textOf(pdf);
  });

  it.each([
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Phường Đạo Thạnh, ngày 05 tháng 10 năm 2026",
    "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
    "Mã hồ sơ: H20.015-261005-0001",
    "tiếp nhận hồ sơ của: Nguyễn Đỗ Thị Mỹ Nguyễn",
    "Địa chỉ: Số 12 đường Nguyễn Huệ, Phường Mỹ Tho, Tỉnh Đồng Tháp",
    "Số định danh: 087200004567",
    "Số điện thoại: 0900 000 123",
    "Thư điện tử: thu@example.vn",
    "Chủ hồ sơ: Ỷ Lan Bẵng Kỳ Đẫm Khuỵu",
    "Nội dung yêu cầu giải quyết: Thủ tục đăng ký khai sinh (mã thủ tục 1.001193)",
    "Trường hợp: Đăng ký khai sinh quá hạn",
    "1 Tờ khai đăng ký khai sinh theo mẫu 01",
    "3 Căn cước của người yêu cầu xuất trình, đã trả lại",
    "Số lượng hồ sơ: 01 (bộ)",
    "Hình thức nộp hồ sơ: trực tiếp",
    "trong ngày làm việc; tiếp nhận sau 15 giờ 00 phút",
    "Thời gian nhận hồ sơ: 09 giờ 25 phút, ngày 05 tháng 10 năm 2026",
    "Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 05 tháng 10 năm 2026",
    "Đăng ký nhận kết quả: tại Trung tâm Phục vụ hành chính công phường Đạo Thạnh",
    "Lệ phí đăng ký khai sinh quá hạn: 8.000 đồng; Phí cấp bản sao trích lục: 16.000 đồng",
    "NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ",
    "Nguyễn Đỗ Thị Mỹ Nguyễn Trần Thị Quỳnh Ý",
    "Điện thoại hỗ trợ: 1022",
  ])("says: %s", (words) => {
    expect(text).toContain(words);
  });

  it("names the unit and the authority above it, in capitals, apart from the national name", () => {
    const structure = report("pdfinfo", pdf, ["-struct-text"]).normalize("NFC").replaceAll("\u00a0", " ");
    expect(structure).toContain('"ỦY BAN NHÂN DÂN PHƯỜNG ĐẠO THẠNH"');
    expect(structure).toContain('"TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG ĐẠO THẠNH"');
  });

  it("is one A4 page, tagged, titled, in Vietnamese, with every font embedded", () => {
    const info = report("pdfinfo", pdf);
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toMatch(/^Pages:\s+1$/m);
    expect(info).toMatch(/\(A4\)$/m);
    expect(info.normalize("NFC")).toMatch(/^Title:\s+Giấy tiếp nhận hồ sơ và hẹn trả kết quả - H20\.015-261005-0001$/m);
    expect(Buffer.from(pdf).toString("latin1")).toContain("/Lang (vi-VN)");
    const fonts = report("pdffonts", pdf).trim().split("\n").slice(2);
    expect(fonts).toHaveLength(3);
    for (const font of fonts) expect(font).toMatch(/\+Tinos\S*\s+CID TrueType\s+Identity-H\s+yes yes yes/);
  });

  it("has its title as a heading, its documents as a table with column heads, its QR code as a figure", () => {
    const structure = report("pdfinfo", pdf, ["-struct"]);
    expect(structure.match(/^\s*H1/gm)).toHaveLength(1);
    expect(structure.match(/^\s*Figure/gm)).toHaveLength(1);
    expect(structure.match(/^\s*TH/gm)).toHaveLength(6);
    expect(structure.match(/\/Scope \/Column/g)).toHaveLength(6);
    expect(structure.match(/^\s*TR/gm)).toHaveLength(5);
  });

  it("carries a QR code that a camera reads from the printed page", () => {
    const { width, height, data } = rasterOf(pdf, 150);
    const rgba = new Uint8Array(width * height * 4);
    for (const [pixel, grey] of data.entries()) rgba.set([grey, grey, grey, 255], pixel * 4);
    expect(decodeQr({ width, height, data: rgba })).toBe(SAMPLE_RECEIPT.tracking.qr);
  });

  it("warns not to pass a secret on, and only where there is one", async () => {
    expect(text).toContain("không gửi cho người khác");
    expect(textOf(await renderReceipt({ ...SAMPLE_RECEIPT, tracking: { qr: "x", secret: false } }))).not.toContain("không gửi cho người khác");
  });

  it("says the hash of the log it was printed from, whole and on one line, where it is known", async () => {
    expect(text).toContain(`Mã kiểm chứng nhật ký (SHA-256): ${SAMPLE_RECEIPT.tracking.hash ?? ""}`);
    expect(textOf(await renderReceipt({ ...SAMPLE_RECEIPT, tracking: { qr: "x", secret: false } }))).not.toContain("Mã kiểm chứng");
  });

  it("promises nothing before acceptance and says that it is no form 01", async () => {
    const before = textOf(await renderReceipt({ ...NOT_ACCEPTED, channel: "online", acceptanceDue: "2026-10-06T09:10:00+07:00" }));
    expect(before).toContain("XÁC NHẬN NỘP HỒ SƠ");
    expect(before).toContain("Hồ sơ chưa được tiếp nhận, do đó chưa có ngày hẹn trả kết quả.");
    expect(before).toContain("Thời hạn xem xét tiếp nhận hồ sơ: 09 giờ 10 phút, ngày 06 tháng 10 năm 2026");
    expect(before).not.toMatch(/GIẤY TIẾP NHẬN|Thời gian trả kết quả|NGƯỜI TIẾP NHẬN/);
  });

  it("leaves only the officer to sign what came online, and shows a date that was moved beside the first", async () => {
    const { acceptance } = SAMPLE_RECEIPT;
    const online = textOf(await renderReceipt({ ...SAMPLE_RECEIPT, channel: "online", ...(acceptance && { acceptance: { ...acceptance, movedTo: "2026-10-07T17:00:00+07:00" } }) }));
    expect(online).not.toContain("NGƯỜI NỘP HỒ SƠ");
    expect(online).toContain("Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 05 tháng 10 năm 2026");
    expect(online).toContain("Thời gian trả kết quả đã được hẹn lại: 17 giờ 00 phút, ngày 07 tháng 10 năm 2026");
  });

  it("never reads an amount that is not set as free", async () => {
    const fees = [{ name: "Phí A", vnd: null }, { name: "Phí B", vnd: 0 }, { name: "Phí C", vnd: 0, waived: true }, { name: "Phí D", vnd: 67_500, reduced: true }];
    expect(textOf(await renderReceipt({ ...SAMPLE_RECEIPT, fees }))).toContain("Phí A: chưa ban hành mức thu, thông báo sau; Phí B: không thu; Phí C: được miễn; Phí D: 67.500 đồng (đã giảm)");
  });

  it("wraps very long names and addresses and loses none of their words", async () => {
    const words = Array.from({ length: 60 }, (_unused, index) => `Nguyễnỹ${index}`);
    const long: ReceiptData = { ...SAMPLE_RECEIPT, submitter: { name: words.join(" "), address: "ẵ".repeat(300) } };
    const read = textOf(await renderReceipt(long));
    for (const word of words) expect(read).toContain(word);
    expect(read.match(/ẵ/g)?.length).toBeGreaterThanOrEqual(300);
  });

  it("composes letters that arrive decomposed and drops marks that turn the reading order", async () => {
    const read = textOf(await renderReceipt({ ...SAMPLE_RECEIPT, owner: { name: "Trần\u202e Thị\n\u0000 Quỳnh".normalize("NFD") } }));
    expect(read).toContain("Chủ hồ sơ: Trần Thị Quỳnh");
  });

  it("flows forty documents onto a second, numbered page and repeats the head of the table", async () => {
    const documents = Array.from({ length: 40 }, (_unused, index) => ({ name: `Giấy tờ thứ ${index + 1} của hồ sơ`, original: 1 }));
    const long = await renderReceipt({ ...SAMPLE_RECEIPT, documents });
    expect(pagesOf(long)).toBe(2);
    const read = textOf(long);
    for (const { name } of documents) expect(read).toContain(name);
    expect(read.match(/Tên thành phần hồ sơ/g)).toHaveLength(2);
    expect(read).toContain("Trần Thị Quỳnh Ý");
  });

  it("is written for a dossier whose personal record was erased", async () => {
    const erased = textOf(await renderReceipt({ ...SAMPLE_RECEIPT, submitter: {}, owner: {}, documents: [], fees: [] }));
    expect(erased).toContain("Chủ hồ sơ: (dữ liệu cá nhân không còn lưu)");
    expect(erased).toContain("Thành phần hồ sơ nộp: không có.");
  });
});
