import type { Problem } from "@motcua/procedure";
import type { UnrunnableCode } from "../plan/unrunnable-workflow.ts";

interface ProblemText {
  readonly vi: string;
  readonly en: string;
  readonly hint: { readonly vi: string; readonly en: string };
}

/** Codes of what a workflow is refused for. */
export type WorkflowProblemCode = UnrunnableCode | "step-unreachable" | "step-without-end" | "branch-never-joins" | "fork-without-way" | "fork-never-fails" | "quorum-too-large";

/** Everything a workflow is refused for beyond its names. `{name}` is the step. */
export const WORKFLOW_PROBLEMS: Readonly<Record<WorkflowProblemCode, ProblemText>> = {
  "unknown-step": { vi: "không có bước “{name}”", en: "there is no step “{name}”", hint: { vi: "Sửa tên bước", en: "Correct the step's name" } },
  "skip-circle": {
    vi: "khi các bước bị bỏ qua, đường đi quay vòng tại “{name}”", en: "skipped steps lead in a circle at “{name}”",
    hint: { vi: "Cho “skip” dẫn tới một bước phía sau", en: "Let skip lead to a step further on" },
  },
  "join-outside-fork": {
    vi: "“{name}” dẫn tới @join hoặc @fail nhưng không nằm trong nhánh nào", en: "“{name}” leads to @join or @fail but is in no branch",
    hint: { vi: "Chỉ dùng @join và @fail trong các nhánh của bước fork", en: "Use @join and @fail only in the branches of a fork" },
  },
  "fork-inside-itself": {
    vi: "nhánh của “{name}” dẫn trở lại chính nó", en: "a branch of “{name}” leads back to it",
    hint: { vi: "Kết thúc nhánh bằng @join rồi mới quay lại", en: "End the branch with @join and go back from there" },
  },
  "step-of-two-branches": {
    vi: "hai nhánh song song cùng dẫn tới “{name}”", en: "two branches side by side lead to “{name}”",
    hint: { vi: "Mỗi nhánh cần bước riêng; việc chung đặt sau @join", en: "Give each branch a step of its own, or put what they share behind the join" },
  },
  "step-unreachable": {
    vi: "không bao giờ tới bước “{name}”", en: "the step “{name}” is never reached",
    hint: { vi: "Bỏ bước, hoặc cho một kết quả dẫn tới nó", en: "Remove it, or let an outcome lead to it" },
  },
  "step-without-end": {
    vi: "từ bước “{name}” hồ sơ không thể kết thúc", en: "from the step “{name}” a dossier can never end",
    hint: { vi: "Cho một kết quả dẫn tới @end, @stop hoặc @refuse", en: "Let an outcome lead to @end, @stop or @refuse" },
  },
  "branch-never-joins": {
    vi: "bước “{name}” có nhánh không bao giờ tới @join hay @fail", en: "the fork “{name}” has a branch that never reaches @join or @fail",
    hint: { vi: "Cho một kết quả trong nhánh dẫn tới @join", en: "Let an outcome in the branch lead to @join" },
  },
  "fork-without-way": {
    vi: "nhánh của “{name}” có thể không thành (@fail) nhưng “next” không có đường đi cho trường hợp đó", en: "a branch of “{name}” may fail (@fail), and next has no way for it",
    hint: { vi: "Thêm “failed” vào “next”, hoặc dùng \"join\": \"settled\" với all, some, none", en: "Add failed to next, or use \"join\": \"settled\" with all, some and none" },
  },
  "fork-never-fails": {
    vi: "“next” của “{name}” có đường cho nhánh không thành, nhưng không nhánh nào dẫn tới @fail", en: "next of “{name}” has a way for a branch that fails, and none leads to @fail",
    hint: { vi: "Cho kết quả không thành của nhánh dẫn tới @fail, hoặc bỏ đường đi thừa", en: "Let the outcome by which a branch fails lead to @fail, or remove the way" },
  },
  "quorum-too-large": {
    vi: "“{name}” đòi nhiều nhánh thành công hơn số nhánh có", en: "“{name}” asks for more branches than it has",
    hint: { vi: "Giảm “quorum”", en: "Lower quorum" },
  },
};

/** A problem at a step; `pointer` is into the procedure. */
export function workflowProblem(code: WorkflowProblemCode, pointer: string, name: string): Problem {
  const { vi, en, hint } = WORKFLOW_PROBLEMS[code];
  return { code, pointer, message: { vi: vi.replace("{name}", name), en: en.replace("{name}", name) }, hint };
}
