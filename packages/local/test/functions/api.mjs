import { aws, dynamodb, states } from "./aws-call.mjs";

const ACTIONS = {
  put: ({ id, kind = "plain" }) => dynamodb("PutItem", { Item: { pk: { S: id }, sk: { S: "A" }, kind: { S: kind } } }),
  get: ({ id, sk = "A" }) => dynamodb("GetItem", { Key: { pk: { S: id }, sk: { S: sk } }, ConsistentRead: true }),
  transact: ({ id }) =>
    dynamodb("TransactWriteItems", {
      TransactItems: [{ ConditionCheck: { TableName: process.env.TABLE_NAME, Key: { pk: { S: id }, sk: { S: "A" } }, ConditionExpression: "attribute_not_exists(pk)" } }],
    }),
  scan: () => dynamodb("Scan", {}),
  start: ({ name }) => states("StartExecution", { stateMachineArn: process.env.MACHINE_ARN, name, input: JSON.stringify({ id: name }) }),
  answer: ({ token }) => states("SendTaskSuccess", { taskToken: token, output: JSON.stringify({ outcome: "accept" }) }),
  environment: async () => ({ status: 200, body: { issuer: process.env.OIDC_ISSUER, now: new Date().toISOString(), since: Date.now() } }),
  publish: ({ detail }) => aws("AWSEvents.PutEvents", { Entries: [{ Source: "motcua", DetailType: "thử", Detail: JSON.stringify(detail) }] }),
  slow: () => new Promise(() => {}),
};

export async function handler(event) {
  const { action, ...input } = JSON.parse(event.isBase64Encoded ? Buffer.from(event.body, "base64").toString("utf8") : event.body);
  console.log(`action ${action}`);
  if (action === "event") return { statusCode: 200, body: JSON.stringify(event), cookies: ["a=1; Path=/", "b=2"], headers: { "content-type": "application/json" } };
  const { status, body } = await ACTIONS[action](input);
  return { statusCode: status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
