import { mayWithdraw } from "@motcua/dossier";
import type { DossierView } from "@motcua/handlers";
import { ErrorSummary, type ListedMistake } from "../pages/error-summary.tsx";
import { notFoundPage } from "../pages/message-page.tsx";
import { PostForm } from "../pages/post-form.tsx";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";

/** Asks before a dossier is taken back: before acceptance it cannot be undone. */
export async function withdrawPage(c: PortalContext, portal: Portal, { view, mistakes }: { readonly view: DossierView; readonly mistakes: readonly ListedMistake[] }): Promise<Response> {
  const { code, seq } = view.state;
  const module = await portal.catalogue.load(view.procedure.code, view.procedure.version);
  if (module === undefined || !mayWithdraw(module.procedure, view.state)) return notFoundPage(c, portal);
  return render(c, portal, {
    options: { title: `Rút hồ sơ ${code}`, back: `/ho-so/${code}`, mistakes: mistakes.length > 0, ...(mistakes.length > 0 ? { status: 422 as const } : {}) },
    children: (
      <div class="column">
        <ErrorSummary mistakes={mistakes} title="Chưa rút được hồ sơ" />
        <h1>Rút hồ sơ {code}</h1>
        <p>
          {view.state.acceptedAt === undefined
            ? "Sau khi rút, hồ sơ không được giải quyết nữa và không mở lại được. Muốn làm thủ tục này, ông/bà nộp hồ sơ mới."
            : "Sau khi rút, hồ sơ không được giải quyết nữa. Ông/bà chỉ có thể đề nghị giải quyết tiếp khi bộ phận một cửa chưa trả lại giấy tờ và hoàn tất việc rút."}
        </p>
        <PostForm action={`/ho-so/${code}/rut`} csrf={c.get("visit").csrf()}>
          <input type="hidden" name="lan" value={String(seq)} />
          <div class="field">
            <label for="ly-do">
              Lý do <span class="optional">(không bắt buộc)</span>
            </label>
            <textarea id="ly-do" name="ly_do" rows={3} maxlength={2000} />
          </div>
          <button class="button warning" type="submit">
            Rút hồ sơ
          </button>
          <a class="button secondary" href={`/ho-so/${code}`}>
            Không rút
          </a>
        </PostForm>
      </div>
    ),
  });
}
