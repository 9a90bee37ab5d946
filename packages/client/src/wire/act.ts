import type { TypesOf } from "../runtime/procedure-ids.ts";
import type { ErasureReason } from "./dossier-event.ts";
import type { GivenDocument, ResultBy } from "./given-document.ts";

/** To whom a result was handed. */
export interface Recipient {
  readonly name: string;
  readonly identity?: string;
  readonly by: ResultBy;
}

/** What can be done with an open task or a dossier. */
export type Act =
  | { readonly act: "complete"; readonly task: string; readonly outcome: string; readonly record?: unknown; readonly note?: string; readonly answers?: Readonly<Record<string, boolean>>; readonly received?: Readonly<Record<string, boolean>>; readonly receipt?: string; readonly recipient?: Recipient }
  | { readonly act: "answer"; readonly task: string; readonly answer: "agreed" | "objected"; readonly note?: string }
  | { readonly act: "request-supplement"; readonly task: string; readonly defects: readonly { readonly document?: string; readonly text: string }[]; readonly overLimitReason?: string }
  | { readonly act: "supplement"; readonly form?: unknown; readonly documents: readonly GivenDocument[] }
  | { readonly act: "withdraw"; readonly reason?: string }
  /** Takes a withdrawal after acceptance back, until the unit has closed it. */
  | { readonly act: "revoke-withdrawal" }
  | { readonly act: "stop"; readonly task: string; readonly reason: string }
  /** More time, until the end of a local day `yyyy-mm-dd`; the reason is for the applicant (form 04). */
  | { readonly act: "request-extension"; readonly task: string; readonly until: string; readonly reason: string }
  | { readonly act: "approve-extension"; readonly task: string }
  | { readonly act: "reject-extension"; readonly task: string; readonly reason: string }
  /** A decision after a change of calendar, by its number and date; `due` is local time with `+07:00`. */
  | { readonly act: "recompute-due"; readonly decision: string; readonly due: string }
  /** An error in a result that is not handed over yet. */
  | { readonly act: "correct-result"; readonly task: string; readonly reason: string }
  /** By the number of the receipt or of the payment platform's transaction; integer VND. */
  | { readonly act: "record-payment"; readonly fee: string; readonly vnd: number; readonly receipt: string }
  /** What fell due to be paid back was; integer VND. */
  | { readonly act: "record-refund"; readonly fee: string; readonly vnd: number; readonly receipt: string }
  | { readonly act: "waive-fee"; readonly fee: string; readonly reason: string }
  | { readonly act: "post-result"; readonly task: string; readonly tracking: string }
  /** Closes a withdrawal after acceptance; integer VND. */
  | { readonly act: "confirm-withdrawal"; readonly papersReturned: boolean; readonly refundVnd: number }
  /** From 1, not at all content, to 5. */
  | { readonly act: "rate"; readonly score: number; readonly comment?: string };

/** What somebody who answers for personal data does about their erasure. */
export type ErasureStep =
  /** `basis` is the decision's number and date, `law` the provision; neither names anybody. */
  | { readonly step: "request"; readonly basis: string; readonly law: string; readonly reason: ErasureReason }
  | { readonly step: "approve" }
  | { readonly step: "reject" };

/** The completion of a task, typed by the procedure's SDK. */
export interface Completion<M, S extends keyof TypesOf<M>["outcomes"]> {
  readonly step: S;
  /** Id of the open task of that step. */
  readonly task: string;
  readonly outcome: TypesOf<M>["outcomes"][S];
  readonly record?: S extends keyof TypesOf<M>["records"] ? TypesOf<M>["records"][S] : undefined;
  readonly note?: string;
  /** Answers to the procedure's questions to officers. */
  readonly answers?: Partial<Record<TypesOf<M>["question"], boolean>>;
  /** Documents received at this step, those the task asks for. */
  readonly received?: Readonly<Record<string, boolean>>;
  /** `pay`: the number of what was given for the money. */
  readonly receipt?: string;
  readonly recipient?: Recipient;
}

/** The act that completes a task; a step, an outcome or a record the procedure does not have fails to compile. */
export function complete<M, S extends keyof TypesOf<M>["outcomes"]>(_module: M, completion: Completion<M, S>): Act {
  const { step: _, outcome, answers, ...rest } = completion;
  // A question left out is absent, never undefined; of a question not known yet the compiler cannot tell.
  const given = answers === undefined ? {} : { answers: answers as Readonly<Record<string, boolean>> };
  return { act: "complete", outcome: String(outcome), ...rest, ...given };
}
