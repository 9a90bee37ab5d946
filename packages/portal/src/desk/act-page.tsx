import type { Act } from "@motcua/handlers";
import type { Problem } from "@motcua/procedure";
import type { Child } from "hono/jsx";
import { ErrorSummary } from "../pages/error-summary.tsx";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import type { ActFields } from "./act-fields.ts";
import { ActForm, type FilledAct, freshAct, mistakesOf, readAct, sentTask } from "./act-form.tsx";
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
  readonly button: string;
  readonly fields: (portal: Portal, dossier: DeskDossier) => ActFields;
  readonly act: (filled: FilledAct) => Act;
  /** Whether it can be done now. @default the task it is sent for is open and the officer's */
  readonly isOpen?: (dossier: DeskDossier) => boolean;
  /** What an officer should know before. */
  readonly before?: (dossier: DeskDossier) => Child;
}

/** Shows the page of an act on the task named in the query. */
export function showAct(c: PortalContext, portal: Portal, page: ActPage): Promise<Response> {
  const task = c.req.query("viec") ?? "";
  return onDossier(c, portal, { back: `${pathOf(c, page)}?viec=${encodeURIComponent(task)}`, page: (dossier) => actPage(c, portal, { page, dossier, filled: freshAct(portal, task) }) });
}

/** Takes the form of an act in: its own button carries it out, buttons of rows only change the form. */
export function takeAct(c: PortalContext, portal: Portal, page: ActPage): Promise<Response> {
  const body = c.get("body");
  const task = sentTask(body);
  return onDossier(c, portal, {
    back: `${pathOf(c, page)}?viec=${encodeURIComponent(task)}`,
    page: (dossier) => {
      const fields = page.fields(portal, dossier);
      const filled = readAct(portal, fields, body);
      const again = (problems: readonly Problem[]) => actPage(c, portal, { page, dossier, filled: { ...filled, problems } });
      if (body.text("send") === "") return again([]);
      // Of a task done meanwhile nothing is asked any more: if this is what did it, it is answered as before.
      const own = isOpen(page, dossier, task) ? ownProblems(fields.fields.map(({ field }) => field), filled.values) : [];
      if (own.length > 0) return again(own);
      const sent = { code: dossier.view.state.code, act: page.act(filled), key: filled.key, done: page.title.toLowerCase() };
      return sendAct(c, portal, { officer: dossier.officer, sent, again });
    },
  });
}

function isOpen(page: ActPage, dossier: DeskDossier, task: string): boolean {
  return page.isOpen?.(dossier) ?? dossier.view.tasks.some(({ id }) => id === task);
}

function pathOf(c: PortalContext, { path }: ActPage): string {
  return deskPath(c.req.param("code") ?? "", path);
}

function onDossier(c: PortalContext, portal: Portal, { back, page }: { readonly back: string; readonly page: (dossier: DeskDossier) => Response | Promise<Response> }): Promise<Response> {
  return forOfficer(c, portal, { back, page: (officer) => withDossier(c, portal, { officer, page }) });
}

function actPage(c: PortalContext, portal: Portal, { page, dossier, filled }: { readonly page: ActPage; readonly dossier: DeskDossier; readonly filled: FilledAct }): Response {
  const { state, procedure } = dossier.view;
  if (!isOpen(page, dossier, filled.task)) return showDossier(c, portal, { dossier, mistakes: filled.problems.length > 0 ? filled.problems : [TASK_CLOSED] });
  const fields = page.fields(portal, dossier);
  const mistakes = mistakesOf(fields, filled);
  return render(c, portal, {
    options: { title: `${page.title}, hồ sơ ${state.code}`, back: deskPath(state.code), status: statusOf(filled.problems), mistakes: mistakes.length > 0 },
    children: (
      <div class="column">
        <ErrorSummary mistakes={mistakes} />
        <h1>
          <span class="caption">
            Hồ sơ {state.code}, {procedure.name.vi}
          </span>
          {page.title}
        </h1>
        {page.before?.(dossier) ?? null}
        <ActForm of={fields} filled={filled} portal={portal} action={deskPath(state.code, page.path)} csrf={c.get("visit").csrf()}>
          <button class="button warning" type="submit" name="send" value="1">
            {page.button}
          </button>
        </ActForm>
      </div>
    ),
  });
}
