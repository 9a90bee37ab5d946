import type { Problem, Text } from "@motcua/procedure";

interface ProblemEntry {
  /** HTTP status the API answers with. */
  readonly status: number;
  readonly message: Text;
  readonly hint?: Text;
}

/** Every refusal of the use cases and of the API: its texts and its HTTP status. */
export const PROBLEMS = {
  "not-found": {
    status: 404,
    message: { vi: "Không tìm thấy hồ sơ, hoặc ông/bà không có quyền xem hồ sơ này", en: "There is no such dossier, or you may not see it" },
    hint: { vi: "Kiểm tra lại mã hồ sơ trên giấy tiếp nhận", en: "Check the dossier code on the receipt" },
  },
  "paper-not-issued": {
    status: 404,
    message: { vi: "Hồ sơ này chưa có giấy tờ đó", en: "This dossier has no such paper" },
    hint: { vi: "Xem danh sách giấy tờ trong trang hồ sơ", en: "See the list of papers on the dossier's page" },
  },
  "not-your-unit": {
    status: 403,
    message: { vi: "Tài khoản này không được giao nhiệm vụ tại đơn vị này", en: "This account has no duty at this unit" },
    hint: { vi: "Chọn đơn vị của ông/bà", en: "Choose a unit of yours" },
  },
  "register-period": {
    status: 422,
    message: { vi: "Khoảng thời gian của sổ không hợp lệ", en: "The period of the register is not valid" },
    hint: { vi: "Chọn từ ngày đến ngày theo dạng năm-tháng-ngày, tối đa 31 ngày", en: "Give two dates as year-month-day, at most 31 days" },
  },
  "register-too-long": {
    status: 422,
    message: { vi: "Khoảng thời gian này có hơn 1.000 hồ sơ", en: "There are more than 1,000 dossiers in this period" },
    hint: { vi: "Chọn khoảng thời gian ngắn hơn", en: "Choose a shorter period" },
  },
  "unknown-procedure": {
    status: 404,
    message: { vi: "Thủ tục này chưa được cung cấp tại đây hoặc không còn hiệu lực", en: "This procedure is not offered here or is no longer in force" },
    hint: { vi: "Chọn thủ tục trong danh mục", en: "Choose a procedure from the list" },
  },
  "stale-version": {
    status: 409,
    message: { vi: "Biểu mẫu đã được thay đổi từ khi ông/bà bắt đầu kê khai", en: "The form has changed since you began to fill it" },
    hint: { vi: "Tải lại biểu mẫu đang có hiệu lực, kiểm tra và nộp lại", en: "Reload the form in force, check it and submit again" },
  },
  "channel-not-offered": {
    status: 422,
    message: { vi: "Thủ tục này không tiếp nhận qua kênh đã chọn", en: "This procedure is not offered through the chosen channel" },
    hint: { vi: "Chọn kênh khác", en: "Choose another channel" },
  },
  "channel-needs-officer": {
    status: 403,
    message: { vi: "Hồ sơ trực tiếp hoặc qua bưu chính do cán bộ của đơn vị tiếp nhận nhập", en: "A dossier handed in at the counter or by post is entered by an officer of the receiving unit" },
    hint: { vi: "Nộp trực tuyến, hoặc nộp tại bộ phận một cửa", en: "Submit online, or hand it in at the one-stop counter" },
  },
  "unknown-unit": {
    status: 422,
    message: { vi: "Đơn vị tiếp nhận không phải là đơn vị của tỉnh nhận thủ tục này", en: "The receiving unit is no unit of this province that takes this procedure" },
    hint: { vi: "Chọn đơn vị trong danh sách", en: "Choose a unit from the list" },
  },
  "file-not-yours": {
    status: 422,
    message: { vi: "Tệp đính kèm chưa được kiểm tra hoặc không thuộc lần kê khai này", en: "The attached file has not been checked or does not belong to this draft" },
    hint: { vi: "Tải tệp lên lại", en: "Upload the file again" },
  },
  "wrong-file-type": {
    status: 422,
    message: { vi: "Nội dung tệp không đúng loại cho phép (PDF, JPEG, PNG)", en: "The file is not of an accepted type (PDF, JPEG, PNG)" },
    hint: { vi: "Lưu lại tệp dưới dạng PDF, JPEG hoặc PNG rồi tải lên", en: "Save it as PDF, JPEG or PNG and upload it again" },
  },
  "file-too-large": {
    status: 422,
    message: { vi: "Tệp lớn hơn 20 MB", en: "The file is larger than 20 MB" },
    hint: { vi: "Giảm dung lượng hoặc chia nhỏ tệp", en: "Reduce its size or split it" },
  },
  "file-missing": {
    status: 422,
    message: { vi: "Chưa nhận được tệp", en: "The file has not arrived" },
    hint: { vi: "Tải tệp lên lại", en: "Upload the file again" },
  },
  "not-your-task": {
    status: 403,
    message: { vi: "Việc này đã được xử lý hoặc không thuộc nhiệm vụ của ông/bà", en: "This task is done already or is not yours" },
    hint: { vi: "Tải lại hồ sơ để xem các việc đang mở", en: "Reload the dossier to see its open tasks" },
  },
  "too-many-attempts": {
    status: 429,
    message: { vi: "Đã tra cứu sai quá nhiều lần cho mã hồ sơ này", en: "There have been too many attempts for this code" },
    hint: { vi: "Thử lại vào ngày mai, hoặc quét mã QR trên giấy tiếp nhận", en: "Try again tomorrow, or scan the QR code on the receipt" },
  },
  "idempotency-key-reused": {
    status: 409,
    message: { vi: "Khóa yêu cầu này đã dùng cho một nội dung khác", en: "This idempotency key was used for another request" },
    hint: { vi: "Dùng khóa mới cho yêu cầu mới", en: "Use a new key for a new request" },
  },
  "idempotency-key-required": {
    status: 400,
    message: { vi: "Yêu cầu thiếu Idempotency-Key (16 đến 200 ký tự)", en: "The request lacks an Idempotency-Key (16 to 200 characters)" },
    hint: { vi: "Gửi kèm một khóa ngẫu nhiên, ví dụ UUID", en: "Send a random key, a UUID for example" },
  },
  busy: {
    status: 503,
    message: { vi: "Hồ sơ đang được nhiều người xử lý cùng lúc", en: "Several people are working on this dossier at once" },
    hint: { vi: "Thử lại sau vài giây với cùng khóa yêu cầu", en: "Try again in a few seconds with the same key" },
  },
  "not-ended-yet": {
    status: 409,
    message: { vi: "Hồ sơ chưa kết thúc, dữ liệu cá nhân còn cần để giải quyết", en: "The dossier has not ended: its personal data are still needed" },
    hint: { vi: "Xóa sau khi hồ sơ kết thúc", en: "Erase them once it has ended" },
  },
  "erased-already": {
    status: 409,
    message: { vi: "Dữ liệu cá nhân của hồ sơ này đã được xóa", en: "The personal data of this dossier are erased already" },
    hint: { vi: "Xem nhật ký hồ sơ: lúc nào, theo quyết định nào", en: "See its log for when, and by which decision" },
  },
  "erasure-pending": {
    status: 409,
    message: { vi: "Đã có đề nghị xóa dữ liệu cá nhân đang chờ duyệt", en: "An erasure is already waiting for approval" },
    hint: { vi: "Để người khác giữ vai trò này duyệt hoặc không duyệt", en: "Let another person who holds this role decide" },
  },
  "erasure-not-requested": {
    status: 409,
    message: { vi: "Chưa ai đề nghị xóa dữ liệu cá nhân của hồ sơ này", en: "Nobody has asked for the erasure of this dossier's personal data" },
    hint: { vi: "Đề nghị trước, nêu quyết định và căn cứ pháp luật", en: "Ask for it first, with the decision and the provision" },
  },
  "erasure-four-eyes": {
    status: 403,
    message: { vi: "Người đề nghị xóa dữ liệu cá nhân không được tự duyệt", en: "Nobody approves their own request for an erasure" },
    hint: { vi: "Để người khác giữ vai trò này duyệt", en: "Let another person who holds this role approve it" },
  },
  "erasure-basis": {
    status: 422,
    message: { vi: "Phải ghi quyết định và căn cứ pháp luật của việc xóa", en: "The decision and the provision it rests on are missing" },
    hint: { vi: "Ghi số và ngày quyết định; luật, điều, khoản", en: "Give the decision's number and date; law and article" },
  },
  "erasure-names-somebody": {
    status: 422,
    message: { vi: "Nội dung này còn ghi dữ liệu cá nhân của hồ sơ; nhật ký giữ nó mãi mãi", en: "This text holds personal data of the dossier, and the log keeps it for ever" },
    hint: { vi: "Chỉ ghi số, ngày quyết định và điều luật", en: "Give numbers, dates and articles only" },
  },
  "sign-in-required": {
    status: 401,
    message: { vi: "Cần đăng nhập", en: "You have to sign in" },
    hint: { vi: "Đăng nhập rồi gửi lại yêu cầu", en: "Sign in and send the request again" },
  },
  "not-an-officer": {
    status: 403,
    message: { vi: "Tài khoản này chưa được giao nhiệm vụ tại đơn vị nào", en: "This account has no duty at any unit" },
    hint: { vi: "Liên hệ người quản trị của tỉnh", en: "Ask the administrator of the province" },
  },
  "substitution-not-yours": {
    status: 403,
    message: { vi: "Ông/bà không giữ nhiệm vụ này, hoặc chỉ đang làm thay người khác", en: "You do not hold this duty yourself" },
    hint: { vi: "Chọn một nhiệm vụ của chính ông/bà", en: "Choose a duty of your own" },
  },
  "substitution-dates": {
    status: 422,
    message: { vi: "Khoảng thời gian làm thay không hợp lệ", en: "The days of the substitution are not valid" },
    hint: { vi: "Từ ngày đến ngày có thật, chưa qua, tối đa 180 ngày", en: "Give two days that exist and have not passed, at most 180 days" },
  },
  "substitution-decision": {
    status: 422,
    message: { vi: "Chưa ghi văn bản làm căn cứ", en: "The decision it rests on is missing" },
    hint: { vi: "Ghi số và ngày của văn bản giao người làm thay", en: "Give its number and date" },
  },
  "substitution-offer-gone": {
    status: 404,
    message: { vi: "Đề nghị làm thay này không còn, hoặc không dành cho đơn vị của ông/bà", en: "This offer is gone, or not for your unit" },
    hint: { vi: "Hỏi người vắng mặt, đề nghị có hiệu lực 7 ngày", en: "Ask the person who is away: an offer stands for seven days" },
  },
  "substitution-by-oneself": {
    status: 422,
    message: { vi: "Không ai làm thay chính mình", en: "Nobody acts for themselves" },
    hint: { vi: "Gửi đường dẫn này cho người sẽ làm thay", en: "Give this address to whoever will act for you" },
  },
  "unknown-route": {
    status: 404,
    message: { vi: "Không có địa chỉ này", en: "There is nothing at this address" },
    hint: { vi: "Xem danh sách tại /api/openapi.json", en: "See /api/openapi.json for the list" },
  },
  "invalid-json": {
    status: 400,
    message: { vi: "Nội dung yêu cầu không phải là JSON hợp lệ", en: "The body of the request is not valid JSON" },
    hint: { vi: "Gửi JSON mã hóa UTF-8", en: "Send JSON encoded as UTF-8" },
  },
  "body-too-large": {
    status: 413,
    message: { vi: "Nội dung yêu cầu lớn hơn 256 KB", en: "The body of the request is larger than 256 KB" },
    hint: { vi: "Tải tệp lên riêng, chỉ gửi mã của tệp", en: "Upload files on their own and send only their keys" },
  },
  "invalid-request": {
    status: 400,
    message: { vi: "Giá trị tại vị trí này không đúng với mô tả của API", en: "The value at this place does not match the description of the API" },
    hint: { vi: "Xem mô tả tại /api/openapi.json", en: "See /api/openapi.json for the description" },
  },
  "internal-error": {
    status: 500,
    message: { vi: "Hệ thống gặp lỗi, yêu cầu chưa được thực hiện", en: "Something went wrong; the request was not carried out" },
    hint: { vi: "Thử lại; nếu vẫn lỗi, báo mã lỗi kèm theo cho người quản trị", en: "Try again; if it persists, give the error's id to the administrator" },
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;

/** Codes of this package's own refusals. */
export type HandlerProblemCode = keyof typeof PROBLEMS;

/** A problem of this package. `pointer` is into what the caller sent; `""` is the whole of it. */
export function problem(code: HandlerProblemCode, pointer = ""): Problem {
  const { message, hint } = PROBLEMS[code] as ProblemEntry;
  return hint === undefined ? { code, pointer, message } : { code, pointer, message, hint };
}

/** HTTP status of a refusal: of its first problem; what a form or a decision refuses is 422. */
export function statusOf(problems: readonly Problem[]): number {
  const code = problems[0]?.code ?? "internal-error";
  return (PROBLEMS as Readonly<Record<string, ProblemEntry>>)[code]?.status ?? 422;
}
