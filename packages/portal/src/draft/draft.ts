import type { GivenDocument } from "@motcua/dossier";
import type { Channel } from "@motcua/procedure";
import type { JsonObject } from "../form/json-pointer.ts";

export type GivenFile = NonNullable<GivenDocument["files"]>[number];

/** How a document is given. */
export type DocumentWay = "electronic" | "paper" | "presented" | "retrieved";

/** A document as chosen so far. */
export interface DraftDocument {
  readonly way: DocumentWay;
  readonly files: readonly GivenFile[];
  /** Date the paper bears as it was typed: an ISO date where it is one. */
  readonly issuedOn?: string;
}

/** A form being filled in: kept on the server, so that Back works and files stay. */
export interface Draft {
  /** Unguessable; stands in URLs, and is worth nothing without the owner's session. */
  readonly id: string;
  readonly owner: string;
  /** A new dossier, or an answer to a request for a supplement. */
  readonly purpose: "submit" | "supplement";
  /** `supplement`: the dossier's code. */
  readonly dossier?: string;
  /** `supplement`: ids of the documents the request names. */
  readonly asked?: readonly string[];
  /** `supplement`: ISO date the dossier was submitted; rules about time look at it. */
  readonly submittedOn?: string;
  readonly procedure: string;
  readonly version: string;
  readonly channel: Channel;
  readonly receivingUnit?: string;
  readonly resultBy?: "counter" | "post" | "online";
  /** Everything filled in, what does not apply any more included. */
  readonly form: JsonObject;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly documents: Readonly<Record<string, DraftDocument>>;
  /** Pages that were sent without mistakes. */
  readonly done: readonly string[];
  /** Uploads that were prepared: key in the bucket and document, by number. */
  readonly uploads: Readonly<Record<string, { readonly key: string; readonly document: string }>>;
  /** Idempotency key of the submission: sending twice is sending once. */
  readonly key: string;
  readonly receipt?: { readonly code: string; readonly secret: string };
}

/** A line of the list of drafts. */
export interface DraftLine {
  readonly id: string;
  readonly procedure: string;
  readonly dossier?: string;
  /** ISO 8601. */
  readonly changedAt: string;
}
