import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { openJournal } from "../runtime/journal.ts";
import { readBody } from "../runtime/read-body.ts";
import { openNationalPortal, type PortalDossier } from "./national-portal.ts";

/** A simulator of the province's integration platform: no register of the state is behind it, and its answers say so. */
export interface ConnectorSimulator {
  readonly server: Server;
  /** The next `calls` calls are answered 503, as when a register is down. */
  readonly unavailableFor: (calls: number) => void;
  /** What the stand-in of the national portal has been told. */
  readonly portal: () => readonly PortalDossier[];
  /** Calls answered since the start. */
  readonly calls: () => readonly ConnectorCall[];
  readonly close: () => void;
}

/** One call of the platform; what was sent is not kept. */
export interface ConnectorCall {
  readonly system: string;
  readonly operation: string;
  readonly status: number;
  /** Whether the same key had been answered before. */
  readonly repeated: boolean;
}

/** Options of {@link createConnectorSimulator}. */
export interface ConnectorOptions {
  /** Calls to refuse at the start. @default 0 */
  readonly unavailable?: number;
  /** Operations answered 4xx, `population-db/allocate-personal-id`. @default none */
  readonly rejected?: readonly string[];
}

interface Entry {
  readonly key: string;
  readonly body: string;
}

/** Answers `POST /<system>/<operation>` by `Idempotency-Key`: the same key gets the same answer, after a restart too. */
export function createConnectorSimulator(file: string, options: ConnectorOptions = {}): ConnectorSimulator {
  const answers = new Map<string, string>();
  const journal = openJournal<Entry>(file, ({ key, body }) => void answers.set(key, body));
  const calls: ConnectorCall[] = [];
  let unavailable = options.unavailable ?? 0;
  const national = openNationalPortal(file.replace(/\.jsonl$/, "-portal.jsonl"));
  const answer = (system: string, operation: string, { key, sent }: { readonly key: string; readonly sent: string }): { readonly status: number; readonly body: string; readonly repeated: boolean } => {
    const known = answers.get(key);
    if (known !== undefined) return { status: 200, body: known, repeated: true };
    if (unavailable > 0) {
      unavailable -= 1;
      return { status: 503, body: told({ error: "unavailable" }), repeated: false };
    }
    if (options.rejected?.includes(`${system}/${operation}`) === true) return { status: 422, body: told({ reference: `SIM-${digits(key, 10)}` }), repeated: false };
    const data = system === PORTAL ? national.take(operation, parsed(sent), key) : dataOf(operation, key);
    const body = told({ reference: `SIM-${digits(key, 10)}`, data });
    journal.append({ key, body });
    answers.set(key, body);
    return { status: 200, body, repeated: false };
  };
  const server = createServer((incoming, outgoing) => {
    void readBody(incoming, 1024 * 1024).then((sent) => {
      const [, system = "", operation = ""] = new URL(incoming.url ?? "/", "http://localhost").pathname.split("/");
      const key = incoming.headers["idempotency-key"];
      const wrong = incoming.method !== "POST" || operation === "" || typeof key !== "string";
      const { status, body, repeated } = wrong ? { status: 400, body: told({ error: "POST /<system>/<operation> with Idempotency-Key" }), repeated: false } : answer(system, operation, { key, sent: sent.toString() });
      calls.push({ system, operation, status, repeated });
      outgoing.writeHead(status, { "content-type": "application/json", "x-simulated": "true" });
      outgoing.end(body);
    });
  });
  return {
    server,
    unavailableFor: (count) => void (unavailable = count),
    calls: () => calls,
    portal: national.dossiers,
    close: () => {
      journal.close();
      national.close();
    },
  };
}

/** System name of the stand-in of the national portal. */
const PORTAL = "national-portal";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function told(body: object): string {
  return JSON.stringify({ simulator: "local simulator of the integration platform; no register was asked", ...body });
}

/** What an operation gives back, derived from the key alone. */
const DATA: Readonly<Record<string, (key: string) => object>> = {
  // 12 digits beginning with the code of no province: such a number is nobody's.
  "allocate-personal-id": (key) => ({ personalId: `000${digits(key, 9)}` }),
};

function dataOf(operation: string, key: string): object {
  return DATA[operation]?.(key) ?? { accepted: true };
}

function digits(of: string, length: number): string {
  const number = BigInt(`0x${createHash("sha256").update(of).digest("hex")}`);
  return number.toString().slice(0, length);
}
