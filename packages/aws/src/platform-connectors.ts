import type { Connectors } from "@motcua/handlers";
import { RetryableError } from "@motcua/handlers";

/** Longest wait for a system's answer. */
const TIMEOUT_MS = 20_000;

/** What the platform answers with, `application/json`. */
interface PlatformAnswer {
  readonly reference?: unknown;
  readonly data?: unknown;
}

/**
 * Systems of the state behind the province's integration platform: `POST {base}/{system}/{operation}` with an
 * `Idempotency-Key`. 2xx is `done`, 4xx is `rejected` (but 408, 425 and 429, which ask to come again).
 */
export function platformConnectors(base: string, fetcher: typeof fetch = fetch): Connectors {
  return {
    call: async ({ system, operation, idempotencyKey, body }) => {
      const url = `${base.replace(/\/$/, "")}/${encodeURIComponent(system)}/${encodeURIComponent(operation)}`;
      const response = await send(fetcher, url, { idempotencyKey, body });
      if (response.ok) return done(await json(response), idempotencyKey);
      if (response.status < 400 || response.status >= 500 || ASK_AGAIN.has(response.status)) throw new RetryableError(`${system}/${operation} answered ${response.status}`);
      const { reference } = await json(response).catch((): PlatformAnswer => ({}));
      return typeof reference === "string" ? { outcome: "rejected", reference } : { outcome: "rejected" };
    },
  };
}

const ASK_AGAIN: ReadonlySet<number> = new Set([408, 425, 429]);

async function send(fetcher: typeof fetch, url: string, request: { readonly idempotencyKey: string; readonly body: unknown }): Promise<Response> {
  try {
    return await fetcher(url, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": request.idempotencyKey },
      body: JSON.stringify(request.body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new RetryableError(`no answer: ${error instanceof Error ? error.name : "unknown"}`);
  }
}

function done({ reference, data }: PlatformAnswer, idempotencyKey: string): Awaited<ReturnType<Connectors["call"]>> {
  const answer = { outcome: "done", reference: typeof reference === "string" ? reference : idempotencyKey } as const;
  return data === undefined ? answer : { ...answer, data };
}

async function json(response: Response): Promise<PlatformAnswer> {
  try {
    const value = (await response.json());
    return value !== null && typeof value === "object" ? value : {};
  } catch {
    throw new RetryableError("the answer is not JSON");
  }
}
