/** A file of an applicant that was uploaded and checked. */
export interface AttachedFile {
  readonly key: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Media type the content was found to be. */
  readonly type: string;
}

/** A document as the applicant gives it. */
export interface GivenDocument<Id extends string = string> {
  readonly id: Id;
  readonly original?: number;
  readonly copy?: number;
  readonly sets?: number;
  readonly presented?: boolean;
  readonly electronic?: boolean;
  /** Retrieved as data instead of being handed in. */
  readonly retrieved?: boolean;
  /** Date the paper bears, ISO date: needed where the procedure says how old it may be. */
  readonly issuedOn?: string;
  readonly files?: readonly AttachedFile[];
}

/** How a result is handed over. */
export type ResultBy = "counter" | "post" | "online";
