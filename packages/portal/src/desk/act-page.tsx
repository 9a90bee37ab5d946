import type { Act } from "@motcua/handlers";
import type { Problem } from "@motcua/procedure";
import type { Child } from "hono/jsx";
import { controlFor } from "../controls/controls.ts";
import { answerRows } from "../form/answer-rows.ts";
import type { JsonObject } from "../form/json-pointer.ts";
import { AnswerRows } from "../pages/answer-list.tsx";
import { ErrorSummary } from "../pages/error-summary.tsx";
import { PostForm } from "../pages/post-form.tsx";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import type { ActFields } from "./act-fields.ts";
import { ActForm, ActFormHead, type FilledAct, freshAct, mistakesOf, readAct, sentTask } from "./act-form.tsx";
import { type DeskDossier, withDossier } from "./desk-dossier.ts";
import { showDossier } from "./dossier-page.tsx";
import { deskPath, forOfficer } from "./officer.ts";
import { ownProblems, TASK_CLOSED } from "./own-problems.ts";
import { sendAct, statusOf } from "./send-act.ts";

/** An act that has a page of its own: asking for a supplement, refusing, stopping. */
export interface ActPage {
  /** End of its path below the dossier. */
  readonly path: string;
  readonly title: string;
  /** What it is called here. @default `title` */
  readonly titleOf?: (dossier: DeskDossier, about: string) => string;
  readonly button: string;
  /** `about` is the task or the fee the page was opened for. */
  readonly fields: (portal: Portal, dossier: DeskDossier, about: string) => ActFields;
  readonly act: (filled: FilledAct, dossier: DeskDossier) => Act;
  /** Whether it can be done now. @default the task it is sent for is open and the officer's */
  readonly isOpen?: (dossier: DeskDossier, about: string) => boolean;
  /** What an officer should know before. */
  readonly before?: (dossier: DeskDossier, about: string) => Child;
  /** What the form starts with. @default nothing */
  readonly starting?: (dossier: DeskDossier, about: string) => JsonObject;
  /** What is wrong with it beyond single fields; pointers into the act. */
  readonly problems?: (portal: Portal, dossier: DeskDossier, filled: FilledAct) => readonly Problem[];
  /** What follows from what was filled in. An act that says so is shown once more before it is sent. @default its own button sends it */
  readonly check?: (dossier: DeskDossier, filled: FilledAct) => Child;
}

/** What the button of the page that shows an act once more sends. */
const CONFIRMED = "2";

/** Shows the page of an act on the task named in the query. */
export function showAct(c: PortalContext, portal: Portal, page: ActPage): Promise<Response> {
  const task = c.req.query("viec") ?? "";
  return onDossier(c, portal, { back: `${pathOf(c, page)}?viec=${encodeURIComponent(task)}`, page: (dossier) => actPage(c, portal, { page, dossier, filled: freshAct(portal, task, page.starting?.(dossier, task)) }) });
}

/** Takes the form of an act in: its own button carries it out, buttons of rows only change the form. */
export function takeAct(c: PortalContext, portal: Portal, page: ActPage): Promise<Response> {
  const body = c.get("body");
  const task = sentTask(body);
  return onDossier(c, portal, {
    back: `${pathOf(c, page)}?viec=${encodeURIComponent(task)}`,
    page: (dossier) => {
      const fields = page.fields(portal, dossier, task);
      const filled = readAct(portal, fields, body);
      const again = (problems: readonly Problem[]) => actPage(c, portal, { page, dossier, filled: { ...filled, problems } });
      if (body.text("send") === "") return again([]);
      // Of a task done meanwhile nothing is asked any more: if this is what did it, it is answered as before.
      const open = isOpen(page, dossier, task);
      const own = open ? problemsOf(portal, page, { dossier, fields, filled }) : [];
      if (own.length > 0) return again(own);
      if (open && page.check !== undefined && body.text("send") !== CONFIRMED) return checkPage(c, portal, { page, dossier, filled });
      const sent = { code: dossier.view.state.code, act: page.act(filled, dossier), key: filled.key, done: titleOf(page, dossier, task).toLowerCase() };
      return sendAct(c, portal, { officer: dossier.officer, sent, again });
    },
  });
}

