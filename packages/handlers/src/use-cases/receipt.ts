import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { dutiesOf } from "../duties.ts";
import type { Caller, Handlers } from "../handlers.ts";
import type { StoredDossier } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { receiptData } from "../papers/receipt-data.ts";
import { isOwner, isReceiver } from "../rights.ts";
import { dossierBySecret } from "./track.ts";

type Request = Parameters<Handlers["receipt"]>[0];

/** Form 01, or before acceptance the confirmation of the submission, as PDF. Unknown and forbidden answer alike. */
export async function receipt(ports: Ports, by: Request): Promise<Result<Uint8Array>> {
  const secret = by.secret?.trim().toLowerCase();
  const stored = secret === undefined ? await ownDossier(ports, by) : await presentedDossier(ports, secret, by);
  if (stored === undefined) return refused(problem("not-found"));
  const data = await receiptData(ports, stored, {
    ...(by.baseUrl === undefined ? {} : { baseUrl: by.baseUrl }),
    ...(secret === undefined ? {} : { secret }),
  });
  // Loaded when first needed: the fonts and the PDF writer are the heaviest of all that functions carry.
  const { renderReceipt } = await import("@motcua/papers");
  return ok(await renderReceipt(data));
}

/** By the secret alone; a code beside it must be the code of the same dossier. */
async function presentedDossier(ports: Ports, secret: string, by: Request): Promise<StoredDossier | undefined> {
  const stored = await dossierBySecret(ports, secret);
  return "code" in by && stored?.state.code !== by.code ? undefined : stored;
}

async function ownDossier(ports: Ports, by: Request): Promise<StoredDossier | undefined> {
  return "code" in by ? heldBy(ports, by.caller, by.code) : undefined;
}

async function heldBy(ports: Ports, { sub }: Caller, code: string): Promise<StoredDossier | undefined> {
  const [stored, memberships] = await Promise.all([ports.dossiers.load(code), dutiesOf(ports, sub)]);
  if (stored === undefined) return undefined;
  const person = { sub, memberships };
  return isOwner(person, stored.state) || isReceiver(person, stored.state) ? stored : undefined;
}
