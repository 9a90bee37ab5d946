import type { Quote } from "@motcua/handlers";
import { moneyText } from "@motcua/procedure";
import { dong } from "../words/dong.ts";
import { timeOf } from "../words/day-words.ts";

/** What the dossier costs and when its result is due, if it were accepted now. */
export function QuotePart({ quote: { fees, due } }: { readonly quote: Quote }) {
  const total = fees.reduce((sum, { vnd }) => sum + (vnd ?? 0), 0);
  const known = fees.every(({ vnd, foreign }) => vnd !== null || foreign !== undefined);
  const others = fees.flatMap(({ foreign }) => (foreign === undefined ? [] : [moneyText(foreign)]));
  return (
    <section aria-labelledby="phi-va-han">
      <h2 id="phi-va-han">Phí, lệ phí và ngày hẹn trả</h2>
      <dl class="answers">
        {fees.map((fee) => (
          <div>
            <dt>{fee.name.vi}</dt>
            <dd>
              {amountWords(fee)}
              {fee.reduced === undefined ? null : (
                <p class="hint">
                  Được giảm: {fee.reduced.reason.vi}. Mức không giảm: {typeof fee.reduced.from === "number" ? dong(fee.reduced.from) : moneyText(fee.reduced.from)}.
                </p>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>Tổng cộng</dt>
          <dd>{fees.length === 0 ? "Không thu phí, lệ phí" : [...(total > 0 || others.length === 0 ? [total === 0 && known ? "Không phải nộp" : dong(total)] : []), ...others].join(" và ") + (known ? "" : ", chưa kể khoản chưa xác định")}</dd>
        </div>
        {due === undefined ? null : (
          <div>
            <dt>Ngày hẹn trả dự kiến</dt>
            <dd>
              {timeOf(due.due)}, nếu hồ sơ được tiếp nhận ngay bây giờ{due.provisional ? "; lịch nghỉ có thể thay đổi" : ""}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function amountWords({ vnd, foreign, waived }: Quote["fees"][number]): string {
  if (waived !== undefined) return `Được miễn: ${waived.vi}`;
  if (foreign !== undefined) return moneyText(foreign);
  if (vnd === null) return "Theo mức của Hội đồng nhân dân cấp tỉnh, bộ phận một cửa thông báo";
  return vnd === 0 ? "Không thu" : dong(vnd);
}
