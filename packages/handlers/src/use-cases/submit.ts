import type { Command } from "@motcua/dossier";
import { decide, NO_PREVIOUS } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { commitOf } from "../commit-of.ts";
import { decideContext } from "../decide-context.ts";
import { sha256 } from "../fingerprint.ts";
import type { Caller, Receipt, Submission } from "../handlers.ts";
import type { RequestIdentity } from "../idempotency.ts";
import { requestIdentity, storedAnswer } from "../idempotency.ts";
import { codeDay } from "../local-day.ts";
import { nfc } from "../nfc.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import type { PreparedSubmission } from "../submission-command.ts";
import { prepareSubmission } from "../submission-command.ts";
import { trackingSecret } from "../tracking-secret.ts";

/** What is kept to repeat the answer: the secret itself is not among it. */
type StoredReceipt = Omit<Receipt, "trackingSecret"> & { readonly nonce: string };

/** A number could only be taken twice if the counter were lost; one more try is plenty. */
const ATTEMPTS = 2;

/** Takes a submission in: checks everything, issues the code, commits the first batch. Repeating it gives the same receipt. */
export async function submit(ports: Ports, caller: Caller | undefined, sent: { readonly submission: Submission; readonly idempotencyKey: string }): Promise<Result<Receipt>> {
  const submission = nfc(sent.submission);
  const identity = requestIdentity(caller?.sub ?? "anonymous", sent.idempotencyKey, { submit: submission });
  if (!identity.ok) return identity;
  const seen = await storedAnswer(ports.dossiers, identity.value);
  if (seen !== undefined) return seen.ok ? ok(receiptOf(seen.value, sent.idempotencyKey)) : seen;
  const prepared = await prepareSubmission(ports, caller, submission);
  if (!prepared.ok) return prepared;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const result = await commitSubmission(ports, prepared.value, { identity: identity.value, idempotencyKey: sent.idempotencyKey });
    if (result !== "conflict") return result;
  }
  return refused(problem("busy"));
}

async function commitSubmission(
  ports: Ports,
  { command, module, warnings }: PreparedSubmission,
  request: { readonly identity: RequestIdentity; readonly idempotencyKey: string },
): Promise<Result<Receipt> | "conflict"> {
  const day = codeDay(ports.clock.now());
  const context = decideContext(ports, module, { unit: command.receivingUnit });
  const rehearsal = decide({ ...command, code: "" } satisfies Command, undefined, context);
  if (!rehearsal.ok) return rehearsal;
  const serial = await ports.dossiers.nextSerial(command.receivingUnit, day);
  const code = `${command.receivingUnit}-${day}-${String(serial).padStart(4, "0")}`;
  const numbered = { ...command, code } satisfies Command;
  const decision = decide(numbered, undefined, context);
  if (!decision.ok) return decision;
  const writes = commitOf({ state: undefined, lastHash: NO_PREVIOUS }, numbered, { code, decision: decision.value });
  const stored: StoredReceipt = { code, nationalStatus: writes.state.nationalStatus, warnings, nonce: ports.random(16) };
  const receipt = receiptOf(JSON.stringify(stored), request.idempotencyKey);
  const outcome = await ports.dossiers.commit({
    ...writes,
    trackingHash: sha256(receipt.trackingSecret),
    idempotency: { ...request.identity, response: JSON.stringify(stored) },
  });
  switch (outcome.kind) {
    case "committed":
      ports.log({ level: "info", event: "committed", code, seq: 1, command: "submit" });
      return ok(receipt);
    case "replayed":
      return ok(receiptOf(outcome.response, request.idempotencyKey));
    case "key-reused":
      return refused(problem("idempotency-key-reused"));
    case "conflict":
      return "conflict";
  }
}

function receiptOf(stored: string, idempotencyKey: string): Receipt {
  const { nonce, ...receipt } = JSON.parse(stored) as StoredReceipt;
  return { ...receipt, trackingSecret: trackingSecret(idempotencyKey, nonce) };
}
