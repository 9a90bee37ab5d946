import type { Channel, Problem } from "@motcua/procedure";
import type { TypesOf } from "../runtime/procedure-ids.ts";
import type { GivenDocument, ResultBy } from "./given-document.ts";

/** A dossier to submit, typed by its procedure's SDK. */
export interface SubmissionOf<M> {
  readonly channel: Channel;
  /** Code of the receiving unit, for example `H20.015`. */
  readonly receivingUnit: string;
  readonly form: TypesOf<M>["form"];
  /** Answers to the procedure's questions. */
  readonly answers?: { readonly [question in TypesOf<M>["question"]]?: boolean };
  readonly documents: readonly GivenDocument<TypesOf<M>["document"]>[];
  readonly resultBy: ResultBy;
  /** Draft the attached files were uploaded under. */
  readonly draft?: string;
  /** The same key with the same content gives the same dossier, however often it is sent. @default a fresh one */
  readonly idempotencyKey?: string;
}

/** The answer to a submission. The tracking secret is shown once. */
export interface Receipt {
  readonly code: string;
  readonly trackingSecret: string;
  readonly nationalStatus: number;
  readonly warnings: readonly Problem[];
}
