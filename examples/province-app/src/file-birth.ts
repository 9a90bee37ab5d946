import * as birth from "@dongthap/procedures/1.001193";
import type { Client, FollowedEvent } from "@motcua/client";
import { birthSubmission } from "./birth-submission.ts";
import { type FieldMessage, fieldMessages } from "./field-messages.ts";

/** What the application needs to know of its surroundings. */
export interface Desk {
  readonly client: Client;
  /** ISO date in Asia/Ho_Chi_Minh. */
  readonly today: string;
  readonly receivingUnit: string;
  /** Kept with the draft: a submission sent twice under one key is one dossier. */
  readonly idempotencyKey: string;
}

/** The dossier's code, or what to put right. */
export type Filed = { readonly code: string; readonly warnings: readonly FieldMessage[] } | { readonly messages: readonly FieldMessage[] };

/** Checks a birth registration in the page, then submits it. Nothing is sent before all of it is right. */
export async function fileBirth(input: unknown, { client, today, receivingUnit, idempotencyKey }: Desk): Promise<Filed> {
  const checked = birth.check(input, { today, channel: "online" });
  if (!checked.ok) return { messages: fieldMessages(checked.problems) };
  const receipt = await client.submit(birth, { ...birthSubmission(checked.value, receivingUnit), idempotencyKey });
  return receipt.ok ? { code: receipt.value.code, warnings: fieldMessages(receipt.value.warnings) } : { messages: fieldMessages(receipt.problems) };
}

/** What a page says at each step. One that a new version adds does not compile until it has its words. */
const STEPS: Readonly<Record<birth.Step, string>> = {
  niem_yet: "Đang niêm yết",
  tiep_nhan: "Đang chờ tiếp nhận",
  tham_tra: "Đang thẩm tra",
  xac_minh: "Đang xác minh ở nơi khác",
  xac_nhan_ban_nhap: "Mời bạn kiểm tra bản điện tử",
  cap_so_dinh_danh: "Đang cấp số định danh",
  cho_ket_noi: "Đang chờ kết nối cơ sở dữ liệu dân cư",
  ky: "Đang trình ký",
  dong_dau: "Đang đóng dấu",
  tra_ket_qua: "Mời bạn nhận kết quả",
};

/** A line for each task that is opened, until the dossier has ended. `after` is the last event a page has shown. */
export async function* birthProgress(client: Client, code: string, after?: Pick<FollowedEvent, "seq" | "index">): AsyncGenerator<{ readonly text: string; readonly seen: FollowedEvent<typeof birth> }> {
  for await (const seen of client.follow(code, { of: birth, ...(after === undefined ? {} : { after }) })) {
    if (seen.type === "task-opened" && seen.step !== undefined) yield { text: STEPS[seen.step], seen };
    if (seen.type === "returned") yield { text: "Đã trả kết quả", seen };
  }
}
