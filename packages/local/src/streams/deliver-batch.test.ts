import { expect, test } from "vitest";
import { type Delivery, deliverBatch } from "./deliver-batch.ts";
import type { StreamRecord } from "./stream-reader.ts";

const records = ["1", "2", "3", "4"].map((SequenceNumber): StreamRecord => ({ eventID: SequenceNumber, eventName: "INSERT", dynamodb: { SequenceNumber } }));
const numbers = (batch: readonly StreamRecord[]) => batch.map(({ eventID }) => eventID).join("");

async function deliver(invoke: (batch: string) => unknown, options: Partial<Delivery> = {}): Promise<{ calls: string[]; given: string[] }> {
  const calls: string[] = [];
  const given: string[] = [];
  await deliverBatch({
    records,
    reportsItemFailures: true,
    bisects: true,
    retries: 1,
    stopped: () => false,
    invoke: async (batch) => {
      calls.push(numbers(batch));
      return invoke(numbers(batch));
    },
    onFailure: (batch) => given.push(numbers(batch)),
    ...options,
  });
  return { calls, given };
}

const failing = (id: string) => ({ batchItemFailures: [{ itemIdentifier: id }] });

test("goes on from the item that failed, and gives up that item alone", async () => {
  expect(await deliver((batch) => (batch.includes("3") ? failing("3") : {}))).toEqual({ calls: ["1234", "34", "4"], given: ["3"] });
});

test("halves a batch whose function throws, down to the one that does it", async () => {
  const { calls, given } = await deliver((batch) => {
    if (batch.includes("2")) throw new Error("no");
    return {};
  });
  expect(calls).toEqual(["1234", "12", "1", "2", "2", "34"]);
  expect(given).toEqual(["2"]);
});

test("gives up the whole batch where it may not be halved", async () => {
  const { given } = await deliver(
    () => {
      throw new Error("no");
    },
    { bisects: false, reportsItemFailures: false },
  );
  expect(given).toEqual(["1234"]);
});

test("takes an identifier that is not in the batch for a failure of all of it", async () => {
  const { calls } = await deliver((batch) => (batch.length > 1 ? failing("9") : {}));
  expect(calls).toEqual(["1234", "12", "1", "2", "34", "3", "4"]);
});
