import type { EventBatch, EventBody } from "@motcua/dossier";
import type { Text } from "@motcua/procedure";

/** Forms of one dossier; 07 is a unit's register. @see Circular 03/2025/TT-VPCP, Appendix I */
export type PaperForm = "01" | "02" | "03" | "04" | "05" | "06";

/** A paper a dossier's log gives rise to. */
export interface PaperPlace {
  /** What it is asked for by: the form and, where there can be several, its number: `01`, `02-1`, `02-2`. */
  readonly id: string;
  readonly form: PaperForm;
  /** Which of its form it is: 1, 2, … */
  readonly ordinal: number;
  readonly batch: EventBatch;
  /** Where the event it is about stands in the batch. */
  readonly index: number;
}

/** Names of the forms. */
const PAPER_NAMES: Readonly<Record<PaperForm, Required<Text>>> = {
  "01": { vi: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", en: "Receipt with the due date" },
  "02": { vi: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", en: "Supplement request" },
  "03": { vi: "Phiếu từ chối tiếp nhận giải quyết hồ sơ", en: "Refusal" },
  "04": { vi: "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", en: "Apology and extension" },
  "05": { vi: "Thông báo dừng giải quyết hồ sơ", en: "Stop notice" },
  "06": { vi: "Phiếu kiểm soát quá trình giải quyết hồ sơ", en: "Process control sheet" },
};

/** Forms that stay with the officers: a control sheet travels with the dossier and names them. */
export const OFFICERS_ONLY: ReadonlySet<PaperForm> = new Set(["06"]);

/** Of these a dossier can have several. */
const REPEATED: ReadonlySet<PaperForm> = new Set(["02", "04"]);

/** What each event is to be put on paper with. */
const FORMS: Partial<Readonly<Record<EventBody["type"], (event: EventBody) => readonly PaperForm[]>>> = {
  accepted: () => ["01", "06"],
  "supplement-requested": () => ["02"],
  refused: () => ["03"],
  extended: () => ["04"],
  stopped: () => ["05"],
  // What is withdrawn after acceptance is stopped at the applicant's wish; before it nothing had begun.
  withdrawn: (event) => (event.type === "withdrawn" && event.accepted ? ["05"] : []),
};

/** The papers a log gives rise to, in its order. */
export function papersOf(batches: readonly EventBatch[]): readonly PaperPlace[] {
  const counts = new Map<PaperForm, number>();
  const places = batches.flatMap((batch) =>
    batch.events.flatMap((event, index) =>
      (FORMS[event.type]?.(event) ?? []).map((form): PaperPlace => {
        const ordinal = (counts.get(form) ?? 0) + 1;
        counts.set(form, ordinal);
        return { id: REPEATED.has(form) ? `${form}-${ordinal}` : form, form, ordinal, batch, index };
      }),
    ),
  );
  // A withdrawal that was taken back takes its notice with it.
  const revoked = batches.findLast(({ events }) => events.some(({ type }) => type === "withdrawal-revoked"))?.seq ?? 0;
  return places.filter(({ batch, index }) => batch.seq >= revoked || batch.events[index]?.type !== "withdrawn");
}

/** Papers as pages and programs list them; those that stay with officers only where one asks. */
export function listedPapers(places: readonly PaperPlace[], forOfficer: boolean): readonly { readonly id: string; readonly form: string; readonly name: Text; readonly at: string }[] {
  return places.filter(({ form }) => forOfficer || !OFFICERS_ONLY.has(form)).map(({ id, form, batch: { at } }) => ({ id, form, name: PAPER_NAMES[form], at }));
}

/** The paper an id asks for; a form without a number means its latest. */
export function paperWith(places: readonly PaperPlace[], id: string): PaperPlace | undefined {
  return places.find((place) => place.id === id) ?? places.findLast(({ form }) => form === id);
}
