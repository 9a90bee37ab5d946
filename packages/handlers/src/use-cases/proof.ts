import type { LogProof } from "@motcua/dossier";
import { daysOfLog, proofOf } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok } from "@motcua/procedure";
import type { Caller, DossierProof } from "../handlers.ts";
import { localDay } from "../local-day.ts";
import type { Ports } from "../ports/index.ts";
import { seenDossier } from "../seen-dossier.ts";

/** A dossier's log as the bytes that were hashed, and what its unit's sealed days prove of it. */
export async function proof(ports: Ports, caller: Caller, code: string): Promise<Result<DossierProof>> {
  const seen = await seenDossier(ports, caller, code);
  if (!seen.ok) return seen;
  const { receivingUnit: unit } = seen.value.stored.state;
  const log = await ports.dossiers.log(code);
  return ok({ code, log, proofs: await proofsOf(ports, { unit, code }, log) });
}

/** Proofs of the days that are sealed, in order. Today is not over: nothing has sealed it. */
export async function proofsOf(ports: Ports, { unit, code }: { readonly unit: string; readonly code: string }, log: readonly string[]): Promise<readonly LogProof[]> {
  const today = localDay(ports.clock.now());
  const seals = await Promise.all(daysOfLog(log).filter((day) => day < today).map((day) => ports.seals.get({ unit, day })));
  return seals.flatMap((seal) => (seal === undefined ? [] : (proofOf(seal, code) ?? [])));
}
