import type { DossierView } from "@motcua/handlers";
import { PostForm } from "../pages/post-form.tsx";
import { SCORE_NAMES } from "../words/score-names.ts";

/** Once the result was handed over the applicant may say how it was, once. */
export function RatingPart({ view: { state }, csrf }: { readonly view: DossierView; readonly csrf: string }) {
  if (state.phase !== "returned") return null;
  if (state.rating !== undefined) return <p>Ông/bà đã đánh giá: {SCORE_NAMES[state.rating - 1]}.</p>;
  return (
    <section class="column" aria-labelledby="danh-gia">
      <h2 id="danh-gia">Đánh giá việc giải quyết hồ sơ</h2>
      <PostForm action={`/ho-so/${state.code}/danh-gia`} csrf={csrf}>
        <fieldset class="field">
          <legend>Mức độ hài lòng</legend>
          {SCORE_NAMES.map((name, index) => (
            <div class="choice">
              <input type="radio" id={`diem-${index + 1}`} name="diem" value={String(index + 1)} />
              <label for={`diem-${index + 1}`}>{name}</label>
            </div>
          ))}
        </fieldset>
        <div class="field">
          <label for="gop-y">
            Góp ý <span class="optional">(không bắt buộc)</span>
          </label>
          <textarea id="gop-y" name="gop_y" rows={3} maxlength={2000} />
        </div>
        <button class="button secondary" type="submit">
          Gửi đánh giá
        </button>
      </PostForm>
    </section>
  );
}
