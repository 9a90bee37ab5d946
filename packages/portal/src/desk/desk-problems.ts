import type { Problem, Text } from "@motcua/procedure";

/** What the desk itself refuses before it asks: `{name}` stands for a field's label. */
export const DESK_PROBLEMS = {
  "not-a-day": [{ vi: "“{name}” phải là một ngày có thật, ví dụ 05/10/2026", en: "“{name}” has to be a day that exists, such as 05/10/2026" }, undefined],
  "not-a-time": [{ vi: "“{name}” phải là giờ và phút, ví dụ 17:00", en: "“{name}” has to be hours and minutes, such as 17:00" }, undefined],
  "not-an-amount": [{ vi: "“{name}” phải là số tiền đồng Việt Nam, viết bằng chữ số", en: "“{name}” has to be an amount in VND, in digits" }, { vi: "Ghi số, không ghi chữ, trong mức cho phép", en: "Give digits, within what is allowed" }],
  "not-together": [{ vi: "Việc này cần ghi nội dung hoặc xem riêng từng hồ sơ", en: "This task needs something written down, or each dossier looked at alone" }, { vi: "Mở hồ sơ để xử lý", en: "Open the dossier to do it" }],
} as const satisfies Readonly<Record<string, readonly [Required<Text>, Required<Text> | undefined]>>;

/** A refusal of the desk at a place of an act. */
export function deskProblem(code: keyof typeof DESK_PROBLEMS, pointer = "", name = ""): Problem {
  const [message, hint] = DESK_PROBLEMS[code] as readonly [Required<Text>, Required<Text> | undefined];
  const named = { vi: message.vi.replace("{name}", name), en: message.en.replace("{name}", name) };
  return { code, pointer, message: named, ...(hint === undefined ? {} : { hint }) };
}
