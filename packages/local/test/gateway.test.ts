import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateKeyPair, SignJWT, decodeJwt } from "jose";
import type { LocalShop } from "../src/index.ts";
import { ask, fixturePlace, PERSON } from "./fixture-shop.ts";

const place = fixturePlace();
let shop: LocalShop;
beforeAll(async () => {
  shop = await place.start();
});
afterAll(async () => {
  await shop.close();
  place.remove();
});

describe("the HTTP API", () => {
  test("hands a request on as payload format 2.0, with the claims of its token", async () => {
    const { status, body } = await ask(shop, { action: "event" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: "2.0", routeKey: "POST /api/{proxy+}", rawPath: "/api/do", pathParameters: { proxy: "do" }, isBase64Encoded: false });
    expect(body.requestContext?.authorizer.jwt.claims).toMatchObject({ sub: PERSON.sub, username: PERSON.login, token_use: "access" });
    expect(body.requestContext?.authorizer.jwt.claims.aud).toBeUndefined();
  });

  test("carries other bodies in base64, and cookies both ways", async () => {
    const response = await fetch(`${shop.httpUrl}/open?a=1&a=2`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream", cookie: "x=1; y=2" },
      body: JSON.stringify({ action: "event" }),
    });
    const event = await response.json();
    expect(event).toMatchObject({ isBase64Encoded: true, cookies: ["x=1", "y=2"], queryStringParameters: { a: "1,2" } });
    expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
  });

  test("refuses a request without a token, and a path no route has", async () => {
    expect((await fetch(`${shop.httpUrl}/api/do`, { method: "POST" })).status).toBe(401);
    expect((await fetch(`${shop.httpUrl}/elsewhere`)).status).toBe(404);
  });

  test("refuses a forged, a bent, an unsigned and a nonsensical token", async () => {
    const good = await shop.tokenFor(PERSON.login);
    const { privateKey } = await generateKeyPair("RS256");
    const forged = await new SignJWT(decodeJwt(good)).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
    const [head, payload, signature] = good.split(".");
    const bent = `${head}.${Buffer.from(JSON.stringify({ ...decodeJwt(good), sub: "other" })).toString("base64url")}.${signature}`;
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    for (const token of [forged, bent, unsigned, "nonsense"]) {
      const response = await fetch(`${shop.httpUrl}/api/do`, { method: "POST", headers: { authorization: `Bearer ${token}` } });
      expect(response.status).toBe(401);
    }
  });

  test("refuses an event larger than a function takes", async () => {
    const response = await fetch(`${shop.httpUrl}/open`, { method: "POST", headers: { "content-type": "text/plain" }, body: "x".repeat(6 * 1024 * 1024 + 1) });
    expect(response.status).toBe(413);
  });

  test("refuses to wait longer than the function's timeout, and goes on with a new process", async () => {
    const { status } = await ask(shop, { action: "slow" });
    expect(status).toBe(503);
    expect((await ask(shop, { action: "environment" })).status).toBe(200);
    expect(shop.logs().some(({ source, text }) => source === "Api" && text.includes("Sandbox.Timedout"))).toBe(true);
  });
});

describe("functions", () => {
  test("find the local issuer where the template names Cognito, and the local clock", async () => {
    await shop.clock.set("2027-03-04T05:06:07.000Z");
    const { body } = await ask(shop, { action: "environment" });
    expect(body.issuer).toBe(shop.issuer);
    expect(body.now).toMatch(/^2027-03-04T05:0[67]/);
    expect(Math.abs(Number(body["since"]) - Date.parse(String(body["now"])))).toBeLessThan(1000);
    await shop.clock.reset();
  });

  test("run on schedule", async () => {
    await shop.runSchedules();
    expect(shop.logs().some(({ source, text }) => source === "Tick" && text === "tick")).toBe(true);
  });
});

describe("usage", () => {
  test("counts capacity by function", async () => {
    await ask(shop, { action: "put", id: "usage" });
    expect(shop.usage().byFunction["Api"]?.writeUnits).toBeGreaterThanOrEqual(1);
  });
});
