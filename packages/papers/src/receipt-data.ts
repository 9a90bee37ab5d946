import type { Channel, DurationText } from "@motcua/procedure";

/** A person or organisation named on a paper; what the form does not say is absent. */
export interface Party {
  readonly name?: string;
  /** Number of an identity paper, or of an enterprise. */
  readonly identity?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** The unit that takes dossiers in, as it stands at the head of its papers. */
export interface IssuingUnit {
  /** Authority directly above it. */
  readonly parent?: string;
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  /** Place named before the date (Decree 30/2020, Appendix I): the commune's name, or the province's. */
  readonly place: string;
}

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
}

/** A fee or charge. `vnd` is `null` where the amount is not set yet. */
export interface ReceiptFee {
  readonly name: string;
  readonly vnd: number | null;
  readonly waived?: boolean;
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

/** How the reader follows the dossier. */
export interface Tracking {
  /** Content of the QR code. */
  readonly qr: string;
  /** Whether the QR code opens the dossier without a second factor: the paper then warns not to pass it on. */
  readonly secret: boolean;
  /** Address of the page where the code is typed. */
  readonly page?: string;
  readonly hotline?: string;
}

/** Everything that stands on form 01. Texts are Vietnamese, in any Unicode normal form. */
export interface ReceiptData {
  readonly code: string;
  readonly unit: IssuingUnit;
  readonly submitter: Party;
  readonly owner: Party;
  readonly channel: Channel;
  readonly procedure: { readonly code: string; readonly name: string; readonly case?: string };
  readonly documents: readonly ReceivedDocument[];
  /** Number of dossier sets (số bộ). */
  readonly sets: number;
  readonly fees: readonly ReceiptFee[];
  /** Legal time limit; `cutOff` is a local time `HH:mm`. */
  readonly limit: { readonly time: DurationText; readonly cutOff?: string };
  /** ISO 8601 instant. */
  readonly submittedAt: string;
  /** Absent until the one-stop unit accepted the dossier: the paper is then no form 01. */
  readonly acceptance?: Acceptance;
  /** Until when the unit decides on acceptance, while it has not. */
  readonly acceptanceDue?: string;
  readonly resultBy: "counter" | "post" | "online";
  readonly tracking: Tracking;
}
