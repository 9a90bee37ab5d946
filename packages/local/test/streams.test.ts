import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalShop } from "../src/index.ts";
import { ask, fixturePlace } from "./fixture-shop.ts";

const place = fixturePlace();
let shop: LocalShop;
beforeAll(async () => {
  shop = await place.start();
});
afterAll(async () => {
  await shop.close();
  place.remove();
});

describe("a table's stream", () => {
  test("reaches the function, filtered", async () => {
    await ask(shop, { action: "put", id: "followed", kind: "follow" });
    await ask(shop, { action: "put", id: "plain" });
    await shop.idle();
    expect((await ask(shop, { action: "get", id: "followed", sk: "C" })).body.Item).toBeDefined();
    expect((await ask(shop, { action: "get", id: "plain", sk: "C" })).body.Item).toBeUndefined();
  });

  test("sends the address of what keeps failing to the dead-letter queue, and goes on", async () => {
    await ask(shop, { action: "put", id: "bad", kind: "poison" });
    await ask(shop, { action: "put", id: "after", kind: "follow" });
    await shop.idle();
    const [message] = shop.queues()["DeadLetters"] ?? [];
    const body = JSON.parse(message?.body ?? "{}");
    expect(body.requestContext.condition).toBe("RetryAttemptsExhausted");
    expect(body.DDBStreamBatchInfo.batchSize).toBe(1);
    expect(JSON.stringify(body)).not.toContain("bad");
    expect((await ask(shop, { action: "get", id: "after", sk: "C" })).body.Item).toBeDefined();
    expect(shop.failures()).toEqual([]);
  });

  test("goes on after a restart where it was, and repeats nothing", async () => {
    const before = shop.queues()["DeadLetters"]?.length;
    await shop.close();
    shop = await place.start();
    await shop.idle();
    expect(shop.usage().byFunction["Consumer"]).toBeUndefined();
    expect(shop.queues()["DeadLetters"]).toHaveLength(before ?? 0);
    await ask(shop, { action: "put", id: "later", kind: "follow" });
    await shop.idle();
    expect((await ask(shop, { action: "get", id: "later", sk: "C" })).body.Item).toBeDefined();
  });
});
