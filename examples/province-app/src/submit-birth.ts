import * as khaiSinh from "@dongthap/procedures/1.001193";
import { createClient, type GivenDocument } from "@motcua/client";

/** What the application needs to know of its surroundings. */
export interface Surroundings {
  readonly baseUrl: string;
  readonly token: string;
  /** ISO date in Asia/Ho_Chi_Minh. */
  readonly today: string;
  /** Shows what is to be put right, each text at its field. */
  readonly show: (problems: readonly { readonly pointer: string; readonly text: string }[]) => void;
  /** Shows that something happened at a step. */
  readonly progress: (step: khaiSinh.Step | undefined, type: string) => void;
}

/** Submits a birth registration online and follows it to its end; gives the dossier's code, or nothing where it was refused. */
export async function submitBirth(input: unknown, surroundings: Surroundings): Promise<string | undefined> {
  const checked = khaiSinh.check(input, { today: surroundings.today, channel: "online" });
  if (!checked.ok) {
    surroundings.show(checked.problems.map(({ pointer, message }) => ({ pointer, text: message.vi })));
    return undefined;
  }
  const { nguoi_yeu_cau, tre } = checked.value;
  const motcua = createClient({ baseUrl: surroundings.baseUrl, token: surroundings.token });
  const submitted = await motcua.submit(khaiSinh, {
    form: checked.value,
    channel: "online",
    receivingUnit: "H20.061",
    answers: { mang_thai_ho: false, uy_quyen: nguoi_yeu_cau.quan_he === "khac" },
    documents: documentsOf(tre.so_giay_chung_sinh !== undefined),
    resultBy: "online",
  });
  if (!submitted.ok) {
    surroundings.show(submitted.problems.map(({ pointer, message }) => ({ pointer, text: message.vi })));
    return undefined;
  }
  for await (const event of motcua.follow(submitted.value.code, { of: khaiSinh })) surroundings.progress(event.step, event.type);
  return submitted.value.code;
}

/** The e-form serves as the declaration; a birth notification known to the health insurance is retrieved, not handed in. */
function documentsOf(isNotified: boolean): readonly GivenDocument<khaiSinh.DocumentId>[] {
  return [
    { id: "to_khai", electronic: true },
    isNotified ? { id: "giay_chung_sinh", retrieved: true } : { id: "giay_cam_doan_viec_sinh", original: 1 },
  ];
}
