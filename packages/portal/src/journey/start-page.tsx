import type { ProcedureModule } from "@motcua/procedure";
import type { Draft, DraftLine } from "../draft/draft.ts";
import { formModel } from "../form/form-model.ts";
import { withValueAt, isObject, type JsonObject } from "../form/json-pointer.ts";
import { messagePage, notFoundPage } from "../pages/message-page.tsx";
import { PostForm } from "../pages/post-form.tsx";
import { render, seeOther } from "../pages/render.tsx";
import { moduleInForce, type Portal, type PortalContext } from "../portal.ts";
import { timeOf } from "../words/day-words.ts";
import { journeyOf, pagePath, PAGE } from "./journey.ts";

/** Shows what lies ahead, drafts begun before, and the ways to begin. */
export async function showStart(c: PortalContext, portal: Portal): Promise<Response> {
  const module = await offered(c, portal);
  if (module instanceof Response) return module;
  const { procedure } = module;
  const visit = c.get("visit");
  const drafts = visit.known() ? (await portal.drafts.list(visit.owner())).filter((draft) => draft.procedure === procedure.code && draft.dossier === undefined) : [];
  const action = `/thu-tuc/${procedure.code}/nop`;
  const signedIn = visit.person() !== undefined;
  return render(c, portal, {
    options: { title: `Nộp hồ sơ – ${procedure.name.vi}`, back: `/thu-tuc/${procedure.code}` },
    children: (
      <div class="column">
        <h1>
          <span class="caption">{procedure.name.vi}</span>
          Nộp hồ sơ trực tuyến
        </h1>
        <OpenDrafts drafts={drafts} csrf={visit.csrf()} />
        <p>Ông/bà lần lượt điền từng phần của tờ khai, tải giấy tờ lên, kiểm tra lại rồi nộp. Nội dung đã khai được giữ trong 7 ngày.</p>
        {signedIn ? null : (
          <>
            <p>
              Đăng nhập để theo dõi, bổ sung và rút hồ sơ ngay trên cổng. Không đăng nhập vẫn nộp được; khi đó ông/bà theo dõi bằng mã QR và bổ sung tại bộ phận một cửa.
            </p>
            <p>
              <a class="button" href={`/dang-nhap?ve=${encodeURIComponent(action)}`}>
                Đăng nhập để nộp
              </a>
            </p>
          </>
        )}
        <PostForm action={action} csrf={visit.csrf()}>
          <button class={signedIn ? "button" : "button secondary"} type="submit">
            {signedIn ? "Bắt đầu khai" : "Khai không cần đăng nhập"}
          </button>
        </PostForm>
      </div>
    ),
  });
}

/** Begins a draft and leads to its first page. */
export async function start(c: PortalContext, portal: Portal): Promise<Response> {
  const module = await offered(c, portal);
  if (module instanceof Response) return module;
  const draft = newDraft(c, portal, module);
  await portal.drafts.save(draft);
  return seeOther(c, pagePath(draft, journeyOf(portal, module, draft).pages[0]?.id ?? PAGE.check));
}

async function offered(c: PortalContext, portal: Portal): Promise<ProcedureModule | Response> {
  const code = c.req.param("code") ?? "";
  const module = await moduleInForce(portal, code);
  if (module === undefined) return notFoundPage(c, portal);
  if (module.procedure.channels.includes("online")) return module;
  return messagePage(c, portal, {
    title: "Chưa nhận hồ sơ trực tuyến",
    text: "Thủ tục này chưa nhận hồ sơ trực tuyến. Ông/bà nộp tại bộ phận một cửa.",
    status: 404,
    link: { href: `/thu-tuc/${code}`, text: "Xem thủ tục" },
  });
}

function newDraft(c: PortalContext, portal: Portal, module: ProcedureModule): Draft {
  const visit = c.get("visit");
  return {
    id: portal.random(16),
    owner: visit.owner(),
    purpose: "submit",
    procedure: module.procedure.code,
    version: module.procedure.version,
    channel: "online",
    form: prefilled(portal, module, visit.person()?.name),
    answers: {},
    documents: {},
    done: [],
    uploads: {},
    key: portal.random(32),
  };
}

/** The person's own name, where the form says it may be taken from the account. */
function prefilled(portal: Portal, module: ProcedureModule, name: string | undefined): JsonObject {
  const fields = formModel(module, portal.lists).sections.flatMap(({ fields }) => fields);
  const named = name === undefined ? [] : fields.filter(({ field }) => (field.schema["x-prefill"] ?? []).includes("applicant.name"));
  const form = named.reduce<unknown>((filled, { at }) => withValueAt(filled, at, name), {});
  return isObject(form) ? form : {};
}

function OpenDrafts({ drafts, csrf }: { readonly drafts: readonly DraftLine[]; readonly csrf: string }) {
  if (drafts.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="dang-khai">
      <h2 id="dang-khai">Bản khai chưa nộp</h2>
      <ul class="files">
        {drafts.map(({ id, changedAt }) => (
          <li>
            <a href={`/nop/${id}`}>Tiếp tục bản khai sửa lúc {timeOf(changedAt)}</a>
            <PostForm action={`/nop/${id}/xoa`} csrf={csrf}>
              <button class="button small warning" type="submit">
                Xóa<span class="unseen"> bản khai sửa lúc {timeOf(changedAt)}</span>
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
