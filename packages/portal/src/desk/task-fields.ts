import { officerQuestions, type DossierState } from "@motcua/dossier";
import type { TaskView } from "@motcua/handlers";
import { conditionTexts, type FormSchema, type ProcedureModule, type Step, type Target } from "@motcua/procedure";
import type { CodeLists } from "../form/code-list.ts";
import { valueAt, type JsonObject } from "../form/json-pointer.ts";
import { resolveSchema } from "../form/resolve-schema.ts";
import { type ActFields, actFields, LONGEST_NOTE, textSchema } from "./act-fields.ts";

const WAYS = { counter: { vi: "Trực tiếp tại bộ phận một cửa" }, post: { vi: "Qua bưu chính công ích" }, online: { vi: "Bản điện tử" } } as const;

/** Who received the result: the evidence a return step asks for. */
const RECIPIENT: FormSchema = {
  type: "object",
  "x-label": { vi: "Người nhận kết quả" },
  required: ["name", "by"],
  properties: {
    name: textSchema("Họ và tên người nhận", { maxLength: 200 }),
    identity: textSchema("Số giấy tờ tùy thân", { maxLength: 40 }),
    by: { type: "string", enum: Object.keys(WAYS), "x-enum": WAYS, "x-control": "radio", "x-label": { vi: "Hình thức nhận" } },
  },
};

const RECEIPT = textSchema("Số biên lai hoặc mã giao dịch", { maxLength: 100, hint: "Ghi khi đã thu tiền." });

/** Parts of a task's form that may stay empty. */
const LEFT_OUT: ReadonlySet<string> = new Set(["note", "received", "answers", "receipt"]);

/** The form of a consulted unit's answer; it depends on nothing but the task. */
export function answerFields(task: string, lists: CodeLists): ActFields {
  const note = textSchema("Nội dung trả lời", { maxLength: LONGEST_NOTE, lines: true });
  return actFields({ type: "object", properties: { note } }, { prefix: prefixOf(task), root: {}, lists });
}

/** Task ids have characters that names of inputs are better without. */
function prefixOf(task: string): string {
  return task.replace(/[^a-z0-9_-]/g, "-");
}

/** The form of a task: the step's own record, the questions officers answer, the recipient where a result is returned, a note. Known by the step alone, so that a task done meanwhile reads alike. */
export function taskFields(module: ProcedureModule, lists: CodeLists, { task, step }: { readonly task: string; readonly step: Step }): ActFields {
  if (step.kind === "consult") return answerFields(task, lists);
  const root = module.procedure.form;
  const record = recordSchema(step, root);
  const ends = Object.values(step.next).some(endsDossier);
  const note = textSchema("Ghi chú", { maxLength: LONGEST_NOTE, lines: true, ...(ends ? { hint: "Phải nêu lý do nếu kết quả là dừng hoặc từ chối hồ sơ." } : {}) });
  const answers = questionSchema(module, step);
  const received = receivedSchema(module, task);
  const properties = { ...(received === undefined ? {} : { received }), ...(record === undefined ? {} : { record }), ...(answers === undefined ? {} : { answers }), ...(step.kind === "return" ? { recipient: RECIPIENT } : {}), ...(step.kind === "pay" ? { receipt: RECEIPT } : {}), note };
  const schema = { type: "object", required: Object.keys(properties).filter((key) => !LEFT_OUT.has(key)), properties };
  return actFields(schema, { prefix: prefixOf(task), root, lists });
}

/** Whether an outcome that leads there ends the dossier without a result. */
export function endsDossier(target: Target | undefined): boolean {
  return target === "@stop" || target === "@refuse";
}

function recordSchema(step: Step, root: FormSchema): FormSchema | undefined {
  if (!("record" in step) || step.record === undefined) return undefined;
  const schema = resolveSchema({ $ref: step.record }, root);
  return { "x-label": { vi: "Ghi nhận của bước" }, ...schema };
}

/** The questions a procedure asks officers, at steps that look into the dossier; one may be left for a later step. */
function questionSchema(module: ProcedureModule, step: Step): FormSchema | undefined {
  const asked = officerQuestions(module, step).map((id) => [id, { type: "boolean", "x-label": module.procedure.questions?.[id]?.text ?? { vi: id } }] as const);
  return asked.length === 0 ? undefined : { type: "object", "x-label": { vi: "Câu hỏi dành cho cán bộ" }, properties: Object.fromEntries(asked) };
}

/** The documents a step asks for, to be ticked as they are received; one that is not needed may be left. */
function receivedSchema(module: ProcedureModule, task: string): FormSchema | undefined {
  const step = task.slice(0, task.lastIndexOf("@"));
  const asked = module.procedure.documents.filter(({ at }) => at === step);
  const ticked = asked.map((document) => {
    const { id, name, mode } = document;
    const conditions = conditionTexts(document, document.requirements).map(({ vi }) => vi);
    const hint = conditions.length === 0 ? {} : { "x-hint": { vi: `${conditions.join("; ")}.` } };
    return [id, { type: "boolean", "x-control": "checkbox", "x-label": { vi: `${mode === "present" ? "Đã xuất trình" : "Đã nhận"}: ${name.vi}` }, ...hint }] as const;
  });
  return ticked.length === 0 ? undefined : { type: "object", "x-label": { vi: "Giấy tờ nhận ở bước này" }, properties: Object.fromEntries(ticked) };
}

/** What a dossier says of a task before somebody fills its form in. */
export interface KnownOfTask {
  readonly state: DossierState;
  readonly form: unknown;
  readonly record: unknown;
  readonly questions: TaskView["questions"] | undefined;
}

/** What a task's form starts with: record and answers as they stand from an earlier time, the recipient as asked for. */
export function startingValues(module: ProcedureModule, step: Step, of: KnownOfTask): JsonObject {
  const answered = (of.questions ?? []).flatMap(({ id, answer }) => (answer === undefined ? [] : [[id, answer] as const]));
  const record = {
    ...("record" in step && step.record !== undefined && of.record !== undefined ? { record: of.record } : {}),
    ...(answered.length === 0 ? {} : { answers: Object.fromEntries(answered) }),
  };
  if (step.kind !== "return") return record;
  const name = module.procedure.parties.submitter.name.map((pointer) => valueAt(of.form, pointer)).find((value) => typeof value === "string");
  return { ...record, recipient: { by: of.state.resultBy, ...(name === undefined ? {} : { name }) } };
}
