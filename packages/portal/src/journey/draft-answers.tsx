import { documentTitle } from "@motcua/dossier";
import { controlFor } from "../controls/controls.ts";
import { answerRows, type AnswerRow } from "../form/answer-rows.ts";
import { deliveryOf } from "../form/form-model.ts";
import { valueAt } from "../form/json-pointer.ts";
import { AnswerList } from "../pages/answer-list.tsx";
import type { Portal } from "../portal.ts";
import { RESULT_WAYS } from "./handover-page.tsx";
import { draftDocuments } from "./journey-documents.ts";
import { questionsOf, CHANGING, PAGE, pagePath, type Journey, type JourneyPage } from "./journey.ts";
import { chosenWords } from "./way-words.ts";

/** Everything a draft says, page by page, each with a link to change it. */
export function DraftAnswers({ portal, journey }: { readonly portal: Portal; readonly journey: Journey }) {
  return (
    <>
      {journey.pages.map((page) => (
        <AnswerList id={`muc-${page.id.replaceAll("/", "-")}`} title={page.title} rows={rowsOf(portal, journey, page)} change={`${pagePath(journey.draft, page.id)}?${CHANGING}`} />
      ))}
    </>
  );
}

/** How the result of a draft comes: as its form says, else as was asked. */
export function deliveryIn({ model, form, draft }: Journey): "counter" | "post" | "online" {
  const told = model.delivery === undefined ? undefined : deliveryOf(valueAt(form, model.delivery.at));
  return told ?? draft.resultBy ?? "counter";
}

function rowsOf(portal: Portal, journey: Journey, page: JourneyPage): readonly AnswerRow[] {
  const { draft, module, form } = journey;
  const wording = { lists: portal.lists, controlFor };
  if (page.section !== undefined) return page.section.fields.flatMap(({ field, at }) => answerRows(field, valueAt(form, at), wording));
  switch (page.id) {
    case PAGE.questions:
      return questionsOf(module, draft).map(({ id, text }) => ({ label: text, text: draft.answers[id] === true ? "Có" : "Không" }));
    case PAGE.documents:
      return draftDocuments(portal, journey).flatMap((document) => {
        const text = chosenWords(draft.documents[document.definition.id]);
        return text === undefined ? [] : [{ label: documentTitle(document).vi, text }];
      });
    default:
      return handoverRows(portal, journey);
  }
}

function handoverRows({ province }: Portal, journey: Journey): readonly AnswerRow[] {
  const unit = province.units.find(({ code }) => code === journey.draft.receivingUnit);
  const way = RESULT_WAYS.find(({ value }) => value === deliveryIn(journey));
  return [
    { label: "Nộp đến bộ phận một cửa", text: unit?.name.vi ?? "Chưa chọn" },
    ...(journey.model.delivery === undefined ? [{ label: "Nhận kết quả", text: way?.label.vi ?? "" }] : []),
  ];
}
