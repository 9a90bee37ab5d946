import type { WorkflowTemplate } from "../workflow-template.ts";
import { closingSteps, examineStep, intakeStep } from "./office-steps.ts";

/** Settled while the applicant waits, or by the end of the day. */
export const counter: WorkflowTemplate = {
  id: "counter",
  about: "giải quyết ngay trong ngày tại quầy: tiếp nhận, thẩm tra, ký, đóng dấu, trả",
  limit: { time: "same-day", cutOff: "15:00" },
  roles: ["can_bo_tiep_nhan", "cong_chuc_thu_ly", "lanh_dao_ubnd", "van_thu"],
  steps: { tiep_nhan: intakeStep("tham_tra", "30min"), tham_tra: examineStep("ky", "2wh"), ...closingSteps("tham_tra", { sign: "1wh", seal: "30min" }) },
  decisions: ["Giờ cắt nhận trong ngày (`cutOff`, đang là 15:00) có đúng với văn bản không?"],
};
