import type { WorkflowTemplate } from "../workflow-template.ts";
import { closingSteps, examineStep, intakeStep } from "./office-steps.ts";

/** One officer examines, one leader signs. */
export const simple: WorkflowTemplate = {
  id: "simple",
  about: "một công chức thẩm tra, lãnh đạo ký: tiếp nhận, thẩm tra, ký, đóng dấu, trả",
  limit: { time: "3wd" },
  roles: ["can_bo_tiep_nhan", "cong_chuc_thu_ly", "lanh_dao_ubnd", "van_thu"],
  steps: { tiep_nhan: intakeStep("tham_tra"), tham_tra: examineStep("ky"), ...closingSteps("tham_tra") },
  decisions: ["Có bước nào giữa thẩm tra và ký không (kiểm tra dự thảo, đóng phí, người yêu cầu xác nhận bản nháp)?"],
};
