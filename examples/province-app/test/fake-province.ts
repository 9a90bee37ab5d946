import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A service as this application meets it, on a port of this machine. Real ones are run by `motcua dev`. */
export interface FakeProvince {
  readonly baseUrl: string;
  /** Submissions by idempotency key. */
  readonly submissions: ReadonlyMap<string, unknown>;
  /** How many of the next requests get a 503. */
  failNext(times: number): void;
  close(): Promise<void>;
}

const QUOTE = {
  case: "mac_dinh",
  documents: [
    { id: "to_khai", name: { vi: "Tờ khai" }, needed: true, mode: "submit" },
    { id: "giay_to_tuy_than", name: { vi: "Giấy tờ tùy thân" }, needed: false, mode: "present" },
  ],
  fees: [{ id: "ban_sao", name: { vi: "Bản sao" }, vnd: 24_000 }],
  due: { due: "2026-10-06T17:00:00+07:00", provisional: false, days: [] },
};

const actor = { kind: "system", id: "s" };
const opened = (step: string) => ({ type: "task-opened", task: { id: step, step, wait: step, assignee: { kind: "applicant" }, openedAt: "" } });
const batch = (seq: number, ...events: readonly object[]) => ({ code: "H20.061-261005-0001", seq, at: "2026-10-05T10:00:00+07:00", actor, command: "c", previous: "", events });
const LOG = [batch(1, { type: "submitted" }, opened("tiep_nhan")), batch(2, { type: "accepted" }, opened("tham_tra")), batch(3, opened("tra_ket_qua")), batch(4, { type: "finished" }, { type: "returned" })];

/** Starts a fake province. Its log grows by one batch each time it is read. */
export async function fakeProvince(): Promise<FakeProvince> {
  const submissions = new Map<string, unknown>();
  let [failures, reads] = [0, 0];
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    if (failures > 0) {
      failures -= 1;
      return send(response, 503, {});
    }
    if (request.url?.endsWith("/quote") === true) return send(response, 200, QUOTE);
    if (request.url?.endsWith("/log") === true) return send(response, 200, LOG.slice(0, (reads += 1)));
    if (request.headers.authorization !== "Bearer citizen") return send(response, 401, {});
    return submit(String(request.headers["idempotency-key"]), JSON.parse(body) as { readonly receivingUnit: string }, response);
  }

  function submit(key: string, submission: { readonly receivingUnit: string }, response: ServerResponse): void {
    if (submission.receivingUnit !== "H20.061") {
      return send(response, 422, { problems: [{ code: "unknown-unit", pointer: "/receivingUnit", message: { vi: "Không có đơn vị này" } }, { code: "rule-x", pointer: "/form/tre/ho_ten", message: { vi: "Kiểm tra lại" } }] });
    }
    submissions.set(key, submission);
    send(response, 201, { code: "H20.061-261005-0001", trackingSecret: "s", nationalStatus: 1, warnings: [{ code: "rule-y", pointer: "/form/me", message: { vi: "Nên kiểm tra" }, severity: "warning" }] });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    submissions,
    failNext: (times) => void (failures = times),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", connection: "close" }).end(JSON.stringify(body));
}
