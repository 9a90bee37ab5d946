import { ownField } from "../form/own-field.ts";
import type { PlacedField } from "../form/field.ts";
import type { ListedMistake } from "../pages/error-summary.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { CHANGING, PAGE, questionsOf, journeyOf, nextPath, pagePath, withDone, type Journey } from "./journey.ts";
import { journeyPage } from "./journey-frame.tsx";
import { OwnForm, ownMistakes, readOwn } from "./own-page.tsx";

/** Shows the procedure's questions that are no form fields. */
export function showQuestions(c: PortalContext, portal: Portal, journey: Journey): Response {
  return questionPage(c, portal, { journey, values: journey.draft.answers, mistakes: [] });
}

/** Takes the answers in: they decide which documents are needed and what is waived. */
export async function takeQuestions(c: PortalContext, portal: Portal, journey: Journey): Promise<Response> {
  const fields = fieldsOf(journey);
  const values = readOwn(fields, c.get("body"));
  const mistakes = ownMistakes(fields, values);
  const answers = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, value === true]));
  const draft = withDone({ ...journey.draft, answers }, PAGE.questions, mistakes.length === 0);
  await portal.drafts.save(draft);
  const next = journeyOf(portal, journey.module, draft);
  if (mistakes.length > 0) return questionPage(c, portal, { journey: next, values, mistakes });
  return seeOther(c, nextPath(next, PAGE.questions, c.req.query("ve") === PAGE.check));
}

function fieldsOf({ module, draft }: Journey): readonly PlacedField[] {
  return questionsOf(module, draft).map(({ id, text }) => ({ field: ownField({ key: id, control: "yes-no", label: text }), at: `/hoi/${id}` }));
}

function questionPage(c: PortalContext, portal: Portal, of: { readonly journey: Journey; readonly values: Readonly<Record<string, unknown>>; readonly mistakes: readonly ListedMistake[] }): Response {
  const { journey, values, mistakes } = of;
  const action = `${pagePath(journey.draft, PAGE.questions)}${c.req.query("ve") === PAGE.check ? `?${CHANGING}` : ""}`;
  return journeyPage(c, portal, {
    journey,
    page: PAGE.questions,
    title: "Câu hỏi thêm",
    mistakes,
    children: (
      <>
        <p class="column">Câu trả lời quyết định giấy tờ cần nộp và việc miễn, giảm phí, lệ phí.</p>
        <OwnForm c={c} portal={portal} of={{ action, fields: fieldsOf(journey), values, mistakes }} />
      </>
    ),
  });
}
