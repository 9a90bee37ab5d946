import { dynamodb } from "./aws-call.mjs";

/** Copies every new item to `sk` C; an item of kind `poison` always fails. */
export async function handler({ Records }) {
  for (const { dynamodb: change } of Records) {
    const { pk, kind } = change.NewImage;
    if (kind.S === "poison") return { batchItemFailures: [{ itemIdentifier: change.SequenceNumber }] };
    await dynamodb("PutItem", { Item: { pk, sk: { S: "C" }, kind: { S: "copy" } } });
  }
  return { batchItemFailures: [] };
}
