import type { Act } from "@motcua/handlers";
import { durationWords } from "../words/duration-words.ts";
import { actFields } from "./act-fields.ts";
import type { ActPage } from "./act-page.tsx";
import { actsForApplicant, REVOCATION as REVOCATION_PATH, WITHDRAWAL as WITHDRAWAL_PATH } from "./for-applicant.tsx";
import { DELIVERY_PAGE } from "./delivery-page.ts";
import { EXTENSION_PAGES } from "./extension-pages.tsx";
import { FEE_PAGES } from "./fee-pages.tsx";
import { OBJECTION_PAGE } from "./posting.tsx";
import { REDATE_PAGE } from "./redate-page.tsx";
import { reasonFields } from "./reason-fields.ts";
import { beyondLimit, supplementFields } from "./supplement-fields.ts";
import { REFUSE } from "./task-form.tsx";
import { textIn } from "./text-in.ts";
import { WITHDRAWAL_CLOSE } from "./withdrawal-close.tsx";

type Defects = Extract<Act, { act: "request-supplement" }>["defects"];

/** Form 02: everything that is missing, in one request. */
const SUPPLEMENT: ActPage = {
  path: "bo-sung",
  title: "Yêu cầu bổ sung hồ sơ",
  button: "Gửi yêu cầu bổ sung",
  fields: (portal, { module, view }) => supplementFields(module, portal.lists, view),
  act: ({ task, values }) => {
    const { defects = [], overLimitReason } = values as { readonly defects?: Defects; readonly overLimitReason?: string };
    return { act: "request-supplement", task, defects, ...(overLimitReason === undefined ? {} : { overLimitReason }) };
  },
  before: ({ module, view }) => {
    const { clock } = module.procedure;
    return (
      <>
        {clock.responseWindow === undefined ? null : <p>Người nộp có {durationWords(clock.responseWindow)} để bổ sung. Trong thời gian đó hồ sơ tạm dừng tính thời hạn.</p>}
        {beyondLimit(module, view.state) && clock.supplementLimit.hard ? <p class="notice warning">Hồ sơ đã được yêu cầu bổ sung đủ số lần cho phép, không thể yêu cầu thêm.</p> : null}
      </>
    );
  },
};

/** Form 03: the dossier is not taken in. */
const REFUSAL: ActPage = {
  path: "tu-choi",
  title: "Từ chối tiếp nhận hồ sơ",
  button: "Từ chối tiếp nhận",
  fields: (portal) => reasonFields(portal.lists, { key: "note", label: "Lý do từ chối", required: true }),
  act: ({ task, values }) => ({ act: "complete", task, outcome: REFUSE, note: textIn(values, "note") }),
};

/** Form 05: an accepted dossier ends without a result. */
const STOP: ActPage = {
  path: "dung",
  title: "Dừng giải quyết hồ sơ",
  button: "Dừng giải quyết",
  fields: (portal) => reasonFields(portal.lists, { key: "reason", label: "Lý do dừng giải quyết", required: true }),
  act: ({ task, values }) => ({ act: "stop", task, reason: textIn(values, "reason") }),
  before: () => <p class="notice warning">Hồ sơ kết thúc và không có kết quả. Việc này không hoàn lại được.</p>,
};

/** The applicant, who has no account, takes the dossier back at the counter. */
const WITHDRAWAL: ActPage = {
  path: WITHDRAWAL_PATH,
  title: "Rút hồ sơ theo đề nghị của người nộp",
  button: "Rút hồ sơ",
  fields: (portal) => reasonFields(portal.lists, { key: "reason", label: "Lý do rút hồ sơ", required: false }),
  act: ({ values }) => ({ act: "withdraw", ...(values["reason"] === undefined ? {} : { reason: textIn(values, "reason") }) }),
  isOpen: (dossier) => actsForApplicant(dossier, "withdraw"),
};

/** The applicant changes their mind before the withdrawal is closed. */
const REVOCATION: ActPage = {
  path: REVOCATION_PATH,
  title: "Tiếp tục giải quyết hồ sơ đã rút",
  button: "Tiếp tục giải quyết",
  fields: (portal) => actFields({ type: "object", properties: {} }, { prefix: "khong-rut", root: {}, lists: portal.lists }),
  act: () => ({ act: "revoke-withdrawal" }),
  isOpen: (dossier) => actsForApplicant(dossier, "revoke-withdrawal"),
  before: () => <p>Người nộp đề nghị không rút hồ sơ nữa. Hồ sơ được giải quyết tiếp từ bước đã dừng, với thời hạn còn lại.</p>,
};

/** An error is found in a result before it is handed over. */
const CORRECTION: ActPage = {
  path: "dinh-chinh",
  title: "Đính chính kết quả",
  button: "Chuyển lại để ký",
  fields: (portal) => reasonFields(portal.lists, { key: "reason", label: "Sai sót phát hiện", required: true, toApplicant: false }),
  act: ({ task, values }) => ({ act: "correct-result", task, reason: textIn(values, "reason") }),
  before: () => <p class="notice warning">Kết quả đã ký không còn dùng được; hồ sơ quay lại bước ký. Thời điểm có kết quả lần đầu vẫn được lưu.</p>,
};

/** The acts that have a page of their own. */
export const ACT_PAGES: readonly ActPage[] = [SUPPLEMENT, REFUSAL, STOP, WITHDRAWAL, REVOCATION, WITHDRAWAL_CLOSE, CORRECTION, DELIVERY_PAGE, OBJECTION_PAGE, REDATE_PAGE, ...FEE_PAGES, ...EXTENSION_PAGES];
