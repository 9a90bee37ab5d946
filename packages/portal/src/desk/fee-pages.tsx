import { feesToPay, refundsDue, type FeePayment } from "@motcua/dossier";
import { dong } from "../words/dong.ts";
import { actFields, LONGEST_NOTE, textSchema } from "./act-fields.ts";
import type { ActPage } from "./act-page.tsx";
import type { DeskDossier } from "./desk-dossier.ts";
import { owedWords } from "./owed-words.ts";
import { reasonFields } from "./reason-fields.ts";
import { textIn } from "./text-in.ts";

/** Ends of the paths of what settles a fee; the fee is named as the act's task would be. */
export const FEE_PATHS = { pay: "thu-phi", waive: "mien-phi", refund: "hoan-tra" } as const;

/** Largest amount the API takes, VND. */
const MOST_VND = 1_000_000_000_000;

/** A fee was paid at the counter. Where the province has not set the amount, what was collected is asked for. */
const PAYMENT: ActPage = {
  path: FEE_PATHS.pay,
  title: "Ghi nhận đã thu phí, lệ phí",
  button: "Ghi nhận đã thu",
  isOpen: (dossier, fee) => dossier.view.acts.includes("record-payment") && dueFee(dossier, fee) !== undefined,
  fields: (portal, dossier, fee) => {
    const asked = dueFee(dossier, fee)?.vnd === null;
    const vnd = {
      type: "integer",
      minimum: 1,
      maximum: MOST_VND,
      "x-control": "money",
      "x-label": { vi: "Số tiền đã thu" },
    } as const;
    const receipt = textSchema("Số biên lai hoặc mã giao dịch", { maxLength: 100 });
    return actFields(
      {
        type: "object",
        required: [...(asked ? ["vnd"] : []), "receipt"],
        properties: { ...(asked ? { vnd } : {}), receipt },
      },
      { prefix: "thu-phi", root: {}, lists: portal.lists },
    );
  },
  act: ({ task, values }, dossier) => ({
    act: "record-payment",
    fee: task,
    vnd: collected(dossier, task, values["vnd"]),
    receipt: textIn(values, "receipt"),
  }),
  before: (dossier, fee) => <FeeAsked dossier={dossier} fee={fee} />,
  check: (dossier, { task, values }) => (
    <p class="notice warning">
      Xác nhận đã thu <strong>{dong(collected(dossier, task, values["vnd"]))}</strong> cho khoản “{feeName(dossier, task)}”. Khoản đã ghi nhận không sửa lại được.
    </p>
  ),
};

/** A fee is not asked for, on a basis that is recorded. */
const WAIVER: ActPage = {
  path: FEE_PATHS.waive,
  title: "Miễn phí, lệ phí",
  button: "Miễn khoản này",
  isOpen: (dossier, fee) => dossier.view.acts.includes("waive-fee") && dueFee(dossier, fee) !== undefined,
  fields: (portal) =>
    reasonFields(portal.lists, {
      key: "reason",
      label: "Căn cứ và lý do miễn",
      required: true,
      toApplicant: false,
    }),
  act: ({ task, values }) => ({
    act: "waive-fee",
    fee: task,
    reason: textIn(values, "reason").slice(0, LONGEST_NOTE),
  }),
  before: (dossier, fee) => <FeeAsked dossier={dossier} fee={fee} />,
  check: (dossier, { task }) => <p class="notice warning">Khoản “{feeName(dossier, task)}” sẽ không thu nữa. Việc miễn đã ghi nhận không sửa lại được.</p>,
};

/** What fell due to be paid back was. */
const REFUND: ActPage = {
  path: FEE_PATHS.refund,
  title: "Ghi nhận đã hoàn trả phí, lệ phí",
  button: "Ghi nhận đã hoàn trả",
  isOpen: (dossier, fee) => dossier.view.acts.includes("record-refund") && owed(dossier, fee) !== undefined,
  fields: (portal) => actFields({ type: "object", required: ["receipt"], properties: { receipt: textSchema("Số chứng từ hoặc mã giao dịch hoàn trả", { maxLength: 100 }) } }, { prefix: "hoan-tra", root: {}, lists: portal.lists }),
  act: ({ task, values }, dossier) => ({ act: "record-refund", fee: task, vnd: collected(dossier, task, undefined), receipt: textIn(values, "receipt") }),
  before: (dossier, fee) => (
    <p>
      {feeName(dossier, fee)}: <strong>{dong(owed(dossier, fee) ?? 0)}</strong>
    </p>
  ),
};

/** VND of a fee that is to be paid back. */
function owed({ view }: DeskDossier, fee: string): number | undefined {
  return refundsDue(view.state.payments).find(([id]) => id === fee)?.[1];
}

function FeeAsked({ dossier, fee }: { readonly dossier: DeskDossier; readonly fee: string }) {
  const payment = dueFee(dossier, fee);
  if (payment === undefined) return null;
  return (
    <p>
      {feeName(dossier, fee)}: <strong>{payment.vnd === null ? owedWords(dossier.view.state.fees.find(({ id }) => id === fee)?.foreign) : dong(payment.vnd)}</strong>
    </p>
  );
}

/** A fee that is still to be paid. */
function dueFee({ view }: DeskDossier, fee: string): FeePayment | undefined {
  return feesToPay(view.state.payments).find(([id]) => id === fee)?.[1];
}

/** What was set, else what was typed: the same once it is paid, so that a form sent twice is one act. */
function collected({ view: { state: { payments = {} } } }: DeskDossier, fee: string, typed: unknown): number {
  const payment = Object.hasOwn(payments, fee) ? payments[fee] : undefined;
  return payment?.vnd ?? (typeof typed === "number" ? typed : 0);
}

/** Name of a fee; the id itself for one the procedure does not know. */
export function feeName({ module }: Pick<DeskDossier, "module">, fee: string): string {
  return module.procedure.fees.find(({ id }) => id === fee)?.name.vi ?? fee;
}

/** The acts that settle a fee. */
export const FEE_PAGES: readonly ActPage[] = [PAYMENT, WAIVER, REFUND];
