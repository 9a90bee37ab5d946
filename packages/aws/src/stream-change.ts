import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Handlers } from "@motcua/handlers";
import type { DynamoDBRecord } from "aws-lambda";

type Change = Parameters<Handlers["dispatch"]>[0];

/** What a stream record tells the dispatcher; `undefined` for any item that is neither a commit nor a registration. */
export function changeOf({ dynamodb }: DynamoDBRecord): Change | undefined {
  if (dynamodb?.NewImage === undefined) return undefined;
  const item = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>);
  if (item["kind"] === "commit") return { kind: "commit", body: String(item["body"]) };
  if (item["kind"] !== "registration") return undefined;
  const { code, generation, wait, token } = item;
  return { kind: "registration", registration: { code: String(code), generation: Number(generation), wait: String(wait), token: String(token) } };
}
