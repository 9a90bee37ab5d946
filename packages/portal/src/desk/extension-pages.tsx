import { timeOf } from "../words/day-words.ts";
import { actFields, LONGEST_NOTE, textSchema } from "./act-fields.ts";
import type { ActPage } from "./act-page.tsx";
import type { DeskDossier } from "./desk-dossier.ts";
import { ExtensionAsked } from "./extension-asked.tsx";
import { textIn } from "./text-in.ts";

/** More time is asked for, before the date printed on the receipt passes. */
const REQUEST: ActPage = {
  path: "gia-han",
  title: "Đề nghị gia hạn thời gian giải quyết",
  button: "Gửi đề nghị gia hạn",
  fields: (portal) =>
    actFields(
      {
        type: "object",
        required: ["until", "reason"],
        properties: {
          until: { type: "string", format: "date", "x-label": { vi: "Ngày hẹn trả mới" }, "x-hint": { vi: "Ngày nghỉ được tính sang ngày làm việc kế tiếp." } },
          reason: textSchema("Lý do chậm", { maxLength: LONGEST_NOTE, lines: true, hint: "Người nộp sẽ đọc nguyên văn trong văn bản xin lỗi." }),
        },
      },
      { prefix: "gia-han", root: {}, lists: portal.lists },
    ),
  act: ({ task, values }) => ({ act: "request-extension", task, until: textIn(values, "until"), reason: textIn(values, "reason") }),
  before: ({ view: { state } }) => (
    <p>
      {state.due === undefined ? null : `Ngày hẹn đang có hiệu lực: ${timeOf(state.due)}. `}Ngày hẹn chỉ thay đổi khi người khác có thẩm quyền duyệt trước thời điểm đó.
    </p>
  ),
};

/** Form 04 goes out with the approval. */
const APPROVAL: ActPage = {
  path: "duyet-gia-han",
  title: "Duyệt gia hạn thời gian giải quyết",
  button: "Duyệt gia hạn",
  fields: (portal) => actFields({ type: "object", properties: {} }, { prefix: "duyet", root: {}, lists: portal.lists }),
  act: ({ task }) => ({ act: "approve-extension", task }),
  before: (dossier) => (
    <>
      <Asked dossier={dossier} />
      <p class="notice warning">Người nộp được xin lỗi và hẹn lại ngày trả kết quả. Ngày hẹn đầu tiên vẫn được lưu.</p>
    </>
  ),
};

const REJECTION: ActPage = {
  path: "khong-duyet-gia-han",
  title: "Không duyệt gia hạn",
  button: "Không duyệt gia hạn",
  fields: (portal) =>
    actFields({ type: "object", required: ["reason"], properties: { reason: textSchema("Lý do không duyệt", { maxLength: LONGEST_NOTE, lines: true }) } }, { prefix: "ly-do", root: {}, lists: portal.lists }),
  act: ({ task, values }) => ({ act: "reject-extension", task, reason: textIn(values, "reason") }),
  before: (dossier) => <Asked dossier={dossier} />,
};

function Asked({ dossier: { view } }: { readonly dossier: DeskDossier }) {
  const task = view.tasks.find(({ kind }) => kind === "extension");
  return task === undefined ? null : <ExtensionAsked task={task} />;
}

/** The acts by which more time is asked for and decided. */
export const EXTENSION_PAGES: readonly ActPage[] = [REQUEST, APPROVAL, REJECTION];
