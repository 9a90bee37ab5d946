import type { NationalStatus, Text } from "@motcua/procedure";

/** The ten national statuses (trạng thái hồ sơ) as the National Public Service Portal names them. */
export const STATUS_NAMES: Readonly<Record<NationalStatus, Text>> = {
  1: { vi: "Mới đăng ký", en: "Submitted" },
  2: { vi: "Được tiếp nhận", en: "Accepted" },
  3: { vi: "Không được tiếp nhận", en: "Not accepted" },
  4: { vi: "Đang xử lý", en: "In progress" },
  5: { vi: "Yêu cầu bổ sung giấy tờ", en: "Supplement requested" },
  6: { vi: "Yêu cầu thực hiện nghĩa vụ tài chính", en: "Payment requested" },
  7: { vi: "Công dân yêu cầu rút hồ sơ", en: "Withdrawn by the applicant" },
  8: { vi: "Dừng xử lý", en: "Stopped" },
  9: { vi: "Đã xử lý xong", en: "Completed" },
  10: { vi: "Đã trả kết quả", en: "Result returned" },
};
