import { timingSafeEqual } from "node:crypto";
import type { PartyPointers, Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { sha256 } from "../fingerprint.ts";
import type { Handlers, TrackingView } from "../handlers.ts";
import { firstText } from "../json-pointer.ts";
import { localDay } from "../local-day.ts";
import { listedPapers, papersOf } from "../papers/paper-forms.ts";
import { pinnedModule } from "../pinned-module.ts";
import type { StoredDossier } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { batchesOf } from "../state-at.ts";
import { STATUS_NAMES } from "../status-names.ts";

/** Guesses allowed for one code on one day: codes are sequential and the factor has four digits. */
const ATTEMPTS_A_DAY = 10;
const DAY_MS = 24 * 3_600_000;

/** Public tracking, by the receipt's secret or by code and second factor. Unknown and forbidden answer alike. */
export async function track(ports: Ports, by: Parameters<Handlers["track"]>[0]): Promise<Result<TrackingView>> {
  const found = "secret" in by ? ok(await dossierBySecret(ports, by.secret)) : await dossierByFactor(ports, by);
  if (!found.ok) return found;
  if (found.value === undefined) return refused(problem("not-found"));
  const view = await trackingView(ports, found.value);
  return ok("secret" in by ? { ...view, papers: listedPapers(papersOf(await batchesOf(ports.dossiers, view.code)), false) } : view);
}

/** The dossier whose receipt carries this secret. */
export async function dossierBySecret(ports: Ports, secret: string): Promise<StoredDossier | undefined> {
  const code = await ports.dossiers.byTrackingHash(sha256(secret.trim().toLowerCase()));
  return code === undefined ? undefined : ports.dossiers.load(code);
}

async function dossierByFactor(ports: Ports, by: { readonly code: string; readonly factor: string }): Promise<Result<StoredDossier | undefined>> {
  const code = by.code.trim().toUpperCase();
  const now = ports.clock.now();
  const attempts = await ports.attempts.add(`track/${sha256(code)}/${localDay(now)}`, new Date(now.getTime() + DAY_MS).toISOString());
  if (attempts > ATTEMPTS_A_DAY) return refused(problem("too-many-attempts"));
  const stored = await ports.dossiers.load(code);
  if (stored === undefined) return ok(undefined);
  const { procedure } = await pinnedModule(ports, stored.state);
  return ok(knows(by.factor, stored.personal?.form, procedure.parties.owner) ? stored : undefined);
}

/** Whether a factor is the last four digits of the owner's phone or identity number; compared in constant time. */
function knows(factor: string, form: unknown, owner: PartyPointers): boolean {
  const given = Buffer.from(sha256(factor.trim()));
  const right = [owner.phone, owner.identity]
    .map((pointers) => (firstText(form, pointers) ?? "").replace(/\D/g, "").slice(-4))
    .map((digits) => digits.length === 4 && timingSafeEqual(given, Buffer.from(sha256(digits))));
  return right.includes(true);
}

async function trackingView(ports: Ports, { state }: StoredDossier): Promise<TrackingView> {
  const { procedure } = await pinnedModule(ports, state);
  const finishedAt = state.endedAt ?? state.finishedAt;
  return {
    code: state.code,
    procedure: procedure.name,
    nationalStatus: state.nationalStatus,
    statusName: STATUS_NAMES[state.nationalStatus],
    submittedAt: state.submittedAt,
    ...(state.acceptedAt === undefined ? {} : { acceptedAt: state.acceptedAt }),
    ...(state.due === undefined ? {} : { due: state.due }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
  };
}
