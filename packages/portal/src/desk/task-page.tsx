import { factsAt } from "@motcua/dossier";
import { outcomeName, type Act } from "@motcua/handlers";
import type { Problem, Step } from "@motcua/procedure";
import type { Portal, PortalContext } from "../portal.ts";
import { type FilledAct, readAct, sentTask } from "./act-form.tsx";
import { type DeskDossier, withDossier } from "./desk-dossier.ts";
import { showDossier } from "./dossier-page.tsx";
import { deskPath, forOfficer, type Officer } from "./officer.ts";
import { ownProblems, TASK_CLOSED } from "./own-problems.ts";
import { sendAct } from "./send-act.ts";
import { answerFields, taskFields } from "./task-fields.ts";

/** Takes a task's form in: a button of an outcome decides, every other button only changes the form. */
export function takeTask(c: PortalContext, portal: Portal): Promise<Response> {
  const code = c.req.param("code") ?? "";
  const body = c.get("body");
  const answer = body.text("answer");
  return forOfficer(c, portal, {
    back: deskPath(code),
    page: (officer) => (isAnswer(answer) ? takeAnswer(c, portal, { officer, answer }) : withDossier(c, portal, { officer, page: (dossier) => completeTask(c, portal, dossier) })),
  });
}

async function completeTask(c: PortalContext, portal: Portal, dossier: DeskDossier): Promise<Response> {
  const body = c.get("body");
  const { view, module, officer } = dossier;
  const task = sentTask(body);
  const step = stepOf(dossier, task);
  if (step === undefined) return showDossier(c, portal, { dossier, mistakes: [TASK_CLOSED] });
  const fields = taskFields(module, portal.lists, { task, step });
  const filled = readAct(portal, fields, body);
  const outcome = body.text("outcome");
  const again = (problems: readonly Problem[]) => showDossier(c, portal, { dossier, filled: { ...filled, problems } });
  if (outcome === "") return view.tasks.some(({ id }) => id === task) ? again([]) : again([TASK_CLOSED]);
  const act = completeAct(filled, { outcome, step });
  const asked = fields.fields.map(({ field }) => field).filter(({ key }) => key !== "record");
  // Of a task done meanwhile nothing is asked any more: if this is what did it, it is answered as before.
  const own = view.tasks.some(({ id }) => id === task) ? ownProblems(asked, filled.values) : [];
  if (own.length > 0) return again([...own, ...recordProblems(portal, dossier, act)]);
  const done = `${step.name.vi}: ${outcomeName(step, outcome).vi}`;
  return sendAct(c, portal, { officer, sent: { code: view.state.code, act, key: filled.key, done }, again: (problems) => reloaded(c, portal, { officer, filled: { ...filled, problems } }) });
}

/** The step a task belongs to, open or not. */
function stepOf({ module }: DeskDossier, task: string): Step | undefined {
  const [id = ""] = task.split("@");
  const { steps } = module.procedure.workflow;
  return Object.hasOwn(steps, id) ? steps[id] : undefined;
}

/** After a refusal the dossier may have moved on: what is open now is read again. */
function reloaded(c: PortalContext, portal: Portal, { officer, filled }: { readonly officer: Officer; readonly filled: FilledAct }): Promise<Response> {
  return withDossier(c, portal, { officer, page: (dossier) => showDossier(c, portal, { dossier, filled }) });
}

type CompleteAct = Extract<Act, { act: "complete" }>;

function completeAct({ task, values }: FilledAct, { outcome, step }: { readonly outcome: string; readonly step: Step }): CompleteAct {
  const { record = {}, answers, recipient, receipt, note } = values as Pick<CompleteAct, "record" | "answers" | "recipient" | "receipt" | "note">;
  const asksRecord = "record" in step && step.record !== undefined;
  return {
    act: "complete", task, outcome,
    ...(asksRecord ? { record } : {}),
    ...(answers === undefined ? {} : { answers }),
    ...(step.kind === "return" && recipient !== undefined ? { recipient } : {}),
    ...(step.kind === "pay" && receipt !== undefined && outcome === "paid" ? { receipt } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function recordProblems(portal: Portal, { module, view }: DeskDossier, { task, record }: CompleteAct): readonly Problem[] {
  if (record === undefined) return [];
  const { form, records, state: { channel, submittedAt } } = view;
  const facts = factsAt(module, { form, channel, submittedAt, answers: {}, records }, portal.clock.now().toISOString());
  const checked = module.checkRecord(task.split("@")[0] ?? "", record, facts);
  return checked.ok ? [] : checked.problems.map((problem) => ({ ...problem, pointer: `/record${problem.pointer}` }));
}

type Answer = Extract<Act, { act: "answer" }>["answer"];

const ANSWERS: Readonly<Record<Answer, string>> = { agreed: "Trả lời: đồng ý", objected: "Trả lời: có ý kiến phản đối" };

function isAnswer(text: string): text is Answer {
  return Object.hasOwn(ANSWERS, text);
}

/** A consulted unit's answer. It is sent without looking at the dossier first: who has answered may not see it any more, and yet answers twice without harm. */
async function takeAnswer(c: PortalContext, portal: Portal, { officer, answer }: { readonly officer: Officer; readonly answer: Answer }): Promise<Response> {
  const body = c.get("body");
  const fields = answerFields(sentTask(body), portal.lists);
  const filled = readAct(portal, fields, body);
  const again = (problems: readonly Problem[]) => reloaded(c, portal, { officer, filled: { ...filled, problems } });
  const own = ownProblems(fields.fields.map(({ field }) => field), filled.values);
  if (own.length > 0) return again(own);
  const { task, key, values } = filled;
  const act: Act = { act: "answer", task, answer, ...(values as { readonly note?: string }) };
  return sendAct(c, portal, { officer, sent: { code: c.req.param("code") ?? "", act, key, done: ANSWERS[answer] }, again });
}
