import type { Channel, Problem, ProcedureModule, Province } from "@motcua/procedure";
import { WHOLE_STYLE } from "../assets/asset-files.ts";
import { controlFor } from "../controls/controls.ts";
import type { Draft } from "../draft/draft.ts";
import { codeLists, type CodeList, type CodeLists } from "../form/code-list.ts";
import { formBody } from "../form/form-body.ts";
import { isObject, type JsonObject, valueAt } from "../form/json-pointer.ts";
import { readSection } from "../form/read-section.ts";
import { drawingOf } from "../journey/drawing.ts";
import { type Journey, journeyOf, questionsOf } from "../journey/journey.ts";
import { formProblems } from "../journey/mistakes.ts";

/** A form to look at, with what it is filled in with. */
export interface FormPreview {
  readonly module: ProcedureModule;
  readonly province: Province;
  readonly lists: readonly CodeList[];
  readonly channel: Channel;
  readonly form: unknown;
  readonly answers: Readonly<Record<string, boolean>>;
  /** What time it is; rules about days look at it. */
  readonly now: Date;
}

/** What is shown of a form, and what is wrong with it as it is filled in. */
export interface ShownForm {
  /** The inputs of all pages that apply, and the questions beside the form, for a `<form method="post">`. */
  readonly html: string;
  /** The form that would be submitted: what does not apply left out. */
  readonly form: JsonObject;
  readonly problems: readonly Problem[];
}

/** The portal's style in one sheet, for whoever shows its inputs. */
export const PORTAL_STYLE: { readonly path: string; readonly text: string } = WHOLE_STYLE;

/** Draws every page of a form as a citizen sees it, one below the other. For authors: nothing is kept, nothing is sent. */
export function formPreview(preview: FormPreview): ShownForm {
  const lists = listsOf(preview.lists);
  const journey = journeyIn(preview, lists);
  const problems = formProblems(journey);
  const drawing = drawingOf({ lists, province: preview.province }, journey, problems);
  const draw = ({ field, at }: (typeof journey.model.declarations)[number]) => controlFor(field).Input({ field, at, value: valueAt(journey.draft.form, at), drawing });
  const pages = journey.pages.flatMap(({ title, section }) => (section === undefined ? [] : [{ title, section }]));
  const view = (
    <>
      {pages.map(({ title, section }, index) => (
        <section class="page" aria-label={title}>
          <h3>
            <span class="caption">
              Trang {index + 1} trên {pages.length}
            </span>
            {title}
          </h3>
          {section.section.hint === undefined ? null : <p class="column">{section.section.hint.vi}</p>}
          {section.fields.map(draw)}
        </section>
      ))}
      <Questions journey={journey} />
      {journey.model.declarations.length === 0 ? null : <section class="page" aria-label="Cam đoan">{journey.model.declarations.map(draw)}</section>}
    </>
  );
  return { html: (view as { toString(): string }).toString(), form: journey.form, problems };
}

/** Reads back what the inputs of {@link formPreview} sent; what does not apply any more is kept, as in the portal. */
export function readFormPreview(preview: FormPreview, sent: URLSearchParams): Pick<FormPreview, "form" | "answers"> {
  const body = formBody(sent);
  const { draft, model, pages, module } = journeyIn(preview, listsOf(preview.lists));
  const fields = [...pages.flatMap(({ section }) => section?.fields ?? []), ...model.declarations];
  const asked = questionsOf(module, { channel: "counter" }).map(({ id }) => id);
  return { form: readSection(draft.form, { fields, body, controlFor }), answers: Object.fromEntries(asked.map((id) => [id, body.has(`${QUESTION}${id}`)])) };
}

const QUESTION = "hoi:";

function Questions({ journey: { module, draft } }: { readonly journey: Journey }) {
  const questions = questionsOf(module, { channel: "counter" });
  if (questions.length === 0) return null;
  return (
    <section class="page" aria-label="Câu hỏi thêm">
      <h3>Câu hỏi thêm</h3>
      {questions.map(({ id, text }) => (
        <div class="field">
          <div class="choice">
            <input type="checkbox" id={`${QUESTION}${id}`} name={`${QUESTION}${id}`} value="true" checked={draft.answers[id] === true} />
            <label for={`${QUESTION}${id}`}>
              {text}
              {module.procedure.questions?.[id]?.by === "officer" ? <span class="quiet"> (công chức trả lời)</span> : null}
            </label>
          </div>
        </div>
      ))}
    </section>
  );
}

function journeyIn({ module, channel, form, answers, now }: FormPreview, lists: CodeLists): Journey {
  const { code, version } = module.procedure;
  const draft: Draft = {
    id: "xem-truoc", owner: "", purpose: "submit", procedure: code, version, channel, form: isObject(form) ? form : {}, answers, documents: {}, done: [], uploads: {}, key: "",
  };
  return journeyOf({ lists, clock: { now: () => now } }, module, draft);
}

const indexed = new WeakMap<readonly CodeList[], CodeLists>();

/** Thousands of communes are put in order once. */
export function listsOf(lists: readonly CodeList[]): CodeLists {
  const known = indexed.get(lists) ?? codeLists(lists);
  indexed.set(lists, known);
  return known;
}
