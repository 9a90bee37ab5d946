import { controlFor } from "../controls/controls.ts";
import { ownField } from "../form/own-field.ts";
import type { PlacedField } from "../form/field.ts";
import { ownDrawing } from "../journey/drawing.ts";
import { ErrorSummary, type ListedMistake } from "../pages/error-summary.tsx";
import { PostForm } from "../pages/post-form.tsx";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";

/** What was typed, and what is wrong with it. */
export interface TrackForm {
  readonly values: Readonly<Record<string, unknown>>;
  readonly mistakes: readonly ListedMistake[];
  readonly status: 200 | 404 | 422 | 429;
}

/** The two things a person without the QR code must know. */
export const TRACK_FIELDS: readonly PlacedField[] = [
  { field: ownField({ key: "ma", control: "text", label: "Mã hồ sơ", hint: "Ghi trên giấy tiếp nhận, ví dụ H20.015-261005-0001." }), at: "/ma" },
  { field: ownField({ key: "so_cuoi", control: "text", label: "Bốn số cuối", hint: "Bốn số cuối của số điện thoại hoặc số định danh của chủ hồ sơ." }), at: "/so_cuoi" },
];

/** The page a dossier is looked up from. */
export function trackFormPage(c: PortalContext, portal: Portal, { values, mistakes, status }: TrackForm): Response {
  const drawing = ownDrawing(portal, mistakes.map(({ problem }) => problem));
  return render(c, portal, {
    options: { title: "Tra cứu hồ sơ", back: "/", status, mistakes: mistakes.length > 0 },
    children: (
      <>
        <ErrorSummary mistakes={mistakes} />
        <h1>Tra cứu hồ sơ</h1>
        <p class="column">Cách nhanh nhất: quét mã QR trên giấy tiếp nhận. Không có mã QR thì nhập mã hồ sơ và bốn số cuối.</p>
        <PostForm action="/tra-cuu" csrf={c.get("visit").csrf()}>
          {TRACK_FIELDS.map(({ field, at }) => controlFor(field).Input({ field, at, value: values[field.key], drawing }))}
          <button class="button" type="submit">
            Tra cứu
          </button>
        </PostForm>
      </>
    ),
  });
}
