import { documentName, paidTotal, refundTotal, refusal, type DossierState } from "@motcua/dossier";
import { dong } from "../words/dong.ts";
import { actFields } from "./act-fields.ts";
import type { ActPage } from "./act-page.tsx";
import type { DeskDossier } from "./desk-dossier.ts";
import { deskPath } from "./officer.ts";

/** End of the path where a withdrawal is closed. */
export const CLOSE_WITHDRAWAL = "xac-nhan-rut";

/** After a withdrawal of an accepted dossier: originals go back, money is refunded, and that is recorded. */
export const WITHDRAWAL_CLOSE: ActPage = {
  path: CLOSE_WITHDRAWAL,
  title: "Hoàn tất việc rút hồ sơ",
  button: "Hoàn tất việc rút hồ sơ",
  isOpen: ({ view }) => view.acts.includes("confirm-withdrawal"),
  fields: (portal, dossier) => {
    const [papers, paid] = [papersHeld(dossier).length > 0, paidTotal(dossier.view.state.payments)];
    const returned = {
      type: "boolean",
      const: true,
      "x-control": "checkbox",
      "x-label": { vi: "Đã trả lại đủ giấy tờ cho người nộp" },
    } as const;
    const refund = {
      type: "integer",
      minimum: 0,
      maximum: paid,
      "x-control": "money",
      "x-label": { vi: "Số tiền hoàn lại" },
      "x-hint": { vi: refundHint(dossier.view.state) },
    } as const;
    const properties = {
      ...(papers ? { papersReturned: returned } : {}),
      ...(paid > 0 ? { refundVnd: refund } : {}),
    };
    return actFields({ type: "object", required: Object.keys(properties), properties }, { prefix: "rut", root: {}, lists: portal.lists });
  },
  starting: ({ view }) => ({ refundVnd: paidTotal(view.state.payments) }),
  act: ({ values }, dossier) => ({
    act: "confirm-withdrawal",
    papersReturned: papersHeld(dossier).length === 0 || values["papersReturned"] === true,
    refundVnd: refundOf(values["refundVnd"]),
  }),
  problems: (_, { view }, { values }) => {
    const refund = refundOf(values["refundVnd"]);
    return refund > paidTotal(view.state.payments) || refund < refundTotal(view.state.payments) ? [refusal("refund-amount", "/refundVnd")] : [];
  },
  before: (dossier) => <WhatGoesBack dossier={dossier} />,
  check: (_, { values }) => <p class="notice warning">{refundOf(values["refundVnd"]) === 0 ? "Không hoàn tiền." : `Hoàn lại ${dong(refundOf(values["refundVnd"]))} cho người nộp.`} Hồ sơ được ghi là dừng xử lý theo đề nghị của người nộp; việc này không sửa lại được.</p>,
};

/** A withdrawal that waits to be closed, on the dossier's page. */
export function WithdrawalTask({ dossier }: { readonly dossier: DeskDossier }) {
  const { acts, state } = dossier.view;
  if (!acts.includes("confirm-withdrawal")) return null;
  return (
    <section class="task" aria-labelledby="hoan-tat-rut">
      <h2 id="hoan-tat-rut">Hoàn tất việc rút hồ sơ</h2>
      <WhatGoesBack dossier={dossier} />
      <p>
        <a class="button" href={deskPath(state.code, CLOSE_WITHDRAWAL)}>
          Ghi nhận đã trả giấy tờ, hoàn tiền
        </a>
      </p>
    </section>
  );
}

function WhatGoesBack({ dossier }: { readonly dossier: DeskDossier }) {
  const papers = papersHeld(dossier);
  const paid = paidTotal(dossier.view.state.payments);
  return (
    <>
      {papers.length === 0 ? <p>Bộ phận một cửa không giữ giấy tờ nào của hồ sơ này.</p> : <p>Giấy tờ phải trả lại người nộp:</p>}
      {papers.length === 0 ? null : (
        <ul>
          {papers.map((paper) => (
            <li>{paper}</li>
          ))}
        </ul>
      )}
      <p>{paid === 0 ? "Hồ sơ chưa thu khoản tiền nào." : `Đã thu ${dong(paid)}.`}</p>
    </>
  );
}

/** What was handed in on paper, in words; what was only shown went back already. */
function papersHeld({ view, module }: DeskDossier): readonly string[] {
  return view.state.documents.flatMap(({ id, original = 0, copy = 0, sets = 0, presented, retrieved, electronic }) => {
    // Sets of a file are no paper.
    const onPaper = original + copy + (electronic === true ? 0 : sets) > 0;
    if (!onPaper || presented === true || retrieved === true) return [];
        const counts = [original > 0 ? `${original} bản chính` : "", copy > 0 ? `${copy} bản sao` : "", sets > 0 ? `${sets} bộ` : ""].filter((each) => each !== "");
    return [`${documentName(module.procedure, id, view.form).vi}: ${counts.join(", ")}`];
  });
}

function refundHint({ payments }: Pick<DossierState, "payments">): string {
  const owed = refundTotal(payments);
  return `Đã thu ${dong(paidTotal(payments))}. ${owed === 0 ? "Ghi 0 nếu không hoàn." : `Phải hoàn ít nhất ${dong(owed)}.`}`;
}

function refundOf(typed: unknown): number {
  return typeof typed === "number" ? typed : 0;
}
