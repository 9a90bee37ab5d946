import type { ProcedureModule } from "@motcua/procedure";
import type { Draft } from "../draft/draft.ts";
import { applicableForm, applicableSections, type FormCircumstances } from "../form/applicable-form.ts";
import { formModel, type FormModel, type FormSection } from "../form/form-model.ts";
import type { JsonObject } from "../form/json-pointer.ts";
import type { Portal } from "../portal.ts";
import { isoDay } from "../words/day-words.ts";

/** A page of a journey before the last one. Its id is the end of its path. */
export interface JourneyPage {
  readonly id: string;
  readonly title: string;
  /** Pages of the form. */
  readonly section?: FormSection;
}

/** A draft with all its pages are made of. */
export interface Journey {
  readonly draft: Draft;
  readonly module: ProcedureModule;
  readonly model: FormModel;
  readonly circumstances: FormCircumstances;
  /** The form that would be submitted: what does not apply left out. */
  readonly form: JsonObject;
  readonly pages: readonly JourneyPage[];
}

/** Ids of the pages every journey has. */
export const PAGE = { questions: "cau-hoi", documents: "giay-to", handover: "noi-nop", check: "kiem-tra", done: "xong" } as const;

/** Lays out the pages of a draft: sections that apply to the answers, questions, documents, where it goes. */
export function journeyOf(portal: Pick<Portal, "lists" | "clock">, module: ProcedureModule, draft: Draft): Journey {
  const model = formModel(module, portal.lists);
  const circumstances = circumstancesOf(portal, module, draft);
  const form = applicableForm(module, draft.form, circumstances);
  const shown = applicableSections(module, form, circumstances);
  const sections = model.sections.filter(({ section }) => shown.has(section.id)).map((section) => ({ id: sectionPage(section.section.id), title: section.section.title.vi, section }));
  const asks = draft.purpose === "submit" && questionsOf(module, draft).length > 0;
  const pages: readonly JourneyPage[] = [
    ...sections,
    ...(asks ? [{ id: PAGE.questions, title: "Câu hỏi thêm" }] : []),
    { id: PAGE.documents, title: "Giấy tờ kèm theo" },
    ...(draft.purpose === "submit" ? [{ id: PAGE.handover, title: "Nơi nhận hồ sơ và kết quả" }] : []),
  ];
  return { draft, module, model, circumstances, form, pages };
}

/** Id of a section's page. */
export function sectionPage(section: string): string {
  return `phan/${section}`;
}

/** Path of a page of a draft. */
export function pagePath(draft: Pick<Draft, "id">, page: string): string {
  return `/nop/${draft.id}/${page}`;
}

/** The questions asked beside the form, with their texts: online the applicant's; at the counter the officer who enters the dossier answers theirs too. */
export function questionsOf({ procedure }: ProcedureModule, { channel }: Pick<Draft, "channel">): readonly { readonly id: string; readonly text: string }[] {
  return Object.entries(procedure.questions ?? {}).flatMap(([id, { by, text }]) => (by === "applicant" || channel !== "online" ? [{ id, text: text.vi }] : []));
}

/** Where a page leads on: the next one, or, for somebody who came to change an answer, back to the check unless something is left open. */
export function nextPath({ draft, pages }: Journey, page: string, changing: boolean): string {
  const open = pages.find(({ id }) => !draft.done.includes(id));
  if (changing) return open === undefined ? pagePath(draft, PAGE.check) : `${pagePath(draft, open.id)}?${CHANGING}`;
  const at = pages.findIndex(({ id }) => id === page);
  return pagePath(draft, pages[at + 1]?.id ?? PAGE.check);
}

/** Query of links that come from the check of all answers. */
export const CHANGING = `ve=${PAGE.check}`;

/** Path to the page before; the start where there is none. */
export function previousPath({ draft, pages }: Journey, page: string): string {
  const at = pages.findIndex(({ id }) => id === page);
  const before = at === -1 ? pages.at(-1) : pages[at - 1];
  if (before !== undefined) return pagePath(draft, before.id);
  return draft.dossier === undefined ? startPath(draft) : `/ho-so/${draft.dossier}`;
}

/** Where a draft is begun: its procedure's page, or the counter. */
export function startPath({ channel, procedure }: Pick<Draft, "channel" | "procedure">): string {
  return channel === "online" ? `/thu-tuc/${procedure}/nop` : "/can-bo/tai-quay";
}

/** A draft with a page marked as finished. */
export function withDone(draft: Draft, page: string, done: boolean): Draft {
  const others = draft.done.filter((id) => id !== page);
  return { ...draft, done: done ? [...others, page] : others };
}

function circumstancesOf({ clock }: Pick<Portal, "clock">, { procedure }: ProcedureModule, draft: Draft): FormCircumstances {
  const unanswered = Object.fromEntries(Object.keys(procedure.questions ?? {}).map((id) => [id, false]));
  return {
    channel: draft.channel,
    today: isoDay(clock.now()),
    ...(draft.submittedOn === undefined ? {} : { submittedOn: draft.submittedOn }),
    ask: { ...unanswered, ...draft.answers },
  };
}
