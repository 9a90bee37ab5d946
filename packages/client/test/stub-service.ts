/** A request as the stub saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What the stub does with a request: answers, breaks the connection, or never answers. */
export type Answer = { readonly status?: number; readonly json?: unknown; readonly text?: string; readonly headers?: Readonly<Record<string, string>> } | "broken" | "silent";

/** A `fetch` that gives the answers in order, the last one for ever, and keeps what it was asked and how long it was waited. */
export function stubService(...answers: readonly Answer[]) {
  const seen: SeenRequest[] = [];
  const waits: number[] = [];
  const stub = (async (url: string, init: RequestInit = {}): Promise<Response> => {
    seen.push({ method: init.method ?? "GET", path: url.replace("https://motcua.test", ""), headers: { ...(init.headers as Record<string, string>) }, body: typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : init.body });
    const answer = answers[Math.min(seen.length, answers.length) - 1] ?? {};
    if (answer === "broken") throw new TypeError("fetch failed");
    if (answer === "silent") return await untilAborted(init.signal);
    const { status = 200, json, text = JSON.stringify(json ?? {}), headers = {} } = answer;
    return new Response(status === 204 ? null : text, { status, headers });
  }) as typeof fetch;
  const sleep = async (ms: number) => void waits.push(ms);
  return { seen, waits, options: { baseUrl: "https://motcua.test/", token: "a-token", fetch: stub, sleep, timeoutMs: 20 } };
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error)));
}
