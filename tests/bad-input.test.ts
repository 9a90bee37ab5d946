import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenShop } from "@motcua/cli";
import type { Sample } from "@motcua/procedure";
import { decodeJwt, importJWK, SignJWT, generateKeyPair, type JWK } from "jose";
import { personalValues } from "./personal-values.ts";
import { freshShop, procedureOf, sampleOf } from "./shop.ts";

interface Refused {
  readonly status: number;
  readonly text: string;
  readonly problems: readonly { readonly code: string; readonly pointer: string; readonly message: { readonly vi: string } }[];
}

const data = mkdtempSync(join(tmpdir(), "motcua-bad-"));
let shop: OpenShop;
let sample: Sample;
let code = "";
const tokens: Record<string, string> = {};

beforeAll(async () => {
  shop = await freshShop({ data });
  sample = sampleOf(procedureOf(shop, "1.004873"), "03-a");
  await shop.local.clock.set(sample.submittedAt);
  for (const { login } of shop.people) tokens[login] = await shop.local.tokenFor(login);
  code = await submitted();
});
afterAll(async () => {
  await shop.close();
  rmSync(data, { recursive: true, force: true });
});

/** Sends a request as the API gets it, and asserts what every refusal owes. */
async function send(method: string, path: string, options: { readonly as?: string; readonly token?: string; readonly key?: string | null; readonly body?: unknown; readonly raw?: string | Uint8Array<ArrayBuffer> } = {}): Promise<Refused> {
  const token = options.token ?? (options.as === undefined ? undefined : tokens[options.as]);
  const response = await fetch(`${shop.local.httpUrl}${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(options.key === null ? {} : { "idempotency-key": options.key ?? randomUUID() }),
    },
    ...(method === "GET" ? {} : { body: options.raw ?? JSON.stringify(options.body ?? {}) }),
  });
  const text = await response.text();
  // No stack, no place in the source, nothing of the engine behind.
  if (!response.ok) expect(text).not.toMatch(/\n\s+at |\.m?[jt]s:\d|node_modules|AWS|DynamoDB|Exception/);
  for (const value of personalValues(sample.form)) expect(text).not.toContain(value);
  const { problems = [] } = text.startsWith("{") ? (JSON.parse(text) as Partial<Refused>) : {};
  for (const { message } of problems) expect(message.vi).toMatch(/\p{L}{2}/u);
  return { status: response.status, text, problems };
}

const said = ({ status, problems }: Refused) => [status, ...problems.map((problem) => `${problem.code} ${problem.pointer}`)];

function submission(change: Record<string, unknown> = {}) {
  const { module } = procedureOf(shop, "1.004873");
  return {
    procedure: "1.004873", version: module.procedure.version, channel: "online", receivingUnit: sample.receivingUnit,
    form: sample.form, documents: sample.documents, resultBy: "online", ...change,
  };
}

async function submitted(): Promise<string> {
  const { text, status } = await send("POST", "/api/dossiers", { as: "congdan", body: submission() });
  expect(status).toBe(200);
  return (JSON.parse(text) as { code: string }).code;
}

/** How many batches the log has once nothing is under way: what follows a submission arrives by itself, a little later. */
const batches = async () => {
  await shop.local.idle();
  return (JSON.parse((await send("GET", `/api/dossiers/${code}/log`, { as: "congdan" })).text) as unknown[]).length;
};
const act = (as: string, body: unknown, key?: string) => send("POST", `/api/dossiers/${code}/acts`, { as, body, ...(key === undefined ? {} : { key }) });
const accept = { act: "complete", task: "tiep_nhan@1", outcome: "accept" };

describe("who is not known", () => {
  it("refuses a request without a token", async () => {
    expect((await send("GET", "/api/dossiers")).status).toBe(401);
    expect((await send("POST", "/api/dossiers", { body: submission() })).status).toBe(401);
  });

  it("refuses an expired token, a forged one, a changed one, an unsigned one and one of another issuer", async () => {
    const { signing } = JSON.parse(readFileSync(join(data, "login", "keys.json"), "utf8")) as { signing: JWK & { kid: string } };
    const good = decodeJwt(tokens["congdan"] ?? "");
    const ours = await importJWK(signing, "RS256");
    const { privateKey } = await generateKeyPair("RS256");
    const head = { alg: "RS256", kid: signing.kid } as const;
    const [, payload = "", signature = ""] = (tokens["congdan"] ?? "").split(".");
    const bad = {
      expired: await new SignJWT({ ...good, exp: Math.floor(Date.now() / 1000) - 60 }).setProtectedHeader(head).sign(ours),
      forged: await new SignJWT(good).setProtectedHeader(head).sign(privateKey),
      elsewhere: await new SignJWT({ ...good, iss: "https://elsewhere.example" }).setProtectedHeader(head).sign(ours),
      foreignClient: await new SignJWT({ ...good, client_id: "another" }).setProtectedHeader(head).sign(ours),
      changed: `${Buffer.from(JSON.stringify(head)).toString("base64url")}.${Buffer.from(JSON.stringify({ ...good, sub: "local-lanhdao" })).toString("base64url")}.${signature}`,
      unsigned: `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`,
    };
    for (const [name, token] of Object.entries(bad)) expect((await send("GET", "/api/dossiers", { token })).status, name).toBe(401);
    const again = await new SignJWT(good).setProtectedHeader(head).sign(ours);
    expect((await send("GET", "/api/dossiers", { token: again })).status).toBe(200);
  });
});

describe("what is no request", () => {
  it.each([
    ["an unknown path", () => send("GET", "/api/nothing", { as: "congdan" }), [404, "unknown-route "]],
    ["an unknown method", () => send("POST", "/api/worklist", { as: "motcua" }), [404, "unknown-route "]],
    ["broken JSON", () => send("POST", "/api/dossiers", { as: "congdan", raw: '{"procedure":' }), [400, "invalid-json "]],
    ["bytes that are no text", () => send("POST", "/api/dossiers", { as: "congdan", raw: new Uint8Array([0xff, 0xfe, 0x00]) }), [400, "invalid-json "]],
    ["a body of 300 KB", () => send("POST", "/api/dossiers", { as: "congdan", body: submission({ form: { x: "đ".repeat(150_000) } }) }), [413, "body-too-large "]],
    ["a submission without a key", () => send("POST", "/api/dossiers", { as: "congdan", key: null, body: submission() }), [400, "idempotency-key-required "]],
    ["a key that is too short to be one", () => send("POST", "/api/dossiers", { as: "congdan", key: "short", body: submission() }), [400, "idempotency-key-required "]],
    ["values of the wrong type, all at once", () => send("POST", "/api/dossiers", { as: "congdan", body: submission({ channel: "pigeon", documents: "none", receivingUnit: 7 }) }), [400, "invalid-request /channel", "invalid-request /receivingUnit", "invalid-request /documents"]],
    ["a member the API does not have", () => send("POST", "/api/dossiers", { as: "congdan", body: submission({ isAdmin: true }) }), [400, "invalid-request /isAdmin"]],
    ["an act nobody can do", () => act("motcua", { act: "delete" }), [400, "invalid-request /act"]],
  ])("refuses %s", async (_, request, expected) => {
    expect(said(await request())).toEqual(expected);
  });

  it("refuses an own __proto__ as any other unknown member", async () => {
    const refused = await send("POST", "/api/dossiers", { as: "congdan", raw: JSON.stringify(submission()).replace("{", '{"__proto__":{"isAdmin":true},') });
    expect(said(refused)).toEqual([400, "invalid-request /__proto__"]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe("a submission that cannot be taken", () => {
  it.each([
    ["an unknown procedure", () => submission({ procedure: "9.999999" }), [404, "unknown-procedure /procedure"]],
    ["a version that is not in force", () => submission({ version: "ffffffffffffffff" }), [409, "stale-version /version"]],
    ["a unit that does not exist", () => submission({ receivingUnit: "H20.999" }), [422, "unknown-unit /receivingUnit"]],
    ["a counter dossier by a citizen", () => submission({ channel: "counter" }), [403, "channel-needs-officer /channel"]],
    ["a paper the procedure does not have", () => submission({ documents: [{ id: "to_khai", electronic: true }, { id: "la", copy: 1 }] }), [422, "document-unknown /documents/la"]],
    ["no papers", () => submission({ documents: [] }), [422, "document-missing /documents/to_khai"]],
    ["a file of another draft", () => submission({ draft: "0123456789abcdef", documents: [{ id: "to_khai", electronic: true, files: [{ key: "draft/x/y", sha256: "0".repeat(64), bytes: 1, type: "application/pdf" }] }] }), [422, "file-not-yours /documents/0/files/0"]],
    ["a form that is no object", () => submission({ form: [] }), [422, "wrong-type /form", "document-missing /documents/to_khai"]],
  ])("refuses %s", async (_, body, expected) => {
    const got = said(await send("POST", "/api/dossiers", { as: "congdan", body: body() }));
    expect(got.slice(0, 2)).toEqual(expected.slice(0, 2));
  });

  it("refuses each invalid sample with exactly its problems", async () => {
    for (const { module, code: procedure, samples } of shop.procedures) {
      for (const { sample: each } of samples.filter((one) => one.sample.expected.outcome === "invalid")) {
        await shop.local.clock.set(each.submittedAt);
        const refused = await send("POST", "/api/dossiers", {
          as: each.channel === "online" ? "congdan" : "motcua",
          body: { procedure, version: module.procedure.version, channel: each.channel, receivingUnit: each.receivingUnit, form: each.form, answers: each.answers ?? {}, documents: each.documents, resultBy: "counter" },
        });
        const expected = (each.expected.problems ?? []).filter(({ severity }) => severity !== "warning").map((problem) => `${problem.code} ${problem.pointer}`);
        expect(said(refused).slice(1).toSorted(), each.id).toEqual(expected.toSorted());
        for (const value of personalValues(each.form)) expect(refused.text, each.id).not.toContain(value);
      }
    }
    await shop.local.clock.set(sample.submittedAt);
  });
});

describe("a dossier that is not theirs", () => {
  it("answers a foreign dossier and an unknown one alike, whoever asks", async () => {
    const unknown = `${code.slice(0, -4)}9999`;
    for (const as of ["congdan2", "noikhac"]) {
      for (const [method, path, body] of [["GET", "", undefined], ["GET", "/log", undefined], ["GET", "/receipt", undefined], ["GET", `/files/${"0".repeat(64)}`, undefined], ["POST", "/acts", { act: "withdraw" }]] as const) {
        const foreign = await send(method, `/api/dossiers/${code}${path}`, { as, body });
        expect(said(foreign)).toEqual([404, "not-found "]);
        expect((await send(method, `/api/dossiers/${unknown}${path}`, { as, body })).text).toBe(foreign.text);
      }
    }
  });

  it("tells a guesser of tracking codes nothing, and stops counting with them after ten", async () => {
    const guesses = [];
    for (let guess = 0; guess < 11; guess += 1) guesses.push(said(await send("POST", "/api/track", { body: { code, factor: "0000" } })));
    expect(guesses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => [404, "not-found "]));
    expect(guesses[10]).toEqual([429, "too-many-attempts "]);
    expect(said(await send("POST", "/api/track", { body: { secret: "0".repeat(32) } }))).toEqual([404, "not-found "]);
  });
});

describe("an act that cannot be done", () => {
  it.each([
    ["an officer with another role", () => act("vanthu", accept), [403, "not-your-task /task"]],
    ["the owner doing an officer's work", () => act("congdan", accept), [403, "not-your-task /task"]],
    ["an outcome the step does not have", () => act("motcua", { ...accept, outcome: "bo_qua" }), [422, "unknown-outcome /outcome"]],
    ["a refusal without its reason", () => act("motcua", { ...accept, outcome: "refuse" }), [422, "reason-missing /note"]],
    ["a task that was never opened", () => act("motcua", { ...accept, task: "ky@9" }), [422, "task-not-open /task"]],
    ["a supplement nobody asked for", () => act("congdan", { act: "supplement", documents: [] }), [422, "supplement-not-requested /act"]],
    ["a request for nothing", () => act("motcua", { act: "request-supplement", task: "tiep_nhan@1", defects: [] }), [422, "defects-missing /defects"]],
    ["a stop before acceptance", () => act("motcua", { act: "stop", task: "tiep_nhan@1", reason: "x" }), [422, "not-accepted /act"]],
  ])("refuses %s, and writes nothing", async (_, request, expected) => {
    const before = await batches();
    expect(said(await request())).toEqual(expected);
    expect(await batches()).toBe(before);
  });

  it("refuses a finished task acted on twice and a replayed key with another body; the first stands", async () => {
    const key = randomUUID();
    expect((await act("motcua", accept, key)).status).toBe(200);
    const after = await batches();
    expect((await act("motcua", accept, key)).status).toBe(200);
    expect(said(await act("motcua", { ...accept, outcome: "refuse", note: "x" }, key))).toEqual([409, "idempotency-key-reused "]);
    expect(said(await act("motcua", accept))).toEqual([422, "task-not-open /task"]);
    expect(await batches()).toBe(after);
  });

  it("refuses a step without its record", async () => {
    const { items } = JSON.parse((await send("GET", "/api/worklist", { as: "chuyenvien" })).text) as { items: { code: string; task: string }[] };
    const task = items.find((line) => line.code === code)?.task;
    expect(said(await act("chuyenvien", { act: "complete", task, outcome: "du_dieu_kien" }))).toEqual([422, "record-missing /record"]);
  });

  it("refuses everything on a dossier that has ended", async () => {
    expect((await act("congdan", { act: "withdraw" })).status).toBe(200);
    expect(said(await act("congdan", { act: "withdraw" }))).toEqual([422, "already-ended "]);
  });
});

describe("a file that cannot be taken", () => {
  const upload = (change: Record<string, unknown> = {}) =>
    send("POST", "/api/uploads", { as: "congdan", body: { procedure: "1.004873", document: "to_khai", type: "application/pdf", bytes: 1000, redirect: "https://example.vn/", draft: "0123456789abcdef", ...change } });

  it.each([
    ["a type that is not taken", { type: "application/x-msdownload" }, [422, "wrong-file-type /type"]],
    ["a file of 30 MB", { bytes: 30_000_000 }, [422, "file-too-large /bytes"]],
    ["a procedure that is not offered", { procedure: "9.999999" }, [404, "unknown-procedure /procedure"]],
  ])("refuses %s", async (_, change, expected) => {
    expect(said(await upload(change))).toEqual(expected);
  });

  it("refuses content that is not what it claims, and removes it", async () => {
    const prepared = JSON.parse((await upload()).text) as { key: string; form: { url: string; fields: Record<string, string> } };
    const form = new FormData();
    for (const [name, value] of Object.entries(prepared.form.fields)) form.append(name, value);
    form.append("file", new Blob(["MZ this is a program"]), "x.pdf");
    expect((await fetch(prepared.form.url, { method: "POST", body: form, redirect: "manual" })).status).toBeLessThan(400);
    const attach = () => send("POST", "/api/uploads/attach", { as: "congdan", body: { key: prepared.key, draft: "0123456789abcdef" } });
    expect(said(await attach())).toEqual([422, "wrong-file-type /key"]);
    expect(said(await attach())).toEqual([422, "file-missing /key"]);
    expect(said(await send("POST", "/api/uploads/attach", { as: "congdan", body: { key: prepared.key, draft: "fedcba9876543210" } }))).toEqual([422, "file-not-yours /key"]);
  });
});

it("needed no grant it does not have, and logged nobody's data", () => {
  expect(shop.local.failures()).toEqual([]);
  const logs = shop.local.logs().map(({ text }) => text).join("\n");
  for (const value of personalValues(sample.form)) expect(logs).not.toContain(value);
});
