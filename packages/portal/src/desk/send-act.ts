import type { Act } from "@motcua/handlers";
import type { Problem } from "@motcua/procedure";
import { notFoundPage } from "../pages/message-page.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { DESK, deskPath, type Officer } from "./officer.ts";

/** An act to send, and what the next page says when it is done. */
export interface SentAct {
  readonly code: string;
  readonly act: Act;
  readonly key: string;
  readonly done: string;
}

/**
 * Carries out an act. Done: on to what the officer still has to do in this dossier, else to the worklist. Refused:
 * `again` shows the form with its problems, pointers into the act.
 */
export async function sendAct(c: PortalContext, portal: Portal, { officer, sent, again }: { readonly officer: Officer; readonly sent: SentAct; readonly again: (problems: readonly Problem[]) => Response | Promise<Response> }): Promise<Response> {
  const { code, act, key, done } = sent;
  const result = await portal.handlers.act(officer.caller, code, act, key);
  if (!result.ok) return result.problems.some((problem) => problem.code === "not-found") ? notFoundPage(c, portal) : again(result.problems);
  c.get("visit").change({ notice: `Đã ghi nhận: ${done} (hồ sơ ${code}).` });
  const left = await portal.handlers.dossier(officer.caller, code);
  return seeOther(c, left.ok && left.value.tasks.length > 0 ? deskPath(code) : DESK);
}

/** Codes of refusals that say that somebody, perhaps this very person, was faster. */
const OVERTAKEN: ReadonlySet<string> = new Set(["not-your-task", "task-not-open", "already-ended", "idempotency-key-reused", "busy"]);

/** HTTP status of a form shown again. */
export function statusOf(problems: readonly Problem[]): 200 | 409 | 422 {
  if (problems.length === 0) return 200;
  return problems.some(({ code }) => OVERTAKEN.has(code)) ? 409 : 422;
}
