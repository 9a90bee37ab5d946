import type { WorkflowTemplate } from "../workflow-template.ts";
import { closingSteps, examineStep, intakeStep } from "./office-steps.ts";

/** Other agencies are asked before anybody signs. */
export const consult: WorkflowTemplate = {
  id: "consult",
  about: "lấy ý kiến nhiều cơ quan cùng lúc rồi mới kết luận và ký",
  limit: { time: "7wd" },
  roles: ["can_bo_tiep_nhan", "cong_chuc_thu_ly", "lanh_dao_ubnd", "van_thu"],
  steps: {
    tiep_nhan: intakeStep("tham_tra"),
    tham_tra: examineStep("lay_y_kien"),
    lay_y_kien: {
      kind: "consult",
      name: { vi: "Lấy ý kiến các cơ quan liên quan", en: "Consult the agencies concerned" },
      agencies: [
        { id: "co_quan_chuyen_mon", name: { vi: "Cơ quan chuyên môn", en: "Specialised agency" } },
        { id: "co_quan_phoi_hop", name: { vi: "Cơ quan phối hợp", en: "Coordinating agency" } },
      ],
      within: "3wd",
      silence: "not-answered",
      join: "all",
      source: "Chưa xác minh",
      next: { answered: "ket_luan", objected: "ket_luan", silent: "ket_luan" },
    },
    ket_luan: {
      kind: "task",
      name: { vi: "Tổng hợp ý kiến, kết luận", en: "Weigh the opinions, conclude" },
      role: "cong_chuc_thu_ly",
      time: "8wh",
      outcomes: { du_dieu_kien: { vi: "Đủ điều kiện", en: "Eligible" }, khong_du_dieu_kien: { vi: "Không đủ điều kiện", en: "Not eligible" } },
      next: { du_dieu_kien: "ky", khong_du_dieu_kien: "@stop" },
    },
    ...closingSteps("ket_luan"),
  },
  decisions: [
    "Hỏi những cơ quan nào (`agencies`, hoặc `units` khi nơi được hỏi ghi trong tờ khai), trong bao lâu (`within`)?",
    "Quá hạn không trả lời nghĩa là gì? Đang là `not-answered` (người thụ lý quyết định). Chỉ ghi `agreed` (im lặng là đồng ý) khi văn bản nói vậy.",
  ],
};
