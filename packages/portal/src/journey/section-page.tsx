import { controlFor } from "../controls/controls.ts";
import { followEntries } from "../draft/entry-documents.ts";
import { inputId } from "../form/form-body.ts";
import { valueAt } from "../form/json-pointer.ts";
import { readSection } from "../form/read-section.ts";
import type { ListedMistake } from "../pages/error-summary.tsx";
import { messagePage, notFoundPage } from "../pages/message-page.tsx";
import { DefaultButton, PostForm } from "../pages/post-form.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { drawingOf } from "./drawing.ts";
import { CHANGING, journeyOf, nextPath, PAGE, pagePath, sectionPage, withDone, type Journey, type JourneyPage } from "./journey.ts";
import { journeyPage } from "./journey-frame.tsx";
import { sectionMistakes } from "./mistakes.ts";

/** Largest form kept in a draft, in characters of JSON: the store takes 400 KB an item, and a letter may be three bytes. */
const MOST_FORM = 100_000;

type SectionOf = JourneyPage & Required<Pick<JourneyPage, "section">>;

/** Shows a page of the form; what is wrong with it only when somebody was sent here to mend it. */
export function showSection(c: PortalContext, portal: Portal, journey: Journey): Response {
  const page = sectionOf(c, journey);
  if (page === undefined) return notFoundPage(c, portal);
  return sectionPageWith(c, portal, { journey, page, mistakes: c.req.query("loi") === undefined ? [] : sectionMistakes(journey, page.section) });
}

/** Takes a page of the form in: what was typed is kept, right or wrong; only a page without mistakes leads on. */
export async function takeSection(c: PortalContext, portal: Portal, journey: Journey): Promise<Response> {
  const page = sectionOf(c, journey);
  if (page === undefined) return notFoundPage(c, portal);
  const body = c.get("body");
  const { fields } = page.section;
  const form = readSection(journey.draft.form, { fields, body, controlFor });
  const filled = { ...journey.draft, form, ...followEntries(journey.module.procedure, journey.draft, form) };
  if (JSON.stringify(filled.form).length > MOST_FORM) return messagePage(c, portal, { title: "Nội dung quá dài", text: "Ông/bà rút gọn nội dung rồi gửi lại.", status: 413 });
  const next = journeyOf(portal, journey.module, filled);
  const action = body.text("_do");
  if (action !== "" && action !== "next") {
    await portal.drafts.save(withDone(filled, page.id, false));
    return seeOther(c, `${pagePath(filled, page.id)}${isChanging(c) ? `?${CHANGING}` : ""}#${anchorOf(action, next)}`);
  }
  const mistakes = sectionMistakes(next, page.section);
  const saved = withDone(filled, page.id, mistakes.length === 0);
  await portal.drafts.save(saved);
  if (mistakes.length > 0) return sectionPageWith(c, portal, { journey: { ...next, draft: saved }, page, mistakes });
  return seeOther(c, nextPath({ ...next, draft: saved }, page.id, isChanging(c)));
}

function sectionOf(c: PortalContext, { pages }: Journey): SectionOf | undefined {
  const wanted = sectionPage(c.req.param("section") ?? "");
  const found = pages.find(({ id }) => id === wanted);
  return found?.section === undefined ? undefined : { ...found, section: found.section };
}

function isChanging(c: PortalContext): boolean {
  return c.req.query("ve") === PAGE.check;
}

/** Where to go on after a row was added or taken away, or a list brought. */
function anchorOf(action: string, { draft }: Journey): string {
  const [kind, at = ""] = action.split(":");
  if (kind !== "add") return inputId(kind === "remove" ? at.slice(0, at.lastIndexOf("/")) : at);
  const rows = valueAt(draft.form, at);
  return `${inputId(at)}-dong-${Array.isArray(rows) ? rows.length - 1 : 0}`;
}

function sectionPageWith(c: PortalContext, portal: Portal, of: { readonly journey: Journey; readonly page: SectionOf; readonly mistakes: readonly ListedMistake[] }): Response {
  const { journey, page, mistakes } = of;
  const { section, fields } = page.section;
  const drawing = drawingOf(portal, journey, mistakes.map(({ problem }) => problem));
  const changing = isChanging(c);
  return journeyPage(c, portal, {
    journey,
    page: page.id,
    title: page.title,
    mistakes,
    ...(changing ? { back: pagePath(journey.draft, PAGE.check) } : {}),
    children: (
      <PostForm action={`${pagePath(journey.draft, page.id)}${changing ? `?${CHANGING}` : ""}`} csrf={c.get("visit").csrf()}>
        <DefaultButton />
        {section.hint === undefined ? null : <p class="column">{section.hint.vi}</p>}
        {fields.map(({ field, at }) => controlFor(field).Input({ field, at, value: valueAt(journey.draft.form, at), drawing }))}
        <button class="button" type="submit" name="_do" value="next">
          Lưu và tiếp tục
        </button>
      </PostForm>
    ),
  });
}
