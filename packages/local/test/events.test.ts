import { afterAll, expect, test } from "vitest";
import { ask, fixturePlace } from "./fixture-shop.ts";

const place = fixturePlace(({ Resources }) => {
  Resources["Rule"] = {
    Type: "AWS::Events::Rule",
    Properties: { EventPattern: { source: ["motcua"], detail: { step: ["tra"] } }, Targets: [{ Id: "t", Arn: { "Fn::GetAtt": ["Tick", "Arn"] } }] },
  };
  Resources["RuleMayCall"] = {
    Type: "AWS::Lambda::Permission",
    Properties: { Action: "lambda:InvokeFunction", FunctionName: { "Fn::GetAtt": ["Tick", "Arn"] }, Principal: "events.amazonaws.com", SourceArn: { "Fn::GetAtt": ["Rule", "Arn"] } },
  };
  Resources["MayPublish"] = {
    Type: "AWS::IAM::Policy",
    Properties: { PolicyDocument: { Statement: [{ Effect: "Allow", Action: "events:PutEvents", Resource: { "Fn::Sub": "arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/default" } }] }, Roles: [{ Ref: "ApiRole" }] },
  };
});
afterAll(() => place.remove());

test("an event reaches the function of the rule whose pattern it matches, and no other event does", async () => {
  const shop = await place.start();
  try {
    await ask(shop, { action: "publish", detail: { step: "nhan" } });
    await shop.idle();
    expect(shop.usage().byFunction["Tick"]).toBeUndefined();
    expect((await ask(shop, { action: "publish", detail: { step: "tra" } })).body).toMatchObject({ FailedEntryCount: 0 });
    await shop.idle();
    expect(shop.usage().byFunction["Tick"]?.invocations).toBe(1);
    expect(shop.failures()).toEqual([]);
  } finally {
    await shop.close();
  }
});
