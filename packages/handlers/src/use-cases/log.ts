import type { EventBatch } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok } from "@motcua/procedure";
import type { Caller } from "../handlers.ts";
import type { Ports } from "../ports/index.ts";
import { seenDossier } from "../seen-dossier.ts";
import { batchesOf } from "../state-at.ts";

/** A dossier's log: batches as stored, which hold no citizen's data but their hashes. */
export async function log(ports: Ports, caller: Caller, code: string): Promise<Result<readonly EventBatch[]>> {
  const seen = await seenDossier(ports, caller, code);
  return seen.ok ? ok(await batchesOf(ports.dossiers, code)) : seen;
}
