import type { Text } from "@motcua/procedure";
import type { HandlerProblemCode } from "../problem-table.ts";
import { type AnswerName, DAY } from "./answer-schemas.ts";
import { ACT_BODY, ATTACH_BODY, ERASURE_BODY, QUOTE_BODY, SUBMISSION_BODY, SUBSTITUTION_BODY, SUBSTITUTION_END_BODY, TRACK_BODY, UPLOAD_BODY } from "./body-schemas.ts";
import type { JsonSchema } from "./json-schema.ts";

/** One route of the API, as data: what the gateway, the router and the OpenAPI document are made from. */
export interface Route {
  readonly method: "GET" | "POST";
  /** `{name}` stands for one segment. */
  readonly path: string;
  readonly operationId: string;
  /** `public` needs no token; `person` needs a verified `sub`. */
  readonly auth: "public" | "person";
  readonly summary: Required<Text>;
  readonly body?: JsonSchema;
  /** Parameters of the query that are needed. */
  readonly query?: Readonly<Record<string, JsonSchema>>;
  /** Parameters of the query that may be left out. */
  readonly optionalQuery?: Readonly<Record<string, JsonSchema>>;
  /** Name of the JSON answer, or `pdf`. */
  readonly response: AnswerName | "pdf";
  /** Codes it refuses with, besides those of every route and those a form or a decision gives (422). */
  readonly problems: readonly HandlerProblemCode[];
  /** Needs an `Idempotency-Key`: repeating the request gives the first answer again. */
  readonly idempotent: boolean;
}

const KEYED = ["idempotency-key-required", "idempotency-key-reused", "busy"] as const;

const CURSOR: JsonSchema = { type: "string", maxLength: 2000, description: "From the page before; opaque" };

