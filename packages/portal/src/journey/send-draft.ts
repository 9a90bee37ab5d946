import type { Caller } from "@motcua/handlers";
import { refused, type Problem, type Result } from "@motcua/procedure";
import type { Draft } from "../draft/draft.ts";
import type { ListedMistake } from "../pages/error-summary.tsx";
import type { Portal } from "../portal.ts";
import { documentMistake } from "./document-list-page.tsx";
import { deliveryIn } from "./draft-answers.tsx";
import { submittedDocuments } from "./journey-documents.ts";
import { PAGE, pagePath, type Journey } from "./journey.ts";
import { listedOnCheck } from "./mistakes.ts";

/**
 * Sends a draft: a new dossier, or a supplement to one. The key is the draft's own, so that sending it twice, at once or
 * later, is sending it once. What was sent leaves the draft; the receipt stays in it.
 */
export async function sendDraft(portal: Portal, journey: Journey, caller: Caller | undefined): Promise<Result<Draft>> {
  const sent = journey.draft.purpose === "submit" ? await submit(portal, journey, caller) : await supplement(portal, journey, caller);
  if (!sent.ok) return sent;
  const finished: Draft = { ...journey.draft, form: {}, answers: {}, documents: {}, uploads: {}, receipt: sent.value };
  await portal.drafts.save(finished);
  return { ok: true, value: finished };
}

type Sent = Result<NonNullable<Draft["receipt"]>>;

async function submit(portal: Portal, journey: Journey, caller: Caller | undefined): Promise<Sent> {
  const { draft, form } = journey;
  const { procedure, version, channel, answers, receivingUnit = "", id } = draft;
  const documents = submittedDocuments(portal, journey);
  const receipt = await portal.handlers.submit(caller, { procedure, version, channel, receivingUnit, form, answers, documents, resultBy: deliveryIn(journey), draft: id }, draft.key);
  return receipt.ok ? { ok: true, value: { code: receipt.value.code, secret: receipt.value.trackingSecret } } : receipt;
}

async function supplement(portal: Portal, journey: Journey, caller: Caller | undefined): Promise<Sent> {
  const { draft, form } = journey;
  if (caller === undefined || draft.dossier === undefined) return refused({ code: "sign-in-required", pointer: "", message: { vi: "Cần đăng nhập để bổ sung hồ sơ", en: "You have to sign in" } });
  const act = { act: "supplement", form, documents: submittedDocuments(portal, journey) } as const;
  const done = await portal.handlers.act(caller, draft.dossier, act, draft.key);
  return done.ok ? { ok: true, value: { code: draft.dossier, secret: "" } } : done;
}

/** A problem of a submission, leading to where it can be mended. */
export function listedOnSend(journey: Journey, problem: Problem): ListedMistake {
  const { pointer } = problem;
  const page = (id: string) => pagePath(journey.draft, id);
  if (pointer.startsWith("/form/")) return listedOnCheck(journey, { ...problem, pointer: pointer.slice("/form".length) });
  if (/^\/documents\/\d+(\/|$)/.test(pointer)) return { problem, href: page(PAGE.documents) };
  if (pointer.startsWith("/documents/")) return documentMistake(problem, page(PAGE.documents));
  return pointer === "/receivingUnit" ? { problem, href: page(PAGE.handover) } : { problem };
}
