import type { HumanStep } from "@motcua/procedure";
import { RESULT } from "../workflow-template.ts";

/** The desk looks at the papers and takes the dossier in. */
export const intakeStep = (next: string, time = "4wh"): HumanStep => ({
  kind: "intake",
  name: { vi: "Kiểm tra, tiếp nhận hồ sơ", en: "Check and receive" },
  role: "can_bo_tiep_nhan",
  time,
  next: { accept: next },
});

/** Somebody examines, and finds the conditions met or not. */
export const examineStep = (next: string, time = "8wh"): HumanStep => ({
  kind: "task",
  name: { vi: "Thẩm tra hồ sơ", en: "Examine the dossier" },
  role: "cong_chuc_thu_ly",
  time,
  outcomes: { du_dieu_kien: { vi: "Đủ điều kiện", en: "Eligible" }, khong_du_dieu_kien: { vi: "Không đủ điều kiện", en: "Not eligible" } },
  next: { du_dieu_kien: next, khong_du_dieu_kien: "@stop" },
});

/** Signature, seal and handing over, in the order every office keeps; a leader who does not agree sends it back to `from`. */
export const closingSteps = (from: string, times: { readonly sign: string; readonly seal: string } = { sign: "4wh", seal: "2wh" }): Readonly<Record<string, HumanStep>> => ({
  ky: {
    kind: "sign",
    name: { vi: "Ký kết quả", en: "Sign the result" },
    role: "lanh_dao_ubnd",
    time: times.sign,
    result: RESULT,
    next: { signed: "dong_dau", returned: from },
  },
  dong_dau: {
    kind: "seal",
    name: { vi: "Vào sổ, đóng dấu", en: "Register and seal" },
    role: "van_thu",
    time: times.seal,
    result: RESULT,
    next: { sealed: "tra_ket_qua" },
  },
  tra_ket_qua: {
    kind: "return",
    name: { vi: "Trả kết quả", en: "Hand over the result" },
    role: "can_bo_tiep_nhan",
    time: "2wh",
    next: { returned: "@end" },
  },
});
