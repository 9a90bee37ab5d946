import type { Channel, DurationText, Money } from "@motcua/procedure";
import type { DossierPaper } from "./dossier-paper.ts";

/** A document as handed in. Counts are sheets of paper, or `sets` of drawings. */
export interface ReceivedDocument {
  readonly name: string;
  readonly original?: number;
  readonly copy?: number;
  readonly sets?: number;
  readonly electronic?: boolean;
  /** Shown and given back. */
  readonly presented?: boolean;
  /** Found by the agency in a database: nothing was handed in. */
  readonly retrieved?: boolean;
  /** Date the paper bears, ISO date. */
  readonly issuedOn?: string;
}

/** A fee or charge. `vnd` is `null` where the amount is not set yet, and where it is due in another currency. */
export interface ReceiptFee {
  readonly name: string;
  readonly vnd: number | null;
  readonly foreign?: Money;
  readonly waived?: boolean;
  readonly reduced?: boolean;
}

/** The legal acceptance of a dossier. Instants are ISO 8601 with an offset. */
export interface Acceptance {
  readonly at: string;
  /** When the result is promised; absent for a procedure without a due date. */
  readonly due?: string;
  /** A later due date that holds now, when the first one was moved. */
  readonly movedTo?: string;
  /** Name of the officer who accepted. */
  readonly officer?: string;
}

/** Legal time limit; `cutOff` is a local time `HH:mm`. */
export interface PrintedLimit {
  readonly time: DurationText;
  readonly cutOff?: string;
  /** ISO date with which a longer time ends, to which the applicant has agreed. */
  readonly agreed?: string;
}

/** Everything that stands on form 01. */
export interface ReceiptData extends DossierPaper {
  readonly channel: Channel;
  readonly documents: readonly ReceivedDocument[];
  /** Number of dossier sets (số bộ). */
  readonly sets: number;
  readonly fees: readonly ReceiptFee[];
  readonly limit: PrintedLimit;
  /** Absent until the one-stop unit accepted the dossier: the paper is then no form 01. */
  readonly acceptance?: Acceptance;
  /** Until when the unit decides on acceptance, while it has not. */
  readonly acceptanceDue?: string;
  readonly resultBy: "counter" | "post" | "online";
}
