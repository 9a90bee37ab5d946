import type { Problem, Text } from "@motcua/procedure";

interface ProblemText {
  readonly message: Text;
  readonly hint: Text;
}

/** Everything a definition of a state machine is refused for. The code is the key; `{name}` is what was found. */
export const MACHINE_PROBLEMS = {
  "machine-malformed": {
    message: { vi: "“{name}” không phải là bảng trạng thái", en: "“{name}” is not a table of states" },
    hint: { vi: "Cần có StartAt và States", en: "StartAt and States are needed" },
  },
  "machine-language": {
    message: { vi: "ngôn ngữ truy vấn là “{name}”, không phải JSONata", en: "the query language is “{name}”, not JSONata" },
    hint: { vi: "Đặt QueryLanguage là JSONata một lần cho cả máy", en: "Set QueryLanguage to JSONata once, for the whole machine" },
  },
  "machine-no-target": {
    message: { vi: "không có trạng thái “{name}” ở đây", en: "there is no state “{name}” here" },
    hint: { vi: "Chỉ chuyển được tới trạng thái cùng bảng; nhánh không ra khỏi nhánh", en: "A state leads only to states of its own table: no way leads into or out of a branch" },
  },
  "machine-no-exit": {
    message: { vi: "trạng thái “{name}” không dẫn đi đâu", en: "the state “{name}” leads nowhere" },
    hint: { vi: "Thêm Next hoặc End", en: "Give it Next or End" },
  },
  "machine-unreachable": {
    message: { vi: "không bao giờ tới trạng thái “{name}”", en: "the state “{name}” is never reached" },
    hint: { vi: "Bỏ trạng thái, hoặc cho một trạng thái dẫn tới nó", en: "Remove it, or let a state lead to it" },
  },
  "machine-no-end": {
    message: { vi: "từ trạng thái “{name}” không thể kết thúc", en: "no end can be reached from the state “{name}”" },
    hint: { vi: "Cho một kết quả dẫn tới @end, @stop, @refuse hoặc @join", en: "Let an outcome lead to @end, @stop, @refuse or @join" },
  },
  "machine-duplicate-state": {
    message: { vi: "tên trạng thái “{name}” dùng hơn một lần", en: "the name “{name}” is used for more than one state" },
    hint: { vi: "Tên là duy nhất trong cả máy, kể cả các nhánh", en: "A name is unique in the whole machine, branches included" },
  },
  "machine-timer": {
    message: { vi: "“{name}” đặt thời hạn trong máy trạng thái", en: "“{name}” sets a time in the state machine" },
    hint: { vi: "Thời hạn pháp lý do lịch quét quyết định: máy trạng thái không dừng khi hồ sơ tạm dừng", en: "Legal times are decided by the sweep: a timer here would run on while the dossier's clock is paused" },
  },
  "machine-resource": {
    message: { vi: "“{name}” không phải lời gọi của sản phẩm", en: "“{name}” is not a call this product makes" },
    hint: { vi: "Chỉ gọi lambda:invoke.waitForTaskToken với register-task hoặc connect", en: "Only lambda:invoke.waitForTaskToken with register-task or connect is called" },
  },
  "machine-payload": {
    message: { vi: "dữ liệu gửi đi có mục “{name}” không được phép hoặc không tính ra từ trạng thái", en: "the payload's “{name}” is not one of its members, or not computed" },
    hint: { vi: "Chỉ gửi dossier, generation, step, after, token, retry", en: "Only dossier, generation, step, after, token and retry are sent" },
  },
  "machine-payload-missing": {
    message: { vi: "dữ liệu gửi đi thiếu “{name}”", en: "the payload lacks “{name}”" },
    hint: { vi: "Thiếu mục này thì không ai trả lời được trạng thái đang chờ", en: "Without it nobody can answer the state that waits" },
  },
  "machine-no-token": {
    message: { vi: "trạng thái chờ nhưng không gửi mã của việc", en: "the state waits for its token but does not pass it on" },
    hint: { vi: "Gửi $states.context.Task.Token", en: "Pass $states.context.Task.Token" },
  },
  "machine-no-retry": {
    message: { vi: "không thử lại khi gặp “{name}”", en: "“{name}” is not tried again" },
    hint: { vi: "Thêm Retry có giãn cách và JitterStrategy FULL", en: "Add a Retry with backoff and JitterStrategy FULL" },
  },
  "machine-no-catch": {
    message: { vi: "lỗi không thử lại được không dẫn tới trạng thái nào", en: "an error that cannot be helped leads to no state" },
    hint: { vi: "Thêm Catch States.ALL, một mình và ở cuối", en: "Add a Catch for States.ALL, alone and last" },
  },
  "machine-expression": {
    message: { vi: "biểu thức “{name}” không đóng hoặc rỗng", en: "the expression “{name}” is empty or not closed" },
    hint: { vi: "Biểu thức là cả chuỗi, từ {% tới %}", en: "An expression is the whole text, from {% to %}" },
  },
  "machine-foreign-read": {
    message: { vi: "biểu thức đọc “{name}”", en: "an expression reads “{name}”" },
    hint: { vi: "Máy trạng thái chỉ biết mã, kết quả và dữ kiện đúng/sai", en: "A state machine knows ids, outcomes and named boolean facts only: nothing else, no citizen's data, may be read" },
  },
} as const satisfies Readonly<Record<string, ProblemText>>;

/** Codes of what a definition is refused for. */
export type MachineProblemCode = keyof typeof MACHINE_PROBLEMS;

/** A problem at a JSON Pointer into the definition. */
export function machineProblem(code: MachineProblemCode, pointer: string, name: string): Problem {
  const { message, hint } = MACHINE_PROBLEMS[code];
  const fill = ({ vi, en }: { readonly vi: string; readonly en: string }): Text => ({ vi: vi.replace("{name}", name), en: en.replace("{name}", name) });
  return { code, pointer, message: fill(message), hint };
}
