import type { Procedure, Step } from "@motcua/procedure";

/** A step as authors read it. */
export interface DrawnStep {
  readonly id: string;
  readonly kind: Step["kind"];
  readonly name: string;
  /** What a wait is for. */
  readonly why: string | undefined;
  readonly who: string;
  /** As written: `3wd`; nothing where nobody said. */
  readonly time: string | undefined;
  readonly legal: string | undefined;
  readonly when: string | undefined;
  readonly ways: readonly { readonly outcome: string; readonly label: string; readonly to: string }[];
}

/** Labels of the outcomes every kind has. */
const OUTCOMES: Readonly<Record<string, string>> = {
  accept: "tiếp nhận", signed: "đã ký", returned: "trả lại", sealed: "đã đóng dấu", confirmed: "xác nhận", corrected: "đề nghị sửa", answered: "đã trả lời",
  objected: "không đồng ý", silent: "không trả lời", done: "thành công", rejected: "bị từ chối", unavailable: "không kết nối được", elapsed: "hết thời hạn",
  joined: "các nhánh đã xong", failed: "nhánh không thành", all: "tất cả thành công", some: "thành công một phần", none: "không thành công", attended: "có mặt", absent: "vắng mặt", paid: "đã nộp", waived: "được miễn",
};

/** The steps of a workflow in the order a dossier meets them: along the first outcomes, what lies beside them after. */
export function drawnSteps({ workflow, roles }: Pick<Procedure, "workflow" | "roles">): readonly DrawnStep[] {
  const order = new Set<string>();
  const walk = (id: string | undefined): void => {
    const step = id === undefined || !Object.hasOwn(workflow.steps, id) ? undefined : workflow.steps[id];
    if (id === undefined || step === undefined || order.has(id)) return;
    order.add(id);
    if (step.kind === "fork") for (const { start } of Object.values(step.branches)) walk(start);
    for (const target of Object.values(step.next)) walk(target);
  };
  walk(workflow.start);
  for (const id of Object.keys(workflow.steps)) order.add(id);
  return [...order].flatMap((id) => (workflow.steps[id] === undefined ? [] : [drawn(id, workflow.steps[id], roles)]));
}

function drawn(id: string, step: Step, roles: Procedure["roles"]): DrawnStep {
  const branches = step.kind === "fork" ? Object.entries(step.branches).map(([outcome, { name, start }]) => ({ outcome, label: name.vi, to: start })) : [];
  const own = Object.entries(step.next).map(([outcome, to]) => ({ outcome, label: labelOf(step, outcome), to }));
  const skip = step.when === undefined ? [] : [{ outcome: "skip", label: "bỏ qua", to: step.skip ?? Object.values(step.next)[0] ?? "" }].filter(({ to }) => !own.some((way) => way.to === to));
  return { id, kind: step.kind, name: step.name.vi, why: whyOf(step), who: whoOf(step, roles), time: timeOf(step), legal: step.legalLimit?.time, when: step.when, ways: [...branches, ...own, ...skip] };
}

function labelOf(step: Step, outcome: string): string {
  if (step.kind === "return") return "";
  return step.outcomes?.[outcome]?.vi ?? OUTCOMES[outcome] ?? outcome;
}

function whyOf(step: Step): string | undefined {
  if (step.kind !== "wait") return undefined;
  return step.for === "posting" ? "niêm yết công khai" : step.for.vi;
}

function timeOf(step: Step): string | undefined {
  if ("within" in step && step.within !== undefined) return step.within;
  return step.kind === "wait" ? step.duration : step.time;
}

function whoOf(step: Step, roles: Procedure["roles"]): string {
  if ("role" in step) return roles[step.role]?.name.vi ?? step.role;
  return { task: "Người nộp hồ sơ", confirm: "Người nộp hồ sơ", consult: "Cơ quan được hỏi", register: "Hệ thống khác", fork: "Các nhánh song song" }[step.kind];
}