/** Every route of the API. */
export const routes = [
  {
    method: "GET", path: "/api/procedures", operationId: "listProcedures", auth: "public",
    summary: { vi: "Danh mục thủ tục đang tiếp nhận", en: "Procedures in force" },
    response: "Procedures", problems: [], idempotent: false,
  },
  {
    method: "POST", path: "/api/procedures/{code}/quote", operationId: "quoteProcedure", auth: "public",
    summary: { vi: "Thành phần hồ sơ, phí và thời hạn theo nội dung kê khai", en: "Documents, fees and due date for what was filled in" },
    body: QUOTE_BODY, response: "Quote", problems: ["unknown-procedure", "unknown-unit"], idempotent: false,
  },
  {
    method: "POST", path: "/api/dossiers", operationId: "submitDossier", auth: "person",
    summary: { vi: "Nộp hồ sơ", en: "Submit a dossier" },
    body: SUBMISSION_BODY, response: "Receipt", idempotent: true,
    problems: ["unknown-procedure", "stale-version", "channel-not-offered", "channel-needs-officer", "unknown-unit", "file-not-yours", ...KEYED],
  },
  {
    method: "GET", path: "/api/dossiers", operationId: "listDossiers", auth: "person",
    summary: { vi: "Hồ sơ của tôi", en: "My dossiers" },
    response: "Dossiers", problems: [], idempotent: false,
  },
  {
    method: "GET", path: "/api/dossiers/{code}", operationId: "getDossier", auth: "person",
    summary: { vi: "Chi tiết hồ sơ", en: "One dossier" },
    response: "Dossier", problems: ["not-found"], idempotent: false,
  },
  {
    method: "POST", path: "/api/dossiers/{code}/acts", operationId: "actOnDossier", auth: "person",
    summary: { vi: "Xử lý hồ sơ", en: "Act on a dossier" },
    body: ACT_BODY, response: "Acted", problems: ["not-found", "not-your-task", "file-not-yours", ...KEYED], idempotent: true,
  },
  {
    method: "POST", path: "/api/dossiers/{code}/erasure", operationId: "eraseDossier", auth: "person",
    summary: { vi: "Xóa dữ liệu cá nhân của hồ sơ theo luật: một người đề nghị, người khác duyệt", en: "Erase a dossier's personal data by law: one person asks, another approves" },
    body: ERASURE_BODY, response: "Acted", idempotent: false,
    problems: ["not-found", "not-ended-yet", "erased-already", "erasure-pending", "erasure-not-requested", "erasure-four-eyes", "erasure-basis", "erasure-names-somebody", "busy"],
  },
  {
    method: "GET", path: "/api/dossiers/{code}/log", operationId: "getDossierLog", auth: "person",
    summary: { vi: "Nhật ký hồ sơ", en: "Log of a dossier" },
    response: "Log", problems: ["not-found"], idempotent: false,
  },
  {
    method: "GET", path: "/api/dossiers/{code}/proof", operationId: "getDossierProof", auth: "person",
    summary: { vi: "Nhật ký nguyên văn và bằng chứng niêm phong từng ngày", en: "The log byte for byte, and the proofs of its sealed days" },
    response: "Proof", problems: ["not-found"], idempotent: false,
  },
  {
    method: "GET", path: "/api/dossiers/{code}/receipt", operationId: "getReceipt", auth: "person",
    summary: { vi: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả (mẫu 01)", en: "Receipt with the due date (form 01)" },
    response: "pdf", problems: ["not-found"], idempotent: false,
  },
  {
    method: "GET", path: "/api/dossiers/{code}/papers/{paper}", operationId: "getPaper", auth: "person",
    summary: { vi: "Một giấy tờ của hồ sơ (mẫu 01 đến 06)", en: "A paper of a dossier (forms 01 to 06)" },
    response: "pdf", problems: ["not-found", "paper-not-issued"], idempotent: false,
  },
  {
    method: "GET", path: "/api/units/{unit}/register", operationId: "getRegister", auth: "person",
    summary: { vi: "Sổ theo dõi hồ sơ của đơn vị (mẫu 07)", en: "Register of a unit's dossiers (form 07)" },
    query: { from: DAY, to: DAY }, response: "pdf", problems: ["not-your-unit", "register-period", "register-too-long"], idempotent: false,
  },
  {
    method: "GET", path: "/api/dossiers/{code}/files/{sha256}", operationId: "getFile", auth: "person",
    summary: { vi: "Địa chỉ mở một tệp đính kèm của hồ sơ", en: "Address of an attached file of a dossier" },
    response: "File", problems: ["not-found"], idempotent: false,
  },
  {
    method: "GET", path: "/api/units/{unit}/open", operationId: "listOpen", auth: "person",
    summary: { vi: "Hồ sơ của đơn vị chưa kết thúc, chờ ai cũng vậy", en: "Dossiers a unit settles that have not ended, whoever they wait for" },
    optionalQuery: { cursor: CURSOR }, response: "Open", problems: ["not-your-unit"], idempotent: false,
  },
  {
    method: "GET", path: "/api/sync", operationId: "listUnsent", auth: "person",
    summary: { vi: "Hồ sơ chưa đồng bộ lên Cổng Dịch vụ công quốc gia", en: "Dossiers the national portal has not got as they are" },
    query: { state: { enum: ["waiting", "refused"] } }, optionalQuery: { cursor: CURSOR }, response: "Unsent", problems: ["not-an-officer", "invalid-request"], idempotent: false,
  },
  {
    method: "POST", path: "/api/dossiers/{code}/sync", operationId: "retrySync", auth: "person",
    summary: { vi: "Gửi lại hồ sơ lên Cổng Dịch vụ công quốc gia", en: "Tell the national portal of a dossier again" },
    response: "UnsentDossier", problems: ["not-found"], idempotent: false,
  },
  {
    method: "GET", path: "/api/worklist", operationId: "getWorklist", auth: "person",
    summary: { vi: "Việc cần xử lý", en: "Open tasks" },
    optionalQuery: { cursor: CURSOR }, response: "Worklist", problems: ["not-an-officer"], idempotent: false,
  },
  {
    method: "GET", path: "/api/me", operationId: "getMe", auth: "person",
    summary: { vi: "Tài khoản và nhiệm vụ", en: "Account and duties" },
    response: "Me", problems: [], idempotent: false,
  },
  {
    method: "GET", path: "/api/substitutions", operationId: "listSubstitutions", auth: "person",
    summary: { vi: "Nhiệm vụ của mình, ai làm thay và làm thay ai", en: "One's own duties, who acts in them, and for whom one acts" },
    response: "Substitutions", problems: [], idempotent: false,
  },
  {
    method: "POST", path: "/api/substitutions", operationId: "offerSubstitution", auth: "person",
    summary: { vi: "Nhờ đồng nghiệp làm thay một nhiệm vụ trong những ngày vắng mặt", en: "Offer a duty of one's own to a colleague for the days one is away" },
    body: SUBSTITUTION_BODY, response: "SubstitutionOffered", problems: ["substitution-not-yours", "substitution-dates", "substitution-decision"], idempotent: false,
  },
  {
    method: "GET", path: "/api/substitutions/{id}", operationId: "getSubstitutionOffer", auth: "person",
    summary: { vi: "Lời nhờ làm thay", en: "What is offered, to a colleague of the unit" },
    response: "SubstitutionOffer", problems: ["substitution-offer-gone"], idempotent: false,
  },
  {
    method: "POST", path: "/api/substitutions/{id}/take", operationId: "takeSubstitution", auth: "person",
    summary: { vi: "Nhận làm thay", en: "Take on what a colleague offers" },
    response: "Substitution", problems: ["substitution-offer-gone", "substitution-by-oneself"], idempotent: false,
  },
  {
    method: "POST", path: "/api/substitutions/{id}/end", operationId: "endSubstitution", auth: "person",
    summary: { vi: "Thôi làm thay, do một trong hai người", en: "End a substitution, by either of the two" },
    body: SUBSTITUTION_END_BODY, response: "SubstitutionEnded", problems: ["substitution-offer-gone"], idempotent: false,
  },
  {
    method: "POST", path: "/api/uploads", operationId: "prepareUpload", auth: "person",
    summary: { vi: "Chuẩn bị tải tệp lên", en: "Prepare an upload" },
    body: UPLOAD_BODY, response: "Upload", problems: ["unknown-procedure", "file-too-large", "wrong-file-type"], idempotent: false,
  },
  {
    method: "POST", path: "/api/uploads/attach", operationId: "attachUpload", auth: "person",
    summary: { vi: "Kiểm tra và nhận tệp đã tải lên", en: "Check and take an uploaded file" },
    body: ATTACH_BODY, response: "Attached", problems: ["file-not-yours", "file-missing", "file-too-large", "wrong-file-type"], idempotent: false,
  },
  {
    method: "POST", path: "/api/track", operationId: "trackDossier", auth: "public",
    summary: { vi: "Tra cứu tình trạng hồ sơ", en: "Track a dossier" },
    body: TRACK_BODY, response: "Tracking", problems: ["not-found", "too-many-attempts"], idempotent: false,
  },
  {
    method: "GET", path: "/api/openapi.json", operationId: "getOpenApi", auth: "public",
    summary: { vi: "Mô tả API (OpenAPI 3.1)", en: "This description (OpenAPI 3.1)" },
    response: "OpenApi", problems: [], idempotent: false,
  },
] as const satisfies readonly Route[];

/** Operation ids of the API. */
export type OperationId = (typeof routes)[number]["operationId"];
