import type { DossierView } from "@motcua/handlers";
import { PostForm } from "../pages/post-form.tsx";

/** End of the path by which a withdrawal is taken back. */
export const REVOKE = "khong-rut-nua";

/** After a withdrawal of an accepted dossier, until the one-stop unit has closed it: the applicant may think again. */
export function RevokePart({ view: { state, acts }, csrf }: { readonly view: DossierView; readonly csrf: string }) {
  if (!acts.includes("revoke-withdrawal")) return null;
  return (
    <section class="notice warning column" aria-labelledby="khong-rut">
      <h2 id="khong-rut">Ông/bà đã rút hồ sơ</h2>
      <p>Bộ phận một cửa sẽ trả lại giấy tờ và hoàn tiền nếu có. Trước khi việc đó hoàn tất, ông/bà còn có thể đề nghị giải quyết tiếp từ bước đã dừng, với thời hạn còn lại.</p>
      <PostForm action={`/ho-so/${state.code}/${REVOKE}`} csrf={csrf}>
        <input type="hidden" name="lan" value={String(state.seq)} />
        <button class="button secondary" type="submit">
          Không rút nữa, tiếp tục giải quyết
        </button>
      </PostForm>
    </section>
  );
}
