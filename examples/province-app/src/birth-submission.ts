import type * as birth from "@dongthap/procedures/1.001193";
import type { GivenDocument, SubmissionOf } from "@motcua/client";

/** A birth registration filed online, from its checked form. Every name below is a type: one that the law drops stops compiling. */
export function birthSubmission(form: birth.Form, receivingUnit: string): SubmissionOf<typeof birth> {
  return {
    form,
    channel: "online",
    receivingUnit,
    answers: { mang_thai_ho: false, uy_quyen: form.nguoi_yeu_cau.quan_he === "khac" },
    documents: documentsOf(form),
    resultBy: form.hinh_thuc_nhan_kq === "truc_tuyen" ? "online" : "counter",
  };
}

/** The e-form serves as the declaration; a birth notification that the health insurance knows is retrieved, not handed in. */
function documentsOf({ tre }: birth.Form): readonly GivenDocument<birth.DocumentId>[] {
  const notified = tre.so_giay_chung_sinh !== undefined;
  return [{ id: "to_khai", electronic: true }, notified ? { id: "giay_chung_sinh", retrieved: true } : { id: "giay_cam_doan_viec_sinh", electronic: true }];
}
