import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { dutiesOf } from "../duties.ts";
import type { Caller, Handlers } from "../handlers.ts";
import { localInstant } from "../local-day.ts";
import { issuingUnit } from "../papers/issuing-unit.ts";
import { registerLine } from "../papers/register-line.ts";
import type { StoredDossier } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";

type Request = Parameters<Handlers["dossierRegister"]>[1];

/** Longest stretch of one register, in days. */
const DAYS = 31;
/** Most dossiers of one register: more make a file larger than a function may answer with. */
const LINES = 1000;
/** Dossiers read at once. */
const ABREAST = 25;
const DAY_MS = 24 * 3_600_000;

/** Form 07 of a unit: the dossiers handed in between two local days, both included, as they stand now. For officers of the unit. */
export async function dossierRegister(ports: Ports, caller: Caller, { unit, from, to, baseUrl }: Request): Promise<Result<Uint8Array>> {
  const memberships = await dutiesOf(ports, caller.sub);
  if (!memberships.some((membership) => membership.unit === unit)) return refused(problem("not-your-unit"));
  const [first, last] = [startOf(from), startOf(to)];
  if (first === undefined || last === undefined || last < first || last - first >= DAYS * DAY_MS) return refused(problem("register-period", "/from"));
  const codes = await ports.work.ofUnit(unit, { from: iso(first), until: iso(last + DAY_MS), limit: LINES + 1 });
  if (codes.length > LINES) return refused(problem("register-too-long", "/to"));
  const now = ports.clock.now();
  const stored = await loadAll(ports, codes);
  const lines = await Promise.all(stored.map((dossier) => registerLine(ports, dossier, now)));
  const officer = await ports.people.name(caller.sub);
  const { renderRegister } = await import("@motcua/papers");
  const qr = `${(baseUrl ?? "").replace(/\/+$/, "")}/can-bo/so-theo-doi?${new URLSearchParams({ don_vi: unit, tu: from, den: to }).toString()}`;
  return ok(await renderRegister({ unit: issuingUnit(ports, unit), from, to, at: localInstant(now), lines, qr, ...(officer === undefined ? {} : { officer }) }));
}

/** Milliseconds since 1970 of the beginning of a local day; `undefined` for what is no date. */
function startOf(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const start = Date.parse(`${day}T00:00:00+07:00`);
  return Number.isNaN(start) || !localInstant(new Date(start)).startsWith(day) ? undefined : start;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

async function loadAll({ dossiers }: Ports, codes: readonly string[]): Promise<readonly StoredDossier[]> {
  const found: StoredDossier[] = [];
  for (let from = 0; from < codes.length; from += ABREAST) {
    const some = await Promise.all(codes.slice(from, from + ABREAST).map((code) => dossiers.load(code)));
    found.push(...some.filter((stored) => stored !== undefined));
  }
  return found;
}
