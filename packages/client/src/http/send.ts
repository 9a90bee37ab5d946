import { ServiceError } from "./service-error.ts";

/** How requests are sent. */
export interface Transport {
  readonly fetch: typeof fetch;
  /** Waits; given in tests. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Time after which an attempt counts as lost, in milliseconds. */
  readonly timeoutMs: number;
  /** Times a request is sent at most. */
  readonly attempts: number;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
const AGAIN = new Set([429, 500, 502, 503, 504]);

/**
 * Sends a request until there is an answer that is not of the moment. Only for requests that may be repeated: reads, and
 * writes under an idempotency key.
 * @throws ServiceError when none came
 */
export async function send(transport: Transport, url: string, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await attemptOnce(transport, url, init);
    const isLast = attempt >= transport.attempts;
    if ("response" in answer && (isLast || !AGAIN.has(answer.response.status))) return answer.response;
    if ("error" in answer && isLast) throw new ServiceError("the service could not be reached", { cause: answer.error });
    const asked = "response" in answer ? Number(answer.response.headers.get("retry-after")) * 1000 : 0;
    await transport.sleep(Math.min(LONGEST_WAIT_MS, Math.max(asked || 0, FIRST_WAIT_MS * 2 ** (attempt - 1))));
  }
}

async function attemptOnce(transport: Transport, url: string, init: RequestInit): Promise<{ readonly response: Response } | { readonly error: unknown }> {
  try {
    return { response: await transport.fetch(url, { ...init, signal: AbortSignal.timeout(transport.timeoutMs) }) };
  } catch (error) {
    return { error };
  }
}
