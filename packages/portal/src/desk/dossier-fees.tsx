import { feesToPay, type FeePayment, paidTotal, type SettledFee } from "@motcua/dossier";
import { timeOf } from "../words/day-words.ts";
import { dong } from "../words/dong.ts";
import type { DeskDossier } from "./desk-dossier.ts";
import { FEE_PATHS, feeName } from "./fee-pages.tsx";
import { deskPath } from "./officer.ts";
import { owedWords } from "./owed-words.ts";

/** The fees of a dossier: what is due, paid, waived and refunded; an amount nobody has set is said to be so, never read as free. */
export function DossierFees({ dossier }: { readonly dossier: DeskDossier }) {
  const { state, acts } = dossier.view;
  const { payments = {}, fees } = state;
  const ids = [...new Set([...fees.map(({ id }) => id), ...Object.keys(payments)])];
  if (ids.length === 0) return null;
  const due = feesToPay(payments);
  const dueTotal = due.reduce((sum, [, { vnd }]) => sum + (vnd ?? 0), 0);
  // Of a single fee its own line says it all.
  const sums = ids.length > 1 ? ([["Còn phải thu", dueTotal], ["Đã thu", paidTotal(payments)]] as const) : [];
  const totals = [...sums, ["Đã hoàn lại", state.refundVnd ?? 0]] as const;
  return (
    <section aria-labelledby="phi">
      <h2 id="phi">Phí, lệ phí</h2>
      <dl class="answers dense">
        {ids.map((id) => (
          <div>
            <dt>{feeName(dossier, id)}</dt>
            <dd>
              {stateWords(payments[id], fees.find((fee) => fee.id === id))}
              {payments[id]?.state === "refund-due" && acts.includes("record-refund") ? <a href={`${deskPath(state.code, FEE_PATHS.refund)}?viec=${encodeURIComponent(id)}`}>Ghi nhận đã hoàn trả</a> : null}
              {due.some(([fee]) => fee === id) && acts.includes("record-payment") ? <SettleLinks code={state.code} fee={id} name={feeName(dossier, id)} /> : null}
            </dd>
          </div>
        ))}
        {totals.map(([name, vnd]) =>
          vnd === 0 ? null : (
            <div>
              <dt>{name}</dt>
              <dd>
                <strong>{dong(vnd)}</strong>
              </dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

/** What costs nothing is in no payment. */
function stateWords(payment: FeePayment | undefined, fee: SettledFee | undefined): string {
  if (payment === undefined) return "Không thu";
  const { state, vnd, receipt, at } = payment;
  const when = at === undefined ? "" : ` lúc ${timeOf(at)}`;
  if (state === "waived") return `Được miễn${when}`;
  const amount = (vnd === null ? owedWords(fee?.foreign) : dong(vnd)) + (fee?.reduced === true ? " (đã giảm)" : "");
  if (state === "refund-due") return `Phải hoàn trả ${amount}`;
  if (state === "refunded") return `Đã hoàn trả ${amount}${when}`;
  return state === "due" ? `Chưa thu: ${amount}` : `Đã thu ${amount}${when}${receipt === undefined ? "" : `, biên lai ${receipt}`}`;
}

function SettleLinks({ code, fee, name }: { readonly code: string; readonly fee: string; readonly name: string }) {
  const link = (path: string, text: string) => (
    <a href={`${deskPath(code, path)}?viec=${encodeURIComponent(fee)}`}>
      {text}
      <span class="unseen">: {name}</span>
    </a>
  );
  return (
    <span class="acts">
      {link(FEE_PATHS.pay, "Ghi nhận đã thu")} {link(FEE_PATHS.waive, "Miễn")}
    </span>
  );
}
