import type { WorkflowTemplate } from "../workflow-template.ts";
import { closingSteps, intakeStep } from "./office-steps.ts";

/** Facts are asked for elsewhere, and the public may object before anybody signs. */
export const verify: WorkflowTemplate = {
  id: "verify",
  about: "xác minh tại nơi khác khi cần, niêm yết công khai, rồi mới ký",
  limit: { time: "15wd" },
  roles: ["can_bo_tiep_nhan", "cong_chuc_thu_ly", "lanh_dao_ubnd", "van_thu"],
  fields: {
    noi_xac_minh: { $ref: "../../../shared/address.schema.json#/$defs/DiaChiTrongNuoc", "x-label": { vi: "Nơi có thể xác minh", en: "Place that can verify" } },
  },
  steps: {
    tiep_nhan: intakeStep("tham_tra"),
    tham_tra: {
      kind: "task",
      name: { vi: "Thẩm tra hồ sơ", en: "Examine the dossier" },
      role: "cong_chuc_thu_ly",
      time: "8wh",
      outcomes: {
        du_dieu_kien: { vi: "Đủ điều kiện niêm yết", en: "May be posted" },
        can_xac_minh: { vi: "Cần xác minh", en: "Has to be verified" },
        khong_du_dieu_kien: { vi: "Không đủ điều kiện", en: "Not eligible" },
      },
      next: { du_dieu_kien: "niem_yet", can_xac_minh: "xac_minh", khong_du_dieu_kien: "@stop" },
    },
    xac_minh: {
      kind: "consult",
      name: { vi: "Xác minh tại xã liên quan", en: "Verification by the commune concerned" },
      units: "[form.noi_xac_minh.xa]",
      within: "3wd",
      silence: "not-answered",
      join: "all",
      source: "Chưa xác minh",
      next: { answered: "tham_tra", objected: "tham_tra", silent: "tham_tra" },
    },
    niem_yet: {
      kind: "wait",
      name: { vi: "Niêm yết công khai", en: "Public posting" },
      role: "cong_chuc_thu_ly",
      for: "posting",
      duration: "7d",
      source: "Chưa xác minh",
      next: { elapsed: "ky", objected: "tham_tra" },
    },
    ...closingSteps("tham_tra"),
  },
  decisions: [
    "Niêm yết bao lâu (`duration`, đang là 7 ngày), ở đâu; có phản đối thì quay về đâu?",
    "Nơi xác minh lấy từ tờ khai (`units`); nếu do công chức chọn thì đưa vào biên bản của bước thẩm tra.",
  ],
};
