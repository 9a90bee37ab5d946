import type { Connectors } from "../ports/orchestrator.ts";
import { RetryableError } from "../retryable-error.ts";

/** A message as the national portal got it. */
export interface PortalPost {
  readonly service: string;
  readonly key: string;
  readonly isUpdating: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The national portal in memory: it answers by key, and can be told to be down or to refuse. */
export interface MemoryPortal {
  readonly call: Connectors["call"];
  /** Every message it took, each once. */
  readonly posts: readonly PortalPost[];
  /** Calls that reached it, repeated ones included. */
  readonly calls: () => number;
  /** The next calls find nobody. */
  readonly down: (calls: number) => void;
  /** Loses the answer of the next calls: the message was taken, and the sender does not hear of it. */
  readonly loseAnswers: (calls: number) => void;
  /** Codes it answers a dossier's messages with, "3" only to what is no update; `undefined` takes them again. */
  readonly refuse: (code: string, as: string | undefined) => void;
}

/** An empty portal that takes what it is told. */
export function memoryPortal(): MemoryPortal {
  const answers = new Map<string, string>();
  const posts: PortalPost[] = [];
  const refusals = new Map<string, string>();
  let [down, lost, calls] = [0, 0, 0];
  return {
    posts,
    calls: () => calls,
    down: (count) => void (down = count),
    loseAnswers: (count) => void (lost = count),
    refuse: (code, as) => void (as === undefined ? refusals.delete(code) : refusals.set(code, as)),
    call: async ({ system, operation, idempotencyKey: key, body }) => {
      if (system !== "national-portal") return { outcome: "done", reference: key };
      if (down > 0) {
        down -= 1;
        throw new RetryableError("nobody there");
      }
      calls += 1;
      const { isUpdating, data: [data = {}] } = body as { readonly isUpdating: string; readonly data: readonly Readonly<Record<string, unknown>>[] };
      const known = answers.get(key);
      const refusal = refusals.get(String(data["MaHoSo"]));
      const code = known ?? (refusal === "3" && (isUpdating === "True" || operation !== "DongBoHoSoMC") ? "0" : (refusal ?? "0"));
      if (known === undefined) answers.set(key, code);
      if (known === undefined && code === "0") posts.push({ service: operation, key, isUpdating, data });
      if (lost > 0) {
        lost -= 1;
        throw new RetryableError("the answer is lost");
      }
      return { outcome: "done", reference: key, data: { error_code: code, time: "20261005090000" } };
    },
  };
}
