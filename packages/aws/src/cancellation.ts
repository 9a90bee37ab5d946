import { RetryableError } from "@motcua/handlers";

/** Reasons that mean another writer was there first. */
const RACES: ReadonlySet<string> = new Set(["ConditionalCheckFailed", "TransactionConflict"]);
const THROTTLED: ReadonlySet<string> = new Set(["ThrottlingError", "ProvisionedThroughputExceeded"]);

/**
 * Positions of the writes whose condition failed, of a transaction that was cancelled by another writer.
 * @throws RetryableError when the table was throttled; whatever was thrown when it was something else
 */
export function cancellation(error: unknown): readonly number[] {
  if (!(error instanceof Error) || error.name !== "TransactionCanceledException") {
    if (error instanceof Error && error.name === "TransactionInProgressException") return [];
    throw error;
  }
  const { CancellationReasons = [] } = error as Error & { readonly CancellationReasons?: readonly { readonly Code?: string }[] };
  const codes = CancellationReasons.map(({ Code = "None" }) => Code);
  if (codes.some((code) => THROTTLED.has(code))) throw new RetryableError("the table is throttled");
  if (!codes.some((code) => RACES.has(code))) throw error;
  return codes.flatMap((code, at) => (code === "ConditionalCheckFailed" ? [at] : []));
}
