import { mayWithdraw } from "@motcua/dossier";
import { STATUS_NAMES, type DossierView } from "@motcua/handlers";
import { DossierDocuments } from "../pages/dossier-documents.tsx";
import { DossierHistory } from "../pages/dossier-history.tsx";
import { ErrorSummary, type ListedMistake } from "../pages/error-summary.tsx";
import { filePath } from "../pages/file-answer.ts";
import { PaperList } from "../pages/paper-list.tsx";
import { PostForm } from "../pages/post-form.tsx";
import { ProgressLine } from "../pages/progress-line.tsx";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { Dates } from "../track/track-page.tsx";
import { timeOf } from "../words/day-words.ts";
import { statusLine, statusMeaning } from "../words/status-line.ts";
import type { FilledAct } from "../desk/act-form.tsx";
import { ApplicantTask } from "./applicant-task.tsx";
import { DutiesPart } from "./duties-part.tsx";
import { DossierAnswers } from "./dossier-answers.tsx";
import { RatingPart } from "./rating-part.tsx";
import { RevokePart } from "./revoke-part.tsx";

/** One dossier of its owner: where it stands, what is to be done, what has happened, what was said. */
export async function dossierPage(c: PortalContext, portal: Portal, { view, mistakes, filled }: { readonly view: DossierView; readonly mistakes: readonly ListedMistake[]; readonly filled?: FilledAct }): Promise<Response> {
  const { state, procedure } = view;
  const csrf = c.get("visit").csrf();
  const module = await portal.catalogue.load(procedure.code, procedure.version);
  const finishedAt = state.endedAt ?? state.finishedAt;
  return render(c, portal, {
    options: { title: `Hồ sơ ${state.code}`, back: "/ho-so", mistakes: mistakes.length > 0, ...(mistakes.length > 0 ? { status: 422 as const } : {}) },
    children: (
      <>
        <ErrorSummary mistakes={mistakes} title="Chưa thực hiện được" />
        <h1>
          <span class="caption">{procedure.name.vi}</span>
          Hồ sơ {state.code}
        </h1>
        <p class="lead column">
          <strong>{STATUS_NAMES[state.nationalStatus].vi}.</strong> {statusMeaning(state.nationalStatus)}
        </p>
        <ProgressLine stages={statusLine(state)} />
        <SupplementPart view={view} csrf={csrf} />
        <ConfirmPart view={view} csrf={csrf} />
        {module === undefined ? null : view.tasks.map((task) => <ApplicantTask portal={portal} module={module} task={task} code={state.code} csrf={csrf} filled={filled} />)}
        {module === undefined ? null : <DutiesPart procedure={module.procedure} results={state.results} />}
        <RevokePart view={view} csrf={csrf} />
        <RatingPart view={view} csrf={csrf} />
        <Dates view={{ submittedAt: state.submittedAt, ...(state.acceptedAt === undefined ? {} : { acceptedAt: state.acceptedAt }), ...(state.due === undefined ? {} : { due: state.due }), ...(finishedAt === undefined ? {} : { finishedAt }) }} />
        <p>
          <a class="button secondary" href={`/ho-so/${state.code}/giay-tiep-nhan.pdf`}>
            {state.acceptedAt === undefined ? "Tải giấy xác nhận nộp hồ sơ (PDF)" : "Tải giấy tiếp nhận và hẹn trả (PDF)"}
          </a>
          {module !== undefined && mayWithdraw(module.procedure, state) ? (
            <a class="button warning" href={`/ho-so/${state.code}/rut`}>
              Rút hồ sơ
            </a>
          ) : null}
        </p>
        <PaperList papers={view.papers} dossier={`/ho-so/${state.code}`} title="Văn bản gửi ông/bà" />
        <DossierHistory history={view.history} />
        {module === undefined ? null : (
          <>
            <DossierDocuments module={module} state={state} form={view.form} fileAt={(sha256) => filePath(`/ho-so/${state.code}`, sha256)} />
            <DossierAnswers portal={portal} module={module} view={view} />
          </>
        )}
      </>
    ),
  });
}

function SupplementPart({ view, csrf }: { readonly view: DossierView; readonly csrf: string }) {
  const { state, history } = view;
  if (state.phase !== "supplement") return null;
  const respondBy = state.supplements.at(-1)?.respondBy;
  const note = history.filter((line) => line.note !== undefined).at(-1)?.note ?? "";
  const lines = note.split("\n").filter((line) => line !== "");
  return (
    <section class="notice warning column" aria-labelledby="bo-sung">
      <h2 id="bo-sung">Cần bổ sung hồ sơ</h2>
      {lines.length === 0 ? <p>Nội dung cần bổ sung ghi trong phiếu yêu cầu của bộ phận một cửa.</p> : null}
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {respondBy === undefined ? null : <p>Bổ sung trước {timeOf(respondBy)}.</p>}
      <PostForm action={`/ho-so/${state.code}/bo-sung`} csrf={csrf}>
        <button class="button" type="submit">
          Bổ sung hồ sơ
        </button>
      </PostForm>
    </section>
  );
}

function ConfirmPart({ view: { state, tasks }, csrf }: { readonly view: DossierView; readonly csrf: string }) {
  return (
    <>
      {tasks
        .filter(({ kind }) => kind === "confirm")
        .map(({ id, name, due, outcomes }) => (
          <section class="notice warning column" aria-labelledby="xac-nhan">
            <h2 id="xac-nhan">{name.vi}</h2>
            <p>
              Cơ quan giải quyết đề nghị ông/bà kiểm tra nội dung đã khai dưới đây trước khi ký kết quả.
              {due === undefined ? "" : ` Nếu ông/bà không trả lời trước ${timeOf(due)}, nội dung được coi là đúng.`}
            </p>
            <PostForm action={`/ho-so/${state.code}/xac-nhan`} csrf={csrf}>
              <input type="hidden" name="viec" value={id} />
              <div class="field">
                <label for="ghi-chu">
                  Nội dung cần sửa <span class="optional">(nếu có)</span>
                </label>
                <textarea id="ghi-chu" name="ghi_chu" rows={3} maxlength={2000} />
              </div>
              {outcomes.map(({ id: outcome, name: label }) => (
                <button class={outcome === "confirmed" ? "button" : "button secondary"} type="submit" name="tra_loi" value={outcome}>
                  {label.vi}
                </button>
              ))}
            </PostForm>
          </section>
        ))}
    </>
  );
}
