import { dynamodb } from "./aws-call.mjs";

export async function handler({ id, token }) {
  const { status } = await dynamodb("PutItem", { Item: { pk: { S: id }, sk: { S: "T" }, kind: { S: "token" }, token: { S: token } } });
  if (status !== 200) throw Object.assign(new Error("the token could not be kept"), { name: "RetryableError" });
}
