import type { Connectors } from "../ports/orchestrator.ts";
import { RetryableError } from "../retryable-error.ts";
import { instantOf } from "./national-time.ts";

/** The system behind the province's integration platform that passes messages on to the National Public Service Portal. */
export const NATIONAL_PORTAL = "national-portal";

/** One message. Repeating it with its key must give the first answer again. */
export interface PortalMessage {
  readonly service: "DongBoHoSoMC" | "CapNhatTienDoHoSoMC";
  readonly key: string;
  /** The province's own identifier. */
  readonly sender: string;
  readonly isUpdating: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the portal answered; `code` is its own. */
export type PortalAnswer = { readonly kind: "taken"; readonly sourceTime?: string } | { readonly kind: "refused"; readonly code: string };

const TAKEN: ReadonlySet<unknown> = new Set(["0", "00"]);
/** "Đã tồn tại": it has the dossier already, and wants the message as an update. */
const EXISTS: ReadonlySet<unknown> = new Set(["3", "-3"]);
const CODE = /^[\w.-]{1,20}$/;

/**
 * Sends a message. An answer that is none counts as unknown: the same message is sent again later.
 * @throws RetryableError when there is no answer, or one that does not say whether the message was taken
 */
export async function tellPortal(connectors: Connectors, message: PortalMessage): Promise<PortalAnswer> {
  const { service, sender, key, isUpdating, data } = message;
  const answer = await connectors.call({
    system: NATIONAL_PORTAL, operation: service, idempotencyKey: key,
    body: { madonvi: sender, service, isUpdating: isUpdating ? "True" : "False", data: [data] },
  });
  if (answer.outcome === "rejected") return { kind: "refused", code: "rejected" };
  if (answer.outcome !== "done") throw new RetryableError("the national portal is not available");
  const { error_code: code, time } = (answer.data ?? {}) as { readonly error_code?: unknown; readonly time?: unknown };
  if (TAKEN.has(code)) {
    const sourceTime = instantOf(time);
    return { kind: "taken", ...(sourceTime === undefined ? {} : { sourceTime }) };
  }
  // Another message, for the first one's answer stays what it is.
  if (EXISTS.has(code) && !isUpdating) return tellPortal(connectors, { ...message, isUpdating: true, key: `${key}/update` });
  if (typeof code !== "string" || code === "") throw new RetryableError("the national portal did not say whether it took the message");
  // What is no code may be a text, and name somebody.
  return { kind: "refused", code: CODE.test(code) ? code : "unknown" };
}