function titleOf({ title, titleOf: own }: ActPage, dossier: DeskDossier, about: string): string {
  return own?.(dossier, about) ?? title;
}

function isOpen(page: ActPage, dossier: DeskDossier, task: string): boolean {
  return page.isOpen?.(dossier, task) ?? dossier.view.tasks.some(({ id }) => id === task);
}

interface Filling {
  readonly dossier: DeskDossier;
  readonly fields: ActFields;
  readonly filled: FilledAct;
}

function problemsOf(portal: Portal, page: ActPage, { dossier, fields, filled }: Filling): readonly Problem[] {
  const own = ownProblems(fields.fields.map(({ field }) => field), filled.values);
  return own.length > 0 ? own : (page.problems?.(portal, dossier, filled) ?? []);
}

function pathOf(c: PortalContext, { path }: ActPage): string {
  return deskPath(c.req.param("code") ?? "", path);
}

function onDossier(c: PortalContext, portal: Portal, { back, page }: { readonly back: string; readonly page: (dossier: DeskDossier) => Response | Promise<Response> }): Promise<Response> {
  return forOfficer(c, portal, { back, page: (officer) => withDossier(c, portal, { officer, page }) });
}

function actPage(c: PortalContext, portal: Portal, { page, dossier, filled }: { readonly page: ActPage; readonly dossier: DeskDossier; readonly filled: FilledAct }): Response {
  const { state } = dossier.view;
  if (!isOpen(page, dossier, filled.task)) return showDossier(c, portal, { dossier, mistakes: filled.problems.length > 0 ? filled.problems : [TASK_CLOSED] });
  const fields = page.fields(portal, dossier, filled.task);
  const mistakes = mistakesOf(fields, filled);
  const title = titleOf(page, dossier, filled.task);
  return render(c, portal, {
    options: { title: `${title}, hồ sơ ${state.code}`, back: deskPath(state.code), status: statusOf(filled.problems), mistakes: mistakes.length > 0 },
    children: (
      <div class="column">
        <ErrorSummary mistakes={mistakes} />
        <ActHead title={title} dossier={dossier} />
        {page.before?.(dossier, filled.task) ?? null}
        <ActForm of={fields} filled={filled} portal={portal} action={deskPath(state.code, page.path)} csrf={c.get("visit").csrf()}>
          <button class={page.check === undefined ? "button warning" : "button"} type="submit" name="send" value="1">
            {page.check === undefined ? page.button : "Tiếp tục"}
          </button>
        </ActForm>
      </div>
    ),
  });
}

function ActHead({ title, dossier: { view } }: { readonly title: string; readonly dossier: DeskDossier }) {
  return (
    <h1>
      <span class="caption">
        Hồ sơ {view.state.code}, {view.procedure.name.vi}
      </span>
      {title}
    </h1>
  );
}

/** The act as it was filled in, once more, with what follows from it: nothing was sent yet. */
function checkPage(c: PortalContext, portal: Portal, { page, dossier, filled }: { readonly page: ActPage; readonly dossier: DeskDossier; readonly filled: FilledAct }): Response {
  const { code } = dossier.view.state;
  const title = titleOf(page, dossier, filled.task);
  const { fields, prefix } = page.fields(portal, dossier, filled.task);
  const rows = fields.flatMap(({ field }) => answerRows(field, filled.values[field.key], { lists: portal.lists, controlFor }));
  return render(c, portal, {
    options: { title: `${title}, hồ sơ ${code}: kiểm tra lại`, back: deskPath(code) },
    children: (
      <div class="column">
        <ActHead title={`${title}: kiểm tra lại`} dossier={dossier} />
        <AnswerRows rows={rows} />
        {page.check?.(dossier, filled) ?? null}
        <PostForm action={deskPath(code, page.path)} csrf={c.get("visit").csrf()}>
          <ActFormHead filled={filled} />
          {c.get("body").within(prefix).map(([name, text]) => (
            <input type="hidden" name={name} value={text} />
          ))}
          <button class="button warning" type="submit" name="send" value={CONFIRMED}>
            {page.button}
          </button>
          <button class="button secondary" type="submit" name="_do" value="stay">
            Sửa lại
          </button>
        </PostForm>
      </div>
    ),
  });
}
