import { askedDocuments, documentTitle, type DossierState } from "@motcua/dossier";
import type { FormSchema, ProcedureModule } from "@motcua/procedure";
import type { CodeLists } from "../form/code-list.ts";
import { type ActFields, actFields, LONGEST_NOTE, textSchema } from "./act-fields.ts";

/** Most defects one request may name; as the API takes it. */
const MOST_DEFECTS = 100;

/** Whether one more request is beyond what the procedure allows: it then needs a reason, or is refused. */
export function beyondLimit({ procedure }: ProcedureModule, state: DossierState): boolean {
  return state.supplements.length >= procedure.clock.supplementLimit.count;
}

/** A request for a supplement (form 02): everything that is missing, each with the document it is about. */
export function supplementFields(module: ProcedureModule, lists: CodeLists, { state, form: filled }: { readonly state: DossierState; readonly form?: unknown }): ActFields {
  const { form, clock } = module.procedure;
  // What the agency has to find itself, it may not ask for.
  const documents = askedDocuments(module.procedure, filled).filter(({ definition }) => definition.lookup?.else !== "none");
  const names = Object.fromEntries(documents.map((document) => [document.definition.id, documentTitle(document)]));
  const defect: FormSchema = {
    type: "object",
    "x-label": { vi: "Nội dung" },
    required: ["text"],
    properties: {
      text: textSchema("Cần bổ sung, chỉnh sửa", { maxLength: 2000, lines: true, hint: "Người nộp sẽ đọc nguyên văn." }),
      ...(documents.length === 0 ? {} : { document: { type: "string", enum: Object.keys(names), "x-enum": names, "x-control": "select", "x-label": { vi: "Giấy tờ liên quan" } } }),
    },
  };
  const late = beyondLimit(module, state) && !clock.supplementLimit.hard;
  const reason = textSchema("Lý do yêu cầu bổ sung thêm lần nữa", { maxLength: LONGEST_NOTE, lines: true, hint: "Đã yêu cầu đủ số lần quy định: hồ sơ sẽ bị tính là chậm." });
  return actFields(
    {
      type: "object",
      required: ["defects", ...(late ? ["overLimitReason"] : [])],
      properties: {
        defects: { type: "array", items: defect, maxItems: MOST_DEFECTS, "x-label": { vi: "Nội dung cần bổ sung" }, "x-hint": { vi: "Nêu đầy đủ trong một lần." } },
        ...(late ? { overLimitReason: reason } : {}),
      },
    },
    { prefix: "bo-sung", root: form, lists },
  );
}
