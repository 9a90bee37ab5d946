import type { WorkflowTemplate } from "../workflow-template.ts";
import { closingSteps, intakeStep } from "./office-steps.ts";

/** People go and look while other agencies are asked, side by side. */
export const inspect: WorkflowTemplate = {
  id: "inspect",
  about: "kiểm tra thực địa song song với lấy ý kiến, im lặng là đồng ý",
  limit: { time: "10wd" },
  roles: ["can_bo_tiep_nhan", "cong_chuc_thu_ly", "doan_tham_dinh", "lanh_dao_ubnd", "van_thu"],
  fields: {
    dia_diem: { $ref: "../../../shared/address.schema.json#/$defs/DiaChiTrongNuoc", "x-label": { vi: "Địa điểm cần kiểm tra", en: "Place to be inspected" } },
  },
  records: {
    BienBan: {
      type: "object",
      additionalProperties: false,
      required: ["hien_trang"],
      properties: {
        hien_trang: { type: "string", minLength: 5, maxLength: 2000, "x-control": "textarea", "x-data": "none", "x-label": { vi: "Hiện trạng tại thực địa", en: "What was found on the spot" } },
      },
      "x-label": { vi: "Biên bản kiểm tra", en: "Inspection record" },
    },
  },
  steps: {
    tiep_nhan: intakeStep("tham_dinh_song_song"),
    tham_dinh_song_song: {
      kind: "fork",
      name: { vi: "Kiểm tra thực địa và lấy ý kiến", en: "Inspect and consult" },
      branches: {
        kiem_tra: { name: { vi: "Kiểm tra thực địa", en: "Inspection" }, start: "kiem_tra_thuc_dia" },
        y_kien: { name: { vi: "Lấy ý kiến", en: "Consultation" }, start: "lay_y_kien" },
      },
      join: "all",
      next: { joined: "ket_luan" },
    },
    kiem_tra_thuc_dia: {
      kind: "inspect",
      name: { vi: "Kiểm tra thực địa, lập biên bản", en: "Inspect the site and record" },
      role: "doan_tham_dinh",
      time: "2wd",
      record: "#/$defs/BienBan",
      outcomes: { phu_hop: { vi: "Phù hợp", en: "Conforms" }, khong_phu_hop: { vi: "Không phù hợp", en: "Does not conform" } },
      next: { phu_hop: "@join", khong_phu_hop: "@join" },
    },
    lay_y_kien: {
      kind: "consult",
      name: { vi: "Lấy ý kiến cơ quan liên quan", en: "Consult the agency concerned" },
      agencies: [{ id: "co_quan_chuyen_mon", name: { vi: "Cơ quan chuyên môn", en: "Specialised agency" } }],
      within: "3wd",
      silence: "agreed",
      join: "all",
      source: "Chưa xác minh",
      next: { answered: "@join", objected: "@join" },
    },
    ket_luan: {
      kind: "task",
      name: { vi: "Tổng hợp, kết luận", en: "Conclude" },
      role: "cong_chuc_thu_ly",
      time: "8wh",
      outcomes: { du_dieu_kien: { vi: "Đủ điều kiện", en: "Eligible" }, khong_du_dieu_kien: { vi: "Không đủ điều kiện", en: "Not eligible" } },
      next: { du_dieu_kien: "ky", khong_du_dieu_kien: "@stop" },
    },
    ...closingSteps("ket_luan"),
  },
  decisions: [
    "Biên bản kiểm tra (`$defs/BienBan` trong form.schema.json) phải ghi những gì?",
    "Im lặng đang được coi là đồng ý (`silence: agreed`): văn bản nào cho phép? Ghi vào `source`.",
    "Địa điểm có quyết định đơn vị giải quyết không? Nếu có, thêm `competentUnit: { at: /dia_diem/xa }`.",
  ],
};
