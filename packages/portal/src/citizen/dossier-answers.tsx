import type { DossierView } from "@motcua/handlers";
import type { ProcedureModule } from "@motcua/procedure";
import { controlFor } from "../controls/controls.ts";
import { answerRows } from "../form/answer-rows.ts";
import { formModel } from "../form/form-model.ts";
import { valueAt } from "../form/json-pointer.ts";
import { AnswerList } from "../pages/answer-list.tsx";
import type { Portal } from "../portal.ts";

/** What was said in a dossier's form, section by section; folded, because it is long. */
export function DossierAnswers({ portal, module, view }: { readonly portal: Portal; readonly module: ProcedureModule; readonly view: DossierView }) {
  const wording = { lists: portal.lists, controlFor };
  const sections = formModel(module, portal.lists).sections.map(({ section, fields }) => ({ section, rows: fields.flatMap(({ field, at }) => answerRows(field, valueAt(view.form, at), wording)) }));
  return (
    <details>
      <summary>Nội dung đã khai</summary>
      {sections
        .filter(({ rows }) => rows.length > 0)
        .map(({ section, rows }) => (
          <AnswerList id={`muc-${section.id}`} title={section.title.vi} rows={rows} />
        ))}
    </details>
  );
}
