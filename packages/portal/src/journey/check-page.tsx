import type { Quote } from "@motcua/handlers";
import { isError, type Problem } from "@motcua/procedure";
import { controlFor } from "../controls/controls.ts";
import { valueAt } from "../form/json-pointer.ts";
import { readSection } from "../form/read-section.ts";
import type { ListedMistake } from "../pages/error-summary.tsx";
import { PostForm } from "../pages/post-form.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { DraftAnswers } from "./draft-answers.tsx";
import { drawingOf } from "./drawing.ts";
import { documentMistake } from "./document-list-page.tsx";
import { missingDocuments } from "./journey-documents.ts";
import { CHANGING, journeyOf, PAGE, pagePath, type Journey } from "./journey.ts";
import { journeyPage } from "./journey-frame.tsx";
import { formProblems, listedOnCheck } from "./mistakes.ts";
import { QuotePart } from "./quote-part.tsx";
import { listedOnSend, sendDraft } from "./send-draft.ts";

/** Shows all answers, what the dossier costs and when it is due, and what is still wrong. */
export async function showCheck(c: PortalContext, portal: Portal, journey: Journey): Promise<Response> {
  const open = firstOpen(journey);
  if (open !== undefined) return seeOther(c, open);
  const declared = new Set(journey.model.declarations.map(({ at }) => at));
  const problems = formProblems(journey).filter((problem) => isError(problem) && !declared.has(problem.pointer));
  return checkPage(c, portal, { journey, mistakes: [...problems.map((problem) => listedOnCheck(journey, problem)), ...documentMistakes(portal, journey)] });
}

/** Takes the declarations in and sends the dossier. */
export async function send(c: PortalContext, portal: Portal, before: Journey): Promise<Response> {
  const open = firstOpen(before);
  if (open !== undefined) return seeOther(c, open);
  const form = readSection(before.draft.form, { fields: before.model.declarations, body: c.get("body"), controlFor });
  const journey = journeyOf(portal, before.module, { ...before.draft, form });
  await portal.drafts.save(journey.draft);
  const problems = formProblems(journey).filter(isError);
  const mistakes = [...problems.map((problem) => listedOnCheck(journey, problem)), ...documentMistakes(portal, journey)];
  if (mistakes.length > 0) return checkPage(c, portal, { journey, mistakes });
  const sent = await sendDraft(portal, journey, c.get("visit").caller());
  if (!sent.ok) return refused(c, portal, { journey, problems: sent.problems });
  if (journey.draft.purpose === "submit") return seeOther(c, pagePath(journey.draft, PAGE.done));
  c.get("visit").change({ notice: "Đã gửi bổ sung. Cơ quan giải quyết tiếp tục xử lý hồ sơ." });
  return seeOther(c, `/ho-so/${journey.draft.dossier ?? ""}`);
}

function refused(c: PortalContext, portal: Portal, { journey, problems }: { readonly journey: Journey; readonly problems: readonly Problem[] }): Response | Promise<Response> {
  // A form that changed in between: the page that is loaded next carries the answers over and says so.
  if (problems.some(({ code }) => code === "stale-version")) return seeOther(c, pagePath(journey.draft, PAGE.check));
  return checkPage(c, portal, { journey, mistakes: problems.map((problem) => listedOnSend(journey, problem)) });
}

function firstOpen({ draft, pages }: Journey): string | undefined {
  const open = pages.find(({ id }) => !draft.done.includes(id));
  return open === undefined ? undefined : `${pagePath(draft, open.id)}?${CHANGING}`;
}

function documentMistakes(portal: Portal, journey: Journey): readonly ListedMistake[] {
  return missingDocuments(portal, journey).map((problem) => documentMistake(problem, pagePath(journey.draft, PAGE.documents)));
}

async function checkPage(c: PortalContext, portal: Portal, of: { readonly journey: Journey; readonly mistakes: readonly ListedMistake[] }): Promise<Response> {
  const { journey, mistakes } = of;
  const { draft, form } = journey;
  const unit = draft.receivingUnit === undefined ? {} : { unit: draft.receivingUnit };
  const asked = draft.purpose === "submit" ? await portal.handlers.quote({ procedure: draft.procedure, channel: draft.channel, form, answers: draft.answers, ...unit }) : undefined;
  const quote = asked?.ok === true ? asked.value : undefined;
  return journeyPage(c, portal, {
    journey,
    page: PAGE.check,
    title: draft.purpose === "submit" ? "Kiểm tra trước khi nộp" : "Kiểm tra trước khi gửi bổ sung",
    mistakes,
    children: (
      <>
        <Gate quote={quote} />
        <Warnings journey={journey} />
        <DraftAnswers portal={portal} journey={journey} />
        {quote === undefined ? null : <QuotePart quote={quote} />}
        {quote?.gate === undefined ? <SendForm c={c} portal={portal} of={of} /> : null}
      </>
    ),
  });
}

/** The law says that the dossier is not needed, or belongs elsewhere. */
function Gate({ quote }: { readonly quote: Quote | undefined }) {
  if (quote?.gate === undefined) return null;
  return (
    <div class="notice warning column">
      <p>
        <strong>Hồ sơ này không nộp tại đây.</strong> {quote.gate.message.vi}
      </p>
      <p>Nếu nội dung đã khai chưa đúng, ông/bà sửa ở phần tương ứng bên dưới.</p>
    </div>
  );
}

function Warnings({ journey }: { readonly journey: Journey }) {
  const warnings = formProblems(journey).filter((problem) => !isError(problem));
  if (warnings.length === 0) return null;
  return (
    <section class="notice warning column" aria-labelledby="luu-y">
      <h2 id="luu-y">Ông/bà xem lại</h2>
      <ul>
        {warnings.map((problem) => {
          const { href } = listedOnCheck(journey, problem);
          return <li>{href === undefined ? problem.message.vi : <a href={href}>{problem.message.vi}</a>}</li>;
        })}
      </ul>
      <p>Các nội dung này không ngăn ông/bà nộp hồ sơ.</p>
    </section>
  );
}

function SendForm({ c, portal, of: { journey, mistakes } }: { readonly c: PortalContext; readonly portal: Portal; readonly of: { readonly journey: Journey; readonly mistakes: readonly ListedMistake[] } }) {
  const drawing = drawingOf(portal, journey, mistakes.map(({ problem }) => problem));
  const submitting = journey.draft.purpose === "submit";
  return (
    <section aria-labelledby="gui">
      <h2 id="gui">{submitting ? "Nộp hồ sơ" : "Gửi bổ sung"}</h2>
      {submitting && c.get("visit").person() === undefined ? <SignInHint journey={journey} /> : null}
      <PostForm action={pagePath(journey.draft, PAGE.check)} csrf={c.get("visit").csrf()}>
        {journey.model.declarations.map(({ field, at }) => controlFor(field).Input({ field, at, value: valueAt(journey.draft.form, at), drawing }))}
        <button class="button" type="submit">
          {submitting ? "Nộp hồ sơ" : "Gửi bổ sung"}
        </button>
      </PostForm>
    </section>
  );
}

function SignInHint({ journey }: { readonly journey: Journey }) {
  const back = encodeURIComponent(pagePath(journey.draft, PAGE.check));
  return (
    <p class="column">
      Ông/bà chưa đăng nhập: hồ sơ vẫn được nhận, nhưng việc bổ sung giấy tờ, xác nhận bản nháp và rút hồ sơ phải làm tại bộ phận một cửa. <a href={`/dang-nhap?ve=${back}`}>Đăng nhập trước khi nộp</a> (nội dung đã khai được giữ lại, tệp phải tải lên lại).
    </p>
  );
}
