import { type ApplicableDocument, documentTitle, refusal } from "@motcua/dossier";
import { ANY_FILE_TYPE, FILE_TYPES, MAX_FILE_BYTES, PROBLEMS } from "@motcua/handlers";
import { conditionTexts, type Result, type Text } from "@motcua/procedure";
import { controlFor } from "../controls/controls.ts";
import type { Draft, DraftDocument, GivenFile } from "../draft/draft.ts";
import { waysOf } from "../draft/given-documents.ts";
import { type FormBody, inputId } from "../form/form-body.ts";
import { ownField } from "../form/own-field.ts";
import type { ListedMistake } from "../pages/error-summary.tsx";
import { notFoundPage } from "../pages/message-page.tsx";
import { PostForm } from "../pages/post-form.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { sizeWords } from "../words/size-words.ts";
import { ownDrawing } from "./drawing.ts";
import { draftDocuments } from "./journey-documents.ts";
import { PAGE, pagePath, type Journey } from "./journey.ts";
import { journeyPage } from "./journey-frame.tsx";
import { copiesWords, WAY_WORDS } from "./way-words.ts";

/** Prepared uploads kept of a draft: pages open in several tabs, or left open. */
const MOST_UPLOADS = 12;
const FILE_INPUT = "tep";
/** Where the date a paper bears is asked for. */
const ISSUED_AT = "/ngay_cap";
const ISSUED = ownField({ key: "ngay_cap", control: "date", label: "Ngày cấp ghi trên giấy tờ" });
/** As the refusal says it: 20 MB of 1,048,576 bytes each. */
const MOST_WORDS = `${MAX_FILE_BYTES / 1_048_576} MB`;
type Upload = Awaited<ReturnType<Portal["handlers"]["upload"]>> extends Result<infer Value> ? Value : never;

/** Shows one document: its files, an upload form of its own that goes straight to the bucket, and the other ways of giving it. */
export async function showDocument(c: PortalContext, portal: Portal, journey: Journey): Promise<Response> {
  const document = documentOf(c, portal, journey);
  if (document === undefined) return notFoundPage(c, portal);
  const { definition } = document;
  const number = portal.random(8);
  const prepared = await portal.handlers.upload(c.get("visit").caller(), {
    procedure: journey.draft.procedure,
    document: definition.id,
    // What will be chosen is not known yet: the content decides.
    type: ANY_FILE_TYPE.type,
    bytes: 1,
    redirect: `${c.get("base")}${documentPath(journey.draft, definition.id)}/da-tai/${number}`,
    draft: journey.draft.id,
  });
  if (prepared.ok) await portal.drafts.save(withUpload(journey.draft, number, { key: prepared.value.key, document: definition.id }));
  const mistakes = mistakesOf(c, prepared);
  return journeyPage(c, portal, {
    journey,
    page: PAGE.documents,
    title: documentTitle(document).vi,
    mistakes,
    back: pagePath(journey.draft, PAGE.documents),
    formOrigins: prepared.ok ? [new URL(prepared.value.form.url).origin] : [],
    children: <Content c={c} portal={portal} of={{ journey, document, mistakes, upload: prepared.ok ? prepared.value : undefined }} />,
  });
}

/** The document a page is about, where it applies to this draft. */
export function documentOf(c: PortalContext, portal: Portal, journey: Journey): ApplicableDocument | undefined {
  return draftDocuments(portal, journey).find(({ definition }) => definition.id === c.req.param("document"));
}

/** Path of a document's page. */
export function documentPath(draft: Draft, document: string): string {
  return pagePath(draft, `${PAGE.documents}/${document}`);
}

/** The date the paper bears, as it was typed. */
export function readIssued(body: FormBody): string | undefined {
  const value = controlFor(ISSUED).read({ field: ISSUED, at: ISSUED_AT, body, controlFor });
  return typeof value === "string" ? value : undefined;
}

function withUpload(draft: Draft, number: string, upload: Draft["uploads"][string]): Draft {
  const kept = Object.entries(draft.uploads).slice(1 - MOST_UPLOADS);
  return { ...draft, uploads: { ...Object.fromEntries(kept), [number]: upload } };
}

/** What an upload before this page led to, by the code in its address; only codes that are known say anything. */
function mistakesOf(c: PortalContext, prepared: Result<Upload>): readonly ListedMistake[] {
  const code = c.req.query("loi") ?? "";
  const known = (["wrong-file-type", "file-too-large", "file-missing", "file-not-yours"] as const).find((each) => each === code);
  const told = known === undefined ? [] : [{ problem: { code: known, pointer: "", message: PROBLEMS[known].message, hint: PROBLEMS[known].hint }, href: `#${FILE_INPUT}` }];
  const dated = (["document-date-missing", "document-date-ahead", "document-too-old"] as const).filter((each) => each === code);
  return [...told, ...dated.map((each) => ({ problem: refusal(each, ISSUED_AT), href: `#${inputId(ISSUED_AT)}` })), ...(prepared.ok ? [] : prepared.problems.map((problem) => ({ problem })))];
}

interface DocumentContent {
  readonly journey: Journey;
  readonly document: ApplicableDocument;
  readonly mistakes: readonly ListedMistake[];
  readonly upload: Upload | undefined;
}

