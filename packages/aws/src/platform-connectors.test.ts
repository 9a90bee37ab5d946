import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { platformConnectors } from "./platform-connectors.ts";

const CALL = { system: "population-db", operation: "look-up", idempotencyKey: "H20.015-261005-0001/tra_cuu@2", body: { code: "H20.015-261005-0001" } };

describe("calling the integration platform", () => {
  let server: Server | undefined;
  const seen: { method: string; url: string; key: unknown; body: string }[] = [];

  afterEach(() => {
    server?.close();
    seen.length = 0;
  });

  async function platform(status: number, body: string): Promise<string> {
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      seen.push({ method: request.method ?? "", url: request.url ?? "", key: request.headers["idempotency-key"], body: Buffer.concat(chunks).toString() });
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    };
    const started = createServer((request, response) => void answer(request, response));
    server = started;
    await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(started.address() as AddressInfo).port}/lgsp/`;
  }

  it("posts the body under its key and reads reference and data", async () => {
    const base = await platform(200, '{"reference":"R-1","data":{"found":true}}');
    expect(await platformConnectors(base).call(CALL)).toEqual({ outcome: "done", reference: "R-1", data: { found: true } });
    expect(seen).toEqual([{ method: "POST", url: "/lgsp/population-db/look-up", key: CALL.idempotencyKey, body: JSON.stringify(CALL.body) }]);
  });

  it("takes a refusal as an outcome, with the reference where there is one", async () => {
    expect(await platformConnectors(await platform(422, '{"reference":"R-2"}')).call(CALL)).toEqual({ outcome: "rejected", reference: "R-2" });
    server?.close();
    expect(await platformConnectors(await platform(404, "nothing here")).call(CALL)).toEqual({ outcome: "rejected" });
  });

  for (const status of [408, 425, 429, 500, 502, 503]) {
    it(`asks to be tried again after ${status}`, async () => {
      await expect(platformConnectors(await platform(status, "{}")).call(CALL)).rejects.toMatchObject({ name: "RetryableError" });
    });
  }

  it("asks to be tried again when nobody answers or the answer is no JSON", async () => {
    await expect(platformConnectors(await platform(200, "<html>")).call(CALL)).rejects.toMatchObject({ name: "RetryableError" });
    await expect(platformConnectors("http://127.0.0.1:1/").call(CALL)).rejects.toMatchObject({ name: "RetryableError" });
  });
});
