import { createHash, randomBytes } from "node:crypto";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

/** A browser's memory of cookies, for one origin. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async go(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { ...(init.headers as Record<string, string>), cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/s) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }
}

const verifier = randomBytes(32).toString("base64url");
const clientOf = async () => String(decodeJwt(await shop.tokenFor(PERSON.login))["client_id"]);
const back = () => `${shop.httpUrl}/back`;

async function authorizeUrl(change: Record<string, string> = {}): Promise<URL> {
  const url = new URL(`${shop.issuer}/auth`);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const asked = { response_type: "code", client_id: await clientOf(), redirect_uri: back(), scope: "openid profile", state: "s1", code_challenge: challenge, code_challenge_method: "S256", ...change };
  for (const [name, value] of Object.entries(asked)) if (value !== "") url.searchParams.set(name, value);
  return url;
}

async function logIn(browser: Browser, password: string): Promise<Response> {
  const start = await browser.go(await authorizeUrl());
  const page = new URL(start.headers.get("location") ?? "", shop.issuer);
  const shown = await browser.go(page);
  expect(shown.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await shown.text()).toContain("Nguyễn Văn An");
  return browser.go(page, { method: "POST", body: new URLSearchParams({ login: PERSON.login, password }) });
}

async function codeOf(browser: Browser, posted: Response): Promise<string> {
  const resumed = await browser.go(new URL(posted.headers.get("location") ?? "", shop.issuer));
  const location = new URL(resumed.headers.get("location") ?? "");
  expect(location.href.startsWith(back())).toBe(true);
  return location.searchParams.get("code") ?? "";
}

async function exchange(fields: Record<string, string>): Promise<{ status: number; body: Record<string, string> }> {
  const response = await fetch(`${shop.issuer}/token`, { method: "POST", body: new URLSearchParams({ client_id: await clientOf(), ...fields }) });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

describe("the log-in", () => {
  test("runs the code flow with PKCE and gives tokens like Cognito's, which the API accepts; they are renewed and outlive a restart", async () => {
    const browser = new Browser();
    const code = await codeOf(browser, await logIn(browser, shop.password));
    const { status, body } = await exchange({ grant_type: "authorization_code", code, redirect_uri: back(), code_verifier: verifier });
    expect(status).toBe(200);
    const claims = decodeJwt(body["access_token"] ?? "");
    expect(claims).toMatchObject({ iss: shop.issuer, sub: PERSON.sub, token_use: "access", username: PERSON.login, client_id: await clientOf() });
    expect(claims.aud).toBeUndefined();
    expect(decodeJwt(body["id_token"] ?? "")).toMatchObject({ sub: PERSON.sub, name: PERSON.name, aud: await clientOf() });
    expect((await ask(shop, { action: "event" }, body["access_token"])).status).toBe(200);

    await shop.close();
    shop = await place.start();
    expect((await ask(shop, { action: "event" }, body["access_token"])).status).toBe(200);
    const renewed = await exchange({ grant_type: "refresh_token", refresh_token: body["refresh_token"] ?? "" });
    expect(renewed.status).toBe(200);
    const again = await browser.go(await authorizeUrl());
    expect(new URL(again.headers.get("location") ?? "").searchParams.get("code")).toBeTruthy();
  });

  test("refuses a wrong password", async () => {
    const response = await logIn(new Browser(), "wrong");
    expect(response.status).toBe(401);
    expect(await response.text()).toContain("không đúng");
  });

  test("refuses a flow without PKCE, another way back, a code used twice and a wrong verifier", async () => {
    const browser = new Browser();
    const bare = await browser.go(await authorizeUrl({ code_challenge: "", code_challenge_method: "" }));
    expect(bare.headers.get("location")).toContain("error=invalid_request");
    expect((await browser.go(await authorizeUrl({ redirect_uri: "http://127.0.0.1:1/back" }))).status).toBe(400);
    const code = await codeOf(browser, await logIn(browser, shop.password));
    const fields = { grant_type: "authorization_code", code, redirect_uri: back() };
    expect((await exchange({ ...fields, code_verifier: "x".repeat(43) })).body["error"]).toBe("invalid_grant");
    expect((await exchange({ ...fields, code_verifier: verifier })).status).toBe(200);
    expect((await exchange({ ...fields, code_verifier: verifier })).body["error"]).toBe("invalid_grant");
  });

  test("puts memberships into the table, and again when they have changed", async () => {
    const held = async () => (await ask(shop, { action: "get", id: `H#${PERSON.sub}`, sk: "H" })).body["Item"];
    expect(await held()).toBeUndefined();
    for (const role of ["van_thu", "can_bo_tiep_nhan"]) {
      await shop.close();
      shop = await place.start({ people: [{ ...PERSON, memberships: [{ unit: "H20", role }] }] });
      expect(await held()).toMatchObject({ name: { S: PERSON.name }, memberships: { L: [{ M: { role: { S: role } } }] } });
    }
  });

  test("refuses a token for nobody", async () => {
    await expect(shop.tokenFor("ai-do")).rejects.toThrow("an");
  });
});
