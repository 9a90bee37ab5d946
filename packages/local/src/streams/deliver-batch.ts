import { setTimeout as pause } from "node:timers/promises";
import type { StreamRecord } from "./stream-reader.ts";

/** Options of {@link deliverBatch}. */
export interface Delivery {
  readonly records: readonly StreamRecord[];
  /** Calls the function; answers its result. */
  readonly invoke: (records: readonly StreamRecord[]) => Promise<unknown>;
  readonly reportsItemFailures: boolean;
  readonly bisects: boolean;
  /** Attempts after the first. */
  readonly retries: number;
  /** Records that have failed for good. */
  readonly onFailure: (records: readonly StreamRecord[], attempts: number) => void;
  readonly stopped: () => boolean;
}

/** Waits between attempts, milliseconds: doubling, and never longer than the last. */
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2_000;

/**
 * Delivers a batch until it is done with: reported item failures are tried again from the first of them, a failing batch
 * is halved where the mapping says so, and what still fails after all retries goes to `onFailure`.
 */
export async function deliverBatch(delivery: Delivery): Promise<void> {
  let rest = delivery.records;
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    if (delivery.stopped()) throw new Error("stopped before the batch was done");
    const outcome = await attemptBatch(delivery, rest);
    if (outcome === "threw" && delivery.bisects && rest.length > 1) return deliverHalves(delivery, rest);
    const left = outcome === "threw" ? rest : rest.slice(outcome);
    // Progress starts the count anew: the batch is another one now.
    if (left.length < rest.length) attempt = 0;
    rest = left;
    if (rest.length === 0) return;
    if (attempt >= delivery.retries) return giveUp(delivery, rest, attempt + 1);
    await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt));
  }
}

async function deliverHalves(delivery: Delivery, records: readonly StreamRecord[]): Promise<void> {
  const middle = Math.ceil(records.length / 2);
  await deliverBatch({ ...delivery, records: records.slice(0, middle) });
  await deliverBatch({ ...delivery, records: records.slice(middle) });
}

/** The first record alone is given up when items are reported one by one; what follows is tried for itself. */
async function giveUp(delivery: Delivery, rest: readonly StreamRecord[], attempts: number): Promise<void> {
  const poison = delivery.reportsItemFailures && delivery.bisects ? rest.slice(0, 1) : rest;
  delivery.onFailure(poison, attempts);
  await deliverBatch({ ...delivery, records: rest.slice(poison.length) });
}

/** How many records from the first on are done, or that the function threw. */
async function attemptBatch({ invoke, reportsItemFailures }: Delivery, records: readonly StreamRecord[]): Promise<number | "threw"> {
  let result: unknown;
  try {
    result = await invoke(records);
  } catch {
    return "threw";
  }
  if (!reportsItemFailures) return records.length;
  const { batchItemFailures = [] } = (result ?? {}) as { readonly batchItemFailures?: readonly { readonly itemIdentifier?: string }[] };
  const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const first = records.findIndex(({ dynamodb }) => failed.has(dynamodb.SequenceNumber));
  if (failed.size > 0 && first === -1) return "threw";
  return first === -1 ? records.length : first;
}
