import type { Channel } from "@motcua/procedure";
import type { Actor } from "./actor.ts";

/** A document as the applicant gives it; files are keys in the bucket, checked before they are attached. */
export interface GivenDocument {
  readonly id: string;
  readonly original?: number;
  readonly copy?: number;
  readonly sets?: number;
  readonly presented?: boolean;
  readonly electronic?: boolean;
  readonly retrieved?: boolean;
  /** Date the paper bears, ISO date: given where the procedure says how old it may be. */
  readonly issuedOn?: string;
  readonly files?: readonly { readonly key: string; readonly sha256: string; readonly bytes: number; readonly type: string }[];
}

interface CommandBase {
  readonly actor: Actor;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** Everything that can be asked of a dossier. Free texts and forms travel in the command; `decide` puts them into the personal record. */
export type Command = CommandBase & (
  | {
      readonly type: "submit";
      readonly code: string;
      readonly channel: Channel;
      readonly receivingUnit: string;
      readonly form: unknown;
      readonly answers: Readonly<Record<string, boolean>>;
      readonly documents: readonly GivenDocument[];
      readonly resultBy: "counter" | "post" | "online";
      /** OIDC `sub` of the applicant's account, if any. */
      readonly account?: string;
      readonly salt: string;
    }
  /** Outcome of an open human step; `receipt` of a pay step is the number of what was given for the money; `accept` and `refuse` of intake, `confirmed` of a confirm step, `objected` of a posting included. `answers` are to the officers' questions, `received` the documents handed in or shown at this step. */
  | { readonly type: "complete-task"; readonly task: string; readonly outcome: string; readonly record?: unknown; readonly note?: string; readonly answers?: Readonly<Record<string, boolean>>; readonly received?: Readonly<Record<string, boolean>>; readonly receipt?: string; readonly recipient?: { readonly name: string; readonly identity?: string; readonly by: "counter" | "post" | "online" } }
  /** A consulted unit's answer. */
  | { readonly type: "answer-consultation"; readonly task: string; readonly answer: "agreed" | "objected"; readonly note?: string }
  /** All defects at once (form 02). `defects` are plain texts for the applicant. */
  | { readonly type: "request-supplement"; readonly task: string; readonly defects: readonly { readonly document?: string; readonly text: string }[]; readonly overLimitReason?: string }
  | { readonly type: "supplement"; readonly form?: unknown; readonly documents: readonly GivenDocument[] }
  | { readonly type: "withdraw"; readonly reason?: string }
  /** Takes a withdrawal after acceptance back, until it is closed. */
  | { readonly type: "revoke-withdrawal" }
  | { readonly type: "stop"; readonly task: string; readonly reason: string }
  /** More time, asked for by whoever works on it, until the end of a local day `yyyy-mm-dd`; the reason is for the applicant (form 04). */
  | { readonly type: "request-extension"; readonly task: string; readonly until: string; readonly reason: string }
  | { readonly type: "approve-extension"; readonly task: string }
  | { readonly type: "reject-extension"; readonly task: string; readonly reason: string }
  /** A recorded decision after a change of calendar moves the due date; `decision` is its number and date, `due` local time with `+07:00`. */
  | { readonly type: "recompute-due"; readonly decision: string; readonly due: string }
  /** An error in a result that is not handed over yet; `task` is the one that hands it over. */
  | { readonly type: "correct-result"; readonly task: string; readonly reason: string }
  /** A register step's call came back. */
  | { readonly type: "register-result"; readonly task: string; readonly outcome: "done" | "rejected" | "unavailable"; readonly reference?: string; readonly data?: unknown }
  /** The sweep: legal time of a task has run out and the definition says what that means. */
  | { readonly type: "time-out"; readonly task: string }
  /** A fee was paid, by the receipt's number or the payment platform's; integer VND. */
  | { readonly type: "record-payment"; readonly fee: string; readonly vnd: number; readonly receipt: string }
  /** What fell due to be paid back was; integer VND. */
  | { readonly type: "record-refund"; readonly fee: string; readonly vnd: number; readonly receipt: string }
  | { readonly type: "waive-fee"; readonly fee: string; readonly reason: string }
  /** The result was handed to the post; `task` is the one that returns it. */
  | { readonly type: "post-result"; readonly task: string; readonly tracking: string }
  /** Closes a withdrawal after acceptance: originals are given back, so much of what was paid is refunded; integer VND. */
  | { readonly type: "confirm-withdrawal"; readonly papersReturned: boolean; readonly refundVnd: number }
  /** From 1, not at all content, to 5. */
  | { readonly type: "rate"; readonly score: number; readonly comment?: string }
  /** What became of telling the national portal of the change of a number; `sourceTime` and `reason`, the code of a refusal, are the portal's own. */
  | { readonly type: "record-sync"; readonly change: number; readonly state: "sent" | "acknowledged" | "refused"; readonly sourceTime?: string; readonly reason?: string }
  /** The sweep: the dossier is soon late, or late. */
  | { readonly type: "record-lateness" }
);

export type CommandType = Command["type"];
