import { describe, expect, test } from "vitest";
import { stubService } from "../test/stub-service.ts";
import { createClient } from "./create-client.ts";
import { complete } from "./wire/act.ts";

const named = { procedure: { code: "1.001193", version: "0123456789abcdef" } };
const submission = { form: { tre: {} }, channel: "online", receivingUnit: "H20.061", documents: [], resultBy: "online" } as const;
const problem = { code: "required", pointer: "/form/cha", message: { vi: "Kê khai người cha", en: "Fill in father" } };
const receipt = { code: "H20.061-261005-0001", trackingSecret: "s", nationalStatus: 1, warnings: [] };

describe("submitting", () => {
  test("names the procedure's version, sends the person's token and one fresh key", async () => {
    const service = stubService({ status: 201, json: receipt });
    expect(await createClient(service.options).submit(named, submission)).toEqual({ ok: true, value: receipt });
    expect(service.seen).toMatchObject([{ method: "POST", path: "/api/dossiers", body: { procedure: "1.001193", version: "0123456789abcdef", ...submission }, headers: { authorization: "Bearer a-token", "content-type": "application/json" } }]);
    expect(service.seen[0]?.headers["idempotency-key"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(service.seen[0]?.body).not.toHaveProperty("idempotencyKey");
  });

  test("tries again under the same key with the same body while the service is away", async () => {
    const service = stubService("broken", { status: 503, text: "busy" }, "silent", { status: 201, json: receipt });
    expect(await createClient(service.options).submit(named, { ...submission, idempotencyKey: "khóa-1" })).toEqual({ ok: true, value: receipt });
    expect(service.seen.map(({ headers }) => headers["idempotency-key"])).toEqual(["khóa-1", "khóa-1", "khóa-1", "khóa-1"]);
    expect(new Set(service.seen.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(service.waits).toEqual([200, 400, 800]);
  });

  test("uses another key for another submission", async () => {
    const service = stubService({ json: receipt });
    const client = createClient(service.options);
    await client.submit(named, submission);
    await client.submit(named, submission);
    expect(new Set(service.seen.map(({ headers }) => headers["idempotency-key"])).size).toBe(2);
  });

  test("gives what a person can put right back as problems, without trying again", async () => {
    for (const status of [400, 409, 422]) {
      const service = stubService({ status, json: { problems: [problem] } });
      expect(await createClient(service.options).submit(named, submission)).toEqual({ ok: false, problems: [problem] });
      expect(service.seen).toHaveLength(1);
    }
  });

  test("waits as long as the service asks, within reason", async () => {
    const service = stubService({ status: 429, headers: { "retry-after": "2" } }, { status: 429, headers: { "retry-after": "3600" } }, { json: receipt });
    await createClient(service.options).submit(named, submission);
    expect(service.waits).toEqual([2_000, 5_000]);
  });
});

describe("a service that fails", () => {
  test.each([
    ["cannot be reached", "broken" as const, { status: undefined, message: "the service could not be reached" }],
    ["never answers", "silent" as const, { status: undefined, message: "the service could not be reached" }],
    ["answers 500 to the end", { status: 500, text: "<html>" }, { status: 500 }],
    ["answers 500 with problems that nobody can put right", { status: 500, json: { problems: [problem] } }, { status: 500, problems: [problem] }],
    ["answers with a page instead of JSON", { status: 200, text: "<html>" }, { status: 200, message: "the answer of the service could not be read" }],
    ["refuses without saying why", { status: 404, text: "Not Found" }, { status: 404 }],
    ["sends problems that are none", { status: 400, json: { problems: [{ code: 1 }, "x", null] } }, { status: 400, problems: [] }],
  ])("throws ServiceError when it %s", async (_, answer, expected) => {
    const service = stubService(answer);
    await expect(createClient({ ...service.options, attempts: 2 }).mine()).rejects.toMatchObject({ name: "ServiceError", ...expected });
  });

  test("is asked four times unless said otherwise", async () => {
    const service = stubService("broken");
    await expect(createClient(service.options).me()).rejects.toMatchObject({ name: "ServiceError", cause: expect.any(TypeError) as TypeError });
    expect(service.seen).toHaveLength(4);
  });

  test("asks to sign in, and too many people at once, are problems of the person's own", async () => {
    expect(await createClient(stubService({ status: 401, text: "Unauthorized" }).options).me()).toMatchObject({ ok: false, problems: [{ code: "sign-in-required", pointer: "" }] });
    const busy = { code: "too-busy", pointer: "", message: { vi: "Hệ thống đang bận" } };
    expect(await createClient({ ...stubService({ status: 503, json: { problems: [busy] } }).options, attempts: 1 }).me()).toEqual({ ok: false, problems: [busy] });
  });
});

describe("a call", () => {
  test("asks for a token each time, and sends none where there is none", async () => {
    const service = stubService({ json: [] });
    let count = 0;
    const client = createClient({ ...service.options, token: async () => `token-${(count += 1)}` });
    await client.mine();
    await client.worklist();
    const { token: _, ...nobody } = service.options;
    await createClient(nobody).procedures();
    expect(service.seen.map(({ headers }) => headers["authorization"])).toEqual(["Bearer token-1", "Bearer token-2", undefined]);
  });

  test("keeps what a person typed inside its segment of the path", async () => {
    const service = stubService({ json: {} });
    await createClient(service.options).dossier("../me?x=1#y");
    expect(service.seen[0]?.path).toBe("/api/dossiers/..%2Fme%3Fx%3D1%23y");
  });

  test("sends a completed task as the act it is, under one key", async () => {
    const service = stubService({ status: 502, text: "" }, { json: { state: {} } });
    const act = complete(named, { step: "tham_tra", task: "t1", outcome: "du_dieu_kien", record: { ghi_chu: "x" }, answers: { mien_phi: true } });
    await createClient(service.options).act("H20", act);
    expect(service.seen.map(({ path, body }) => ({ path, body }))).toEqual(Array.from({ length: 2 }, () => ({ path: "/api/dossiers/H20/acts", body: { act: "complete", task: "t1", outcome: "du_dieu_kien", record: { ghi_chu: "x" }, answers: { mien_phi: true } } })));
    expect(new Set(service.seen.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  test("asks where a file is found", async () => {
    const service = stubService({ json: { url: "https://files.test/x" } });
    expect(await createClient(service.options).file("H20", "ab/..")).toEqual({ ok: true, value: { url: "https://files.test/x" } });
    expect(service.seen).toMatchObject([{ method: "GET", path: "/api/dossiers/H20/files/ab%2F.." }]);
  });

  test("gives a receipt as bytes", async () => {
    const service = stubService({ text: "%PDF-1.7" });
    expect(await createClient(service.options).receipt("H20")).toEqual({ ok: true, value: new TextEncoder().encode("%PDF-1.7") });
  });

  test("gives papers and registers as bytes", async () => {
    const service = stubService({ text: "%PDF-1.7" }, { text: "%PDF-1.7" });
    const client = createClient(service.options);
    const bytes = { ok: true, value: new TextEncoder().encode("%PDF-1.7") };
    expect(await client.paper("H20.015-261005-0001", "02-1")).toEqual(bytes);
    expect(await client.register("H20.015", { from: "2026-10-01", to: "2026-10-31" })).toEqual(bytes);
    expect(service.seen.map(({ path }) => path)).toEqual(["/api/dossiers/H20.015-261005-0001/papers/02-1", "/api/units/H20.015/register?from=2026-10-01&to=2026-10-31"]);
  });

  test("finds the API under a base that ends in slashes", async () => {
    const service = stubService({ json: {} });
    await createClient({ ...service.options, baseUrl: "https://motcua.test///" }).track({ secret: "abc" });
    expect(service.seen).toMatchObject([{ method: "POST", path: "/api/track", body: { secret: "abc" } }]);
  });
});
