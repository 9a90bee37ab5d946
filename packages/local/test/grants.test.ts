import { afterEach, describe, expect, test } from "vitest";
import type { LocalShop } from "../src/index.ts";
import { ask, fixturePlace, type FixturePlace } from "./fixture-shop.ts";
import type { FixtureTemplate } from "./fixture-assembly.ts";

let shop: LocalShop | undefined;
let place: FixturePlace;
afterEach(async () => {
  await shop?.close();
  shop = undefined;
  place.remove();
});

async function started(bend?: (template: FixtureTemplate) => void, options = {}): Promise<LocalShop> {
  place = fixturePlace(bend);
  shop = await place.start(options);
  return shop;
}

describe("grants", () => {
  test("refuses a call no statement allows, naming function, action and resource", async () => {
    const lines: string[] = [];
    const running = await started(undefined, { onLine: (line: string) => lines.push(line) });
    const { status, body } = await ask(running, { action: "scan" });
    expect(status).toBe(400);
    expect(body).toMatchObject({ __type: "AccessDeniedException" });
    expect(running.failures()).toMatchObject([{ principal: "Api", action: "dynamodb:Scan", resource: "arn:aws:dynamodb:ap-southeast-1:000000000000:table/Fixture-Table" }]);
    expect(lines.some((line) => line.includes("Api may not dynamodb:Scan"))).toBe(true);
  });

  test("refuses a condition check in a transaction for want of its own action", async () => {
    const running = await started();
    await ask(running, { action: "transact", id: "a" });
    expect(running.failures()).toMatchObject([{ action: "dynamodb:ConditionCheckItem" }]);
  });

  test("refuses what a left-out statement allowed, and says which statements were used", async () => {
    const running = await started(undefined, { withoutStatement: { logicalId: "ApiRole", index: 2 } });
    await ask(running, { action: "put", id: "a" });
    expect(running.failures()).toMatchObject([{ principal: "Api", action: "dynamodb:PutItem" }]);
    expect(running.statements().some(({ logicalId, index }) => logicalId === "ApiRole" && index === 2)).toBe(false);
    expect(running.statements().find(({ logicalId }) => logicalId === "MayCall")).toMatchObject({ exercised: true, source: "permission" });
    expect(running.statements().find(({ logicalId, index }) => logicalId === "ApiRole" && index === 4)?.exercised).toBe(false);
  });

  test("refuses to write an encrypted table without its key", async () => {
    const running = await started(undefined, { withoutStatement: { logicalId: "ApiRole", index: 1 } });
    await ask(running, { action: "put", id: "a" });
    expect(running.failures()).toMatchObject([{ action: "kms:Encrypt" }]);
  });

  test("refuses an API whose permission to call the function is missing", async () => {
    const running = await started(({ Resources }) => delete Resources["MayCall"]);
    const { status } = await ask(running, { action: "event" });
    expect(status).toBe(500);
    expect(running.failures()).toMatchObject([{ principal: "Http", action: "lambda:InvokeFunction" }]);
  });

  test("refuses what a deny forbids although another statement allows it", async () => {
    const running = await started(({ Resources }) => {
      const role = Resources["ApiRole"]?.Properties as { Policies: { PolicyDocument: { Statement: object[] } }[] };
      role.Policies[0]?.PolicyDocument.Statement.push({ Effect: "Deny", Action: "dynamodb:Put*", Resource: "*" });
    });
    await ask(running, { action: "put", id: "a" });
    expect(running.failures()).toMatchObject([{ action: "dynamodb:PutItem", reason: "explicit-deny" }]);
  });

  test("drops the lines of a function that may not write its log", async () => {
    const running = await started(undefined, { withoutStatement: { logicalId: "ApiRole", index: 0 } });
    await ask(running, { action: "event" });
    expect(running.logs().some(({ text }) => text === "action event")).toBe(false);
    expect(running.failures()).toMatchObject([{ action: "logs:CreateLogStream" }]);
  });
});

describe("an assembly", () => {
  test("refuses a resource type that is not known, naming it", async () => {
    await expect(started(({ Resources }) => (Resources["Odd"] = { Type: "AWS::EC2::Instance", Properties: {} }))).rejects.toThrow("Fixture/Odd (AWS::EC2::Instance)");
  });

  test("refuses a reference to nothing", async () => {
    await expect(started(({ Outputs }) => (Outputs["Lost"] = { Value: { Ref: "Nowhere" } }))).rejects.toThrow("Nowhere");
  });

  test("refuses a second shop on the same data", async () => {
    await started();
    await expect(place.start()).rejects.toThrow("already runs");
  });
});
