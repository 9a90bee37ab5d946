import { sha256, type TaskView } from "@motcua/handlers";
import type { Problem } from "@motcua/procedure";
import { mistakesOf, readAct, sentTask } from "../desk/act-form.tsx";
import { ownProblems } from "../desk/own-problems.ts";
import { taskFields } from "../desk/task-fields.ts";
import { plainMistakes, type ListedMistake } from "../pages/error-summary.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { applicantStep } from "./applicant-task.tsx";
import { dossierPage } from "./dossier-page.tsx";
import type { OwnDossier } from "./dossier-routes.tsx";

/** Takes in what the applicant tells; a button of an outcome decides, every other button only changes the form. */
export async function tellWork(c: PortalContext, portal: Portal, { caller, view }: OwnDossier): Promise<Response> {
  const body = c.get("body");
  const { code } = view.state;
  const task = sentTask(body);
  const module = await portal.catalogue.load(view.procedure.code, view.procedure.version);
  const step = module === undefined ? undefined : applicantStep(module, task);
  if (module === undefined || step === undefined) return dossierPage(c, portal, { view, mistakes: plainMistakes([CLOSED]) });
  const fields = taskFields(module, portal.lists, { task, step });
  const filled = readAct(portal, fields, body);
  const again = (problems: readonly Problem[]) => {
    const of = { ...filled, problems };
    const mistakes: readonly ListedMistake[] = isOpen(view.tasks, task) ? mistakesOf(fields, of) : plainMistakes(problems);
    return dossierPage(c, portal, { view, mistakes, filled: of });
  };
  const outcome = body.text("outcome");
  if (outcome === "") return again(isOpen(view.tasks, task) ? [] : [CLOSED]);
  const { record = {}, note } = filled.values as { readonly record?: unknown; readonly note?: string };
  const act = { act: "complete", task, outcome, ...(step.record === undefined ? {} : { record }), ...(note === undefined ? {} : { note }) } as const;
  // Of a task done meanwhile nothing is asked any more: if this is what did it, it is answered as before.
  const own = isOpen(view.tasks, task) ? ownProblems(fields.fields.map(({ field }) => field).filter(({ key }) => key !== "record"), filled.values) : [];
  if (own.length > 0) return again(own);
  const done = await portal.handlers.act(caller, code, act, sha256(JSON.stringify([caller.sub, code, filled.key, act])));
  if (!done.ok) return again(done.problems);
  c.get("visit").change({ notice: "Đã ghi nhận phản hồi của ông/bà." });
  return seeOther(c, `/ho-so/${code}`);
}

function isOpen(tasks: readonly TaskView[], task: string): boolean {
  return tasks.some(({ id }) => id === task);
}

const CLOSED: Problem = { code: "task-not-open", pointer: "", message: { vi: "Việc này đã xong, hoặc đã hết thời hạn" } };
