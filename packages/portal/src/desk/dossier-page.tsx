import type { TaskView } from "@motcua/handlers";
import type { Problem } from "@motcua/procedure";
import { DossierDocuments } from "../pages/dossier-documents.tsx";
import { DossierHistory } from "../pages/dossier-history.tsx";
import { ErrorSummary, type ListedMistake } from "../pages/error-summary.tsx";
import { filePath } from "../pages/file-answer.ts";
import { PaperList } from "../pages/paper-list.tsx";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { type FilledAct, freshAct, mistakesOf } from "./act-form.tsx";
import type { DeskDossier } from "./desk-dossier.ts";
import { DossierFacts } from "./dossier-facts.tsx";
import { DossierFees } from "./dossier-fees.tsx";
import { DossierHead } from "./dossier-head.tsx";
import { ForApplicant } from "./for-applicant.tsx";
import { ExtensionTask } from "./extension-task.tsx";
import { GivenAnswers, GivenRecords } from "./given-answers.tsx";
import { DESK, deskPath } from "./officer.ts";
import { statusOf } from "./send-act.ts";
import { startingValues, taskFields } from "./task-fields.ts";
import { PostingTask } from "./posting.tsx";
import { WithdrawalTask } from "./withdrawal-close.tsx";
import { TaskForm, type TaskForms } from "./task-form.tsx";

/** Shows a dossier with what the officer may do in it; `filled` is a form sent and not carried out, `mistakes` belong to none. */
export function showDossier(c: PortalContext, portal: Portal, of: { readonly dossier: DeskDossier; readonly filled?: FilledAct; readonly mistakes?: readonly Problem[] }): Response {
  const { dossier, filled, mistakes = [] } = of;
  const { view, module } = dossier;
  const forms = view.tasks.flatMap((task) => formOf(portal, dossier, { task, filled }));
  const approvals = view.tasks.filter(({ kind }) => kind === "extension");
  const postings = view.tasks.filter(({ kind }) => kind === "wait");
  const listed: readonly ListedMistake[] = [
    ...forms.flatMap(({ of: fields, filled: each }) => mistakesOf(fields, each)),
    ...mistakes.map((problem) => ({ problem })),
    // The task is not open any more: its form is gone, and so are the inputs its problems would lead to.
    ...(filled === undefined || view.tasks.some(({ id }) => id === filled.task) ? [] : filled.problems.map((problem) => ({ problem }))),
  ];
  const problems = [...mistakes, ...(filled?.problems ?? [])];
  return render(c, portal, {
    options: { title: `Hồ sơ ${view.state.code}`, back: DESK, status: statusOf(problems), mistakes: listed.length > 0 },
    children: (
      <>
        <ErrorSummary mistakes={listed} title={statusOf(problems) === 409 ? "Chưa thực hiện được" : "Có nội dung cần sửa"} />
        <DossierHead dossier={dossier} portal={portal} />
        <div class="two">
          <div>
            {forms.map((form) => (
              <TaskForm form={form} dossier={dossier} portal={portal} csrf={c.get("visit").csrf()} />
            ))}
            {approvals.map((task) => (
              <ExtensionTask task={task} code={view.state.code} />
            ))}
            {postings.map((task) => (
              <PostingTask task={task} dossier={dossier} now={portal.clock.now()} />
            ))}
            <WithdrawalTask dossier={dossier} />
            <ForApplicant dossier={dossier} csrf={c.get("visit").csrf()} />
            {forms.length + approvals.length + postings.length === 0 && !view.acts.includes("confirm-withdrawal") ? <p class="notice">Hồ sơ này hiện không có việc nào chờ ông/bà xử lý.</p> : null}
            <GivenAnswers module={module} form={view.form} portal={portal} channel={view.state.channel} submittedAt={view.state.submittedAt} />
            <GivenRecords module={module} records={view.records} portal={portal} />
          </div>
          <div>
            <DossierFacts dossier={dossier} portal={portal} />
            <PaperList papers={view.papers} dossier={deskPath(view.state.code)} title="Văn bản của hồ sơ" />
            <DossierDocuments module={module} state={view.state} form={view.form} fileAt={(sha256) => filePath(deskPath(view.state.code), sha256)} />
            <DossierFees dossier={dossier} />
            <DossierHistory history={view.history} dense />
          </div>
        </div>
      </>
    ),
  });
}

function formOf(portal: Portal, { view, module }: DeskDossier, { task, filled }: { readonly task: TaskView; readonly filled: FilledAct | undefined }): readonly TaskForms[] {
  const step = module.procedure.workflow.steps[task.step];
  if (step === undefined || step.kind === "wait") return [];
  const fields = taskFields(module, portal.lists, { task: task.id, step });
  const starting = startingValues(module, step, { state: view.state, form: view.form, record: view.records[task.step], questions: task.questions });
  return [{ task, step, of: fields, filled: filled?.task === task.id ? filled : freshAct(portal, task.id, starting) }];
}
