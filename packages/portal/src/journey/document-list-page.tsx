import { type ApplicableDocument, documentTitle } from "@motcua/dossier";
import { conditionTexts, type Problem } from "@motcua/procedure";
import type { ListedMistake } from "../pages/error-summary.tsx";
import { PostForm } from "../pages/post-form.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { documentParts, draftDocuments, isGivenDocument, missingDocuments, type DocumentPart } from "./journey-documents.ts";
import { nextPath, PAGE, pagePath, withDone, type Journey } from "./journey.ts";
import { journeyPage } from "./journey-frame.tsx";
import { chosenWords } from "./way-words.ts";

/** Lists the documents with what has been given of them. */
export function showDocuments(c: PortalContext, portal: Portal, journey: Journey): Response {
  return listPage(c, portal, { journey, missing: [] });
}

/** Leads on when nothing is missing. */
export async function leaveDocuments(c: PortalContext, portal: Portal, journey: Journey): Promise<Response> {
  const missing = missingDocuments(portal, journey);
  const draft = withDone(journey.draft, PAGE.documents, missing.length === 0);
  await portal.drafts.save(draft);
  if (missing.length > 0) return listPage(c, portal, { journey, missing });
  return seeOther(c, nextPath({ ...journey, draft }, PAGE.documents, false));
}

/** A mistake of a document leads to its line. */
export function documentMistake(problem: Problem, page = ""): ListedMistake {
  return { problem, href: `${page}#${lineId(problem.pointer.slice("/documents/".length))}` };
}

function lineId(id: string): string {
  return `giay-${id}`;
}

function listPage(c: PortalContext, portal: Portal, of: { readonly journey: Journey; readonly missing: readonly Problem[] }): Response {
  const { journey, missing } = of;
  const parts = documentParts(journey, draftDocuments(portal, journey));
  return journeyPage(c, portal, {
    journey,
    page: PAGE.documents,
    title: "Giấy tờ kèm theo",
    mistakes: missing.map((problem) => documentMistake(problem)),
    children: (
      <>
        <p class="column">
          {parts.length === 0 ? "Hồ sơ này không cần giấy tờ kèm theo ngoài tờ khai ông/bà vừa điền." : "Mở từng giấy tờ để tải tệp lên hoặc chọn cách nộp khác. Tờ khai đã điền trên cổng nên không phải tải lên."}
        </p>
        {parts.map((part) => (
          <Part part={part} journey={journey} />
        ))}
        <PostForm action={pagePath(journey.draft, PAGE.documents)} csrf={c.get("visit").csrf()}>
          <button class="button" type="submit">
            Tiếp tục
          </button>
        </PostForm>
      </>
    ),
  });
}

function Part({ part: { group, documents }, journey }: { readonly part: DocumentPart; readonly journey: Journey }) {
  const lines = (
    <ul class="tasks">
      {documents.map((document) => (
        <Line document={document} journey={journey} />
      ))}
    </ul>
  );
  if (group === undefined) return lines;
  return (
    <section aria-labelledby={lineId(group.id)}>
      <h2 id={lineId(group.id)} tabindex={-1}>
        {group.name}
      </h2>
      <p class="column">
        Cần {group.need} trong {documents.length} giấy tờ sau{group.ordered ? ", ưu tiên giấy tờ đứng trước" : ""}.
      </p>
      {lines}
    </section>
  );
}

function Line({ document, journey: { draft } }: { readonly document: ApplicableDocument; readonly journey: Journey }) {
  const { definition, needed, requirements } = document;
  const conditions = conditionTexts(definition, requirements);
  const name = documentTitle(document).vi;
  const chosen = chosenWords(draft.documents[definition.id]);
  const given = isGivenDocument(draft, definition.id);
  if (definition.mode === "lookup" && !given) {
    return (
      <li>
        {name}
        <span class="tag">{definition.lookup?.else === "present" ? "Cơ quan tra cứu; không có thì xuất trình" : "Không phải nộp"}</span>
      </li>
    );
  }
  return (
    <li>
      <a id={lineId(definition.id)} href={pagePath(draft, `${PAGE.documents}/${definition.id}`)}>
        {name}
      </a>
      <span class={given ? "tag done" : "tag"}>{given ? chosen : needed ? "Chưa có" : "Có thể nộp"}</span>
      {conditions.length === 0 ? null : <p class="hint">{conditions.map(({ vi }) => vi).join("; ")}.</p>}
    </li>
  );
}
