import type { Step, Text } from "@motcua/procedure";

/** Labels of the outcomes everybody shares; a step's own `outcomes` come first. */
const SHARED: Readonly<Record<string, Text>> = {
  accept: { vi: "Tiếp nhận", en: "Accept" },
  refuse: { vi: "Từ chối tiếp nhận", en: "Refuse" },
  signed: { vi: "Ký", en: "Sign" },
  sealed: { vi: "Đóng dấu và phát hành", en: "Seal and issue" },
  returned: { vi: "Trả kết quả", en: "Hand over the result" },
  paid: { vi: "Đã nộp", en: "Paid" },
  attended: { vi: "Đã có mặt", en: "Attended" },
  absent: { vi: "Vắng mặt", en: "Absent" },
  confirmed: { vi: "Xác nhận", en: "Confirm" },
  corrected: { vi: "Đề nghị chỉnh sửa", en: "Ask for a correction" },
  answered: { vi: "Đã trả lời", en: "Answered" },
  agreed: { vi: "Đồng ý", en: "Agree" },
  objected: { vi: "Có ý kiến phản đối", en: "Object" },
  silent: { vi: "Không trả lời", en: "No answer" },
  elapsed: { vi: "Hết thời hạn niêm yết", en: "Posting is over" },
  done: { vi: "Đã thực hiện", en: "Done" },
  rejected: { vi: "Hệ thống từ chối", en: "Rejected by the system" },
  unavailable: { vi: "Hệ thống không phản hồi", en: "System unavailable" },
  joined: { vi: "Các nhánh đã xong", en: "Branches joined" },
  failed: { vi: "Nhánh không thành", en: "Branch failed" },
  all: { vi: "Tất cả đều thành công", en: "All succeeded" },
  some: { vi: "Thành công một phần", en: "Some succeeded" },
  none: { vi: "Không phần nào thành công", en: "None succeeded" },
};

/** A wait that is no posting. */
const WAIT_OVER: Text = { vi: "Hết thời hạn chờ", en: "The wait is over" };

/** The label of a step's outcome; its id where nobody named it. */
export function outcomeName(step: Step | undefined, outcome: string): Text {
  const own = step?.outcomes?.[outcome];
  if (own === undefined && step?.kind === "wait" && step.for !== "posting" && outcome === "elapsed") return WAIT_OVER;
  return own ?? SHARED[outcome] ?? { vi: outcome };
}
