import type { ReceiptData } from "../receipt-data.ts";

const HASH = "8e9f3a5b0c7d1e2f4a6b8c0d2e4f6a8b1c3d5e7f9a0b2c4d6e8f0a1b3c5d7e9f";

/** A receipt of people who do not exist, with letters that fonts tend to lack. */
export const SAMPLE_RECEIPT: ReceiptData = {
  code: "H20.015-261005-0001",
  unit: {
    parent: "Ủy ban nhân dân phường Đạo Thạnh",
    name: "Trung tâm Phục vụ hành chính công phường Đạo Thạnh",
    address: "Số 1, đường Thử Nghiệm, phường Đạo Thạnh, tỉnh Đồng Tháp",
    phone: "0273 000 0000",
    email: "motcua@example.vn",
    place: "Phường Đạo Thạnh",
  },
  submitter: {
    name: "Nguyễn Đỗ Thị Mỹ Nguyễn",
    identity: "087200004567",
    address: "Số 12 đường Nguyễn Huệ, Phường Mỹ Tho, Tỉnh Đồng Tháp",
    phone: "0900 000 123",
    email: "thu@example.vn",
  },
  owner: { name: "Ỷ Lan Bẵng Kỳ Đẫm Khuỵu", address: "Ấp Thử Nghiệm, Xã Mỹ Đức Tây, Tỉnh Đồng Tháp" },
  channel: "counter",
  procedure: { code: "1.001193", name: "Thủ tục đăng ký khai sinh", case: "Đăng ký khai sinh quá hạn" },
  documents: [
    { name: "Tờ khai đăng ký khai sinh theo mẫu", original: 1 },
    { name: "Giấy chứng sinh; trường hợp không có thì văn bản của người làm chứng xác nhận về việc sinh", copy: 2, electronic: true },
    { name: "Căn cước của người yêu cầu", presented: true },
    { name: "Giấy chứng nhận kết hôn của cha mẹ", retrieved: true },
  ],
  sets: 1,
  fees: [{ name: "Lệ phí đăng ký khai sinh quá hạn", vnd: 8000 }, { name: "Phí cấp bản sao trích lục", vnd: 16000 }],
  limit: { time: "same-day", cutOff: "15:00" },
  submittedAt: "2026-10-05T09:10:00.000+07:00",
  acceptance: { at: "2026-10-05T09:25:00.000+07:00", due: "2026-10-05T17:00:00+07:00", officer: "Trần Thị Quỳnh Ý" },
  resultBy: "counter",
  tracking: {
    qr: `https://motcua.dongthap.gov.vn/tra-cuu/0123456789abcdef0123456789abcdef#h=${HASH}`,
    secret: true,
    page: "https://motcua.dongthap.gov.vn/tra-cuu",
    hotline: "1022",
    hash: HASH,
  },
};
