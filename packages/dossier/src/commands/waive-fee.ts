import { ok, refused, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";
import { dueFee } from "./record-payment.ts";
import { isBlank } from "../is-blank.ts";

/** A fee is not asked for, on a basis that is recorded: what the definition waives by itself needs no command. */
export function waiveFee(story: Unfolding, { fee, reason }: Extract<Command, { type: "waive-fee" }>): Result<Unfolding> {
  const due = dueFee(story, fee);
  if (!due.ok) return due;
  if (isBlank(reason)) return refused(refusal("reason-missing", "/reason"));
  story.add({ type: "fee-waived", fee, reasonHash: story.note(reason) });
  return ok(story);
}
