import type { Channel, Text } from "@motcua/procedure";
import type { TypesOf } from "../runtime/procedure-ids.ts";

/** What is to be quoted: the answers given so far. */
export interface QuoteRequest<M> {
  readonly channel: Channel;
  /** As far as it is filled in. */
  readonly form: unknown;
  readonly answers?: { readonly [question in TypesOf<M>["question"]]?: boolean };
  /** Receiving unit: its hours and fees. */
  readonly unit?: string;
}

/** What a dossier needs and costs, and when it would be due. */
export interface QuoteOf<M> {
  readonly case: TypesOf<M>["case"];
  readonly documents: readonly { readonly id: TypesOf<M>["document"]; readonly name: Text; readonly needed: boolean; readonly mode: string; readonly group?: string }[];
  /** VND; `null` where the province has not set it. */
  readonly fees: readonly { readonly id: TypesOf<M>["fee"]; readonly name: Text; readonly vnd: number | null; readonly waived?: Text }[];
  /** For a dossier accepted now, with its why. */
  readonly due?: { readonly due: string; readonly provisional: boolean; readonly days: readonly { readonly date: string; readonly counted: boolean; readonly why: string }[] };
  /** A gate that stops the dossier before intake. */
  readonly gate?: { readonly id: string; readonly message: Text };
}
