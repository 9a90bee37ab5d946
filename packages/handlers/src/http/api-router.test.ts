import { beforeEach, describe, expect, it } from "vitest";
import type { SampleShop } from "../testing/sample-shop.ts";
import { CITIZEN, sampleShop, SUBMISSION } from "../testing/sample-shop.ts";
import { apiRouter, MAX_BODY_BYTES } from "./api-router.ts";
import type { HttpRequest } from "./http-message.ts";

describe("the API router", () => {
  let shop: SampleShop;

  beforeEach(async () => {
    shop = await sampleShop();
  });

  async function call(request: Partial<HttpRequest> & { readonly path: string }) {
    const response = await apiRouter(shop.handlers, shop.ports)({ method: "GET", query: {}, headers: {}, ...request });
    return { ...response, json: JSON.parse(String(response.body)) as { problems: { code: string; pointer: string }[]; id?: string } };
  }

  async function refusal(request: Partial<HttpRequest> & { readonly path: string }) {
    const { status, json } = await call(request);
    return { status, problems: json.problems.map(({ code, pointer }) => `${code} ${pointer}`) };
  }

  const keyed = { "idempotency-key": "0123456789abcdef" };
  const submission = { method: "POST", path: "/api/dossiers", sub: CITIZEN.sub, headers: keyed } as const;

  it("lists the procedures in force to anybody", async () => {
    const { status, json } = await call({ path: "/api/procedures/" });
    expect(status).toBe(200);
    expect(json).toMatchObject([{ code: "9.000001" }]);
  });

  it("describes itself", async () => {
    expect((await call({ path: "/api/openapi.json" })).json).toMatchObject({ openapi: "3.1.0" });
  });

  it("refuses an address it does not know, and a method an address does not have", async () => {
    expect(await refusal({ path: "/api/nothing" })).toEqual({ status: 404, problems: ["unknown-route "] });
    expect(await refusal({ path: "/api/procedures", method: "POST" })).toEqual({ status: 404, problems: ["unknown-route "] });
    expect(await refusal({ path: "/api/dossiers/a/b/c" })).toEqual({ status: 404, problems: ["unknown-route "] });
  });

  it("refuses a person's route to nobody", async () => {
    expect(await refusal({ path: "/api/worklist" })).toEqual({ status: 401, problems: ["sign-in-required "] });
  });

  it("refuses a change without an idempotency key, or with one that is too short", async () => {
    const body = JSON.stringify(SUBMISSION);
    expect(await refusal({ ...submission, headers: {}, body })).toEqual({ status: 400, problems: ["idempotency-key-required "] });
    expect(await refusal({ ...submission, headers: { "idempotency-key": "short" }, body })).toEqual({ status: 400, problems: ["idempotency-key-required "] });
  });

  it("refuses what is not JSON, and no body at all", async () => {
    expect(await refusal({ ...submission, body: "{" })).toEqual({ status: 400, problems: ["invalid-json "] });
    expect(await refusal(submission)).toEqual({ status: 400, problems: ["invalid-json "] });
  });

  it("refuses a body above 256 KB, counted in bytes", async () => {
    const body = JSON.stringify("ữ".repeat(MAX_BODY_BYTES / 3));
    expect(body.length).toBeLessThan(MAX_BODY_BYTES);
    expect(await refusal({ ...submission, body })).toEqual({ status: 413, problems: ["body-too-large "] });
  });

  it("refuses a body that is not as described, with every place at once", async () => {
    const body = JSON.stringify({ ...SUBMISSION, channel: "fax", receivingUnit: undefined, extra: 1, documents: [{ id: "giay_to", copy: -1 }] });
    const { status, problems } = await refusal({ ...submission, body });
    expect(status).toBe(400);
    expect([...problems].sort()).toEqual(["/channel", "/documents/0/copy", "/extra", "/receivingUnit"].map((pointer) => `invalid-request ${pointer}`));
  });

  it("refuses an act of no known kind", async () => {
    const act = { ...submission, path: "/api/dossiers/H20.015-261005-0001/acts" };
    expect(await refusal({ ...act, body: '{"act":"bribe"}' })).toEqual({ status: 400, problems: ["invalid-request /act"] });
    expect(await refusal({ ...act, body: '{"act":"stop","task":"ky@3"}' })).toEqual({ status: 400, problems: ["invalid-request /reason"] });
  });

  it("tells a person's duties", async () => {
    expect((await call({ path: "/api/me", sub: "clerk" })).json).toEqual({ sub: "clerk", memberships: [{ unit: "H20.015", role: "can_bo_tiep_nhan" }] });
  });

  it("has a colleague act for who is away: offered, read, taken on, listed, ended", async () => {
    const wanted = { unit: "H20.015", role: "lanh_dao_ubnd", validFrom: "2026-10-05", validTo: "2026-10-09", decision: "GUQ 03 ngày 05/10/2026" };
    const post = { method: "POST", path: "/api/substitutions", sub: "leader" } as const;
    expect(await refusal({ ...post, body: JSON.stringify({ ...wanted, validTo: "09/10/2026" }) })).toEqual({ status: 400, problems: ["invalid-request /validTo"] });
    expect(await refusal({ ...post, sub: "clerk", body: JSON.stringify(wanted) })).toEqual({ status: 403, problems: ["substitution-not-yours /role"] });
    const { json: { id = "" } } = await call({ ...post, body: JSON.stringify(wanted) });
    const path = `/api/substitutions/${id}`;
    expect((await call({ path, sub: "clerk" })).json).toMatchObject({ ...wanted, absent: "leader", own: false });
    expect((await call({ method: "POST", path: `${path}/take`, sub: "clerk", body: "{}" })).json).toMatchObject({ ...wanted, substitute: "clerk" });
    expect((await call({ path: "/api/me", sub: "clerk" })).json).toMatchObject({ memberships: [{ role: "can_bo_tiep_nhan" }, { role: "lanh_dao_ubnd", onBehalfOf: "leader" }] });
    expect((await call({ path: "/api/substitutions", sub: "leader" })).json).toMatchObject({ given: [{ id, substitute: "clerk", over: false }] });
    expect((await call({ method: "POST", path: `${path}/end`, sub: "clerk", body: '{"absent":"leader"}' })).json).toEqual({ ended: true });
    expect((await call({ path: "/api/me", sub: "clerk" })).json).toMatchObject({ memberships: [{ role: "can_bo_tiep_nhan" }] });
  });

  it("hides what went wrong inside behind an id that is also logged", async () => {
    const secret = "Nguyễn Văn Thử 087200004567";
    const broken = { ...shop.handlers, mine: () => Promise.reject(new TypeError(secret)) };
    const response = await apiRouter(broken, shop.ports)({ method: "GET", path: "/api/dossiers", query: {}, headers: {}, sub: "citizen" });
    const body = JSON.parse(String(response.body)) as { id: string; problems: { code: string }[] };
    expect(response.status).toBe(500);
    expect(body.problems[0]?.code).toBe("internal-error");
    expect(shop.ports.entries).toMatchObject([{ level: "error", event: "api-error", id: body.id, error: "TypeError" }]);
    expect(JSON.stringify([response, shop.ports.entries])).not.toContain(secret);
    expect(String(response.body)).not.toContain("at ");
  });

  it("never lets an answer be cached on the way", async () => {
    expect((await call({ path: "/api/procedures" })).headers["cache-control"]).toBe("no-store");
    expect((await call({ path: "/api/nothing" })).headers["content-type"]).toContain("application/problem+json");
  });
});
