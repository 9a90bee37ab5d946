import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import type { Handlers } from "../handlers.ts";
import { OFFICERS_ONLY, papersOf, paperWith } from "../papers/paper-forms.ts";
import { printPaper } from "../papers/print-paper.ts";
import type { StoredDossier } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { isItsOfficer } from "../rights.ts";
import { seenDossier } from "../seen-dossier.ts";
import { batchesOf } from "../state-at.ts";
import { dossierBySecret } from "./track.ts";

type Request = Parameters<Handlers["paper"]>[0];

interface Reader {
  readonly stored: StoredDossier;
  /** Present where the secret opened the dossier: it goes into the QR code. */
  readonly secret?: string;
  readonly officer: boolean;
}

/** One of the papers a dossier's log gives rise to, as PDF. Unknown and forbidden dossiers answer alike. */
export async function paper(ports: Ports, by: Request, id: string): Promise<Result<Uint8Array>> {
  const reader = await readerOf(ports, by);
  if (reader === undefined) return refused(problem("not-found"));
  const batches = await batchesOf(ports.dossiers, reader.stored.state.code);
  const place = paperWith(papersOf(batches), id);
  if (place === undefined || (OFFICERS_ONLY.has(place.form) && !reader.officer)) return refused(problem("paper-not-issued"));
  const context = { ...(by.baseUrl === undefined ? {} : { baseUrl: by.baseUrl }), ...(reader.secret === undefined ? {} : { secret: reader.secret }) };
  return ok(await printPaper(ports, { stored: reader.stored, batches, place, context }));
}

async function readerOf(ports: Ports, by: Request): Promise<Reader | undefined> {
  if ("secret" in by) {
    const secret = by.secret.trim().toLowerCase();
    const stored = await dossierBySecret(ports, secret);
    return stored === undefined ? undefined : { stored, secret, officer: false };
  }
  const seen = await seenDossier(ports, by.caller, by.code);
  return seen.ok ? { stored: seen.value.stored, officer: isItsOfficer(seen.value.person, seen.value.stored.state) } : undefined;
}