function Content({ c, portal, of }: { readonly c: PortalContext; readonly portal: Portal; readonly of: DocumentContent }) {
  const { journey, document, upload, mistakes } = of;
  const { definition } = document;
  const chosen = journey.draft.documents[definition.id];
  const path = documentPath(journey.draft, definition.id);
  const csrf = c.get("visit").csrf();
  const copies = copiesWords(definition);
  return (
    <>
      {definition.note === undefined ? null : <p class="column">{definition.note.vi}</p>}
      <Conditions texts={conditionTexts(definition, document.requirements)} />
      {definition.copies?.sets === undefined ? null : <p class="column">Tệp phải có đủ {copies} theo quy định.</p>}
      <Files files={chosen?.files ?? []} path={path} csrf={csrf} />
      {upload === undefined ? null : <UploadForm upload={upload} more={(chosen?.files.length ?? 0) > 0} invalid={mistakes.some(({ href }) => href === `#${FILE_INPUT}`)} />}
      <OtherWays portal={portal} of={{ journey, document, chosen, path, csrf, mistakes }} />
      <p>
        <a class={chosen === undefined ? "button secondary" : "button"} href={pagePath(journey.draft, PAGE.documents)}>
          Về danh sách giấy tờ
        </a>
      </p>
    </>
  );
}

/** What the paper has to be. */
function Conditions({ texts }: { readonly texts: readonly Text[] }) {
  return texts.length === 0 ? null : (
    <ul class="column">
      {texts.map(({ vi }) => (
        <li>{vi}.</li>
      ))}
    </ul>
  );
}

const EXTENSIONS: Readonly<Record<string, string>> = { "application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG" };

function Files({ files, path, csrf }: { readonly files: readonly GivenFile[]; readonly path: string; readonly csrf: string }) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="tep-da-co">
      <h2 id="tep-da-co">Tệp đã tải lên</h2>
      <ul class="files">
        {files.map((file, index) => (
          <li>
            <span>
              Tệp {index + 1}: {EXTENSIONS[file.type] ?? file.type}, {sizeWords(file.bytes)}
            </span>
            <PostForm action={`${path}/xoa`} csrf={csrf}>
              <input type="hidden" name="tep" value={file.sha256} />
              <button class="button small warning" type="submit">
                Xóa<span class="unseen"> tệp {index + 1}</span>
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

function UploadForm({ upload, more, invalid }: { readonly upload: Upload; readonly more: boolean; readonly invalid: boolean }) {
  return (
    <form method="post" action={upload.form.url} enctype="multipart/form-data">
      {Object.entries(upload.form.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class={invalid ? "field invalid" : "field"}>
        <label for={FILE_INPUT}>{more ? "Tải thêm một tệp" : "Tải tệp lên"}</label>
        <p class="hint" id="tep-goi-y">
          Bản chụp hoặc bản quét rõ nét: PDF, JPEG hoặc PNG, tối đa {MOST_WORDS}. Mỗi lần một tệp, trong vòng 15 phút sau khi mở trang này.
        </p>
        <noscript>
          <p class="hint">
            Kiểm tra dung lượng trước khi tải: tệp quá lớn sẽ không được nhận. Nếu trình duyệt hiện một trang lạ bằng tiếng Anh, bấm nút Quay lại của trình duyệt; nội dung đã khai vẫn còn.
          </p>
        </noscript>
        <p class="message" role="alert" hidden>
          Tệp lớn hơn {MOST_WORDS}. Giảm dung lượng hoặc chia nhỏ tệp.
        </p>
        <input type="file" id={FILE_INPUT} name="file" required accept={FILE_TYPES.map(({ type }) => type).join(",")} aria-describedby="tep-goi-y" aria-invalid={invalid ? "true" : undefined} data-most={String(MAX_FILE_BYTES)} />
      </div>
      <button class="button" type="submit">
        Tải lên
      </button>
    </form>
  );
}

function OtherWays({ portal, of }: { readonly portal: Portal; readonly of: Omit<DocumentContent, "upload"> & { readonly chosen: DraftDocument | undefined; readonly path: string; readonly csrf: string } }) {
  const { journey, document, chosen, path, csrf, mistakes } = of;
  const dated = document.definition.notOlderThan !== undefined;
  const drawing = ownDrawing(portal, mistakes.map(({ problem }) => problem));
  const hasFiles = (chosen?.files.length ?? 0) > 0;
  const ways = waysOf(document.definition, journey.draft.channel).filter((way) => way !== "electronic" || hasFiles).map((way) => ({ value: way, label: { vi: WAY_WORDS[way] } }));
  const field = ownField({ key: "cach", control: "radio", label: "Cách nộp", choices: ways });
  return (
    <section aria-labelledby="cach-khac">
      <h2 id="cach-khac">{dated ? "Cách nộp và ngày cấp" : hasFiles ? "Nộp theo cách khác" : "Không có tệp để tải lên?"}</h2>
      <PostForm action={`${path}/cach`} csrf={csrf}>
        {controlFor(field).Input({ field, at: "/cach", value: chosen?.way, drawing })}
        {dated ? controlFor(ISSUED).Input({ field: ISSUED, at: ISSUED_AT, value: chosen?.issuedOn, drawing }) : null}
        <button class="button secondary" type="submit">
          {dated ? "Lưu cách nộp và ngày cấp" : "Lưu cách nộp"}
        </button>
      </PostForm>
    </section>
  );
}
