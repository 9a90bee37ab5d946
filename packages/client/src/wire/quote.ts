import type { Channel, Money, Text } from "@motcua/procedure";
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

/** A document a dossier needs, or may be given. Where it is asked for each entry of a list it is there once an entry, under an id of its own, with the entry in its name. */
export interface QuotedDocument<M> {
  readonly id: TypesOf<M>["document"];
  readonly name: Text;
  readonly needed: boolean;
  readonly mode: string;
  /** How many papers, each in its copies. */
  readonly quantity: number;
  readonly group?: string;
  /** The document as declared, and the number of the entry, from 1. */
  readonly entry?: { readonly document: string; readonly nth: number };
  /** `lookup`: where the agency finds it; `else` what is asked when it does not. */
  readonly lookup?: { readonly from: string; readonly else: "present" | "none" };
  /** How old it may be: its date (`issuedOn`) has to be given with it. */
  readonly notOlderThan?: string;
  /** What it has to be, a sentence each, its age included. */
  readonly conditions?: readonly Text[];
}

/** What a dossier needs and costs, and when it would be due. */
export interface QuoteOf<M> {
  readonly case: TypesOf<M>["case"];
  readonly documents: readonly QuotedDocument<M>[];
  /** VND; `null` where the province has not set it, and where it is due in another currency. `reduced`: why it is less than `from`. */
  readonly fees: readonly { readonly id: TypesOf<M>["fee"]; readonly name: Text; readonly vnd: number | null; readonly foreign?: Money; readonly waived?: Text; readonly reduced?: { readonly reason: Text; readonly from: number | Money } }[];
  /** For a dossier accepted now, with its why. */
  readonly due?: { readonly due: string; readonly provisional: boolean; readonly days: readonly { readonly date: string; readonly counted: boolean; readonly why: string }[] };
  /** A gate that stops the dossier before intake. */
  readonly gate?: { readonly id: string; readonly message: Text };
}
