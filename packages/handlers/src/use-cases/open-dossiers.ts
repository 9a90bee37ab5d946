import type { Result } from "@motcua/procedure";
import { localSettings, ok, refused } from "@motcua/procedure";
import { dutiesOf } from "../duties.ts";
import type { Caller, OpenDossier } from "../handlers.ts";
import { openClock } from "../open-clock.ts";
import { pinnedModule } from "../pinned-module.ts";
import type { Ports } from "../ports/index.ts";
import type { Page } from "../ports/sync-queue.ts";
import { problem } from "../problem-table.ts";
import { holdsFor } from "../province-roles.ts";
import { batchesOf } from "../state-at.ts";

/** Dossiers of one page; each is read with its log. */
const PAGE = 50;

/** The dossiers a unit settles that have not ended, whoever they wait for, oldest first: to its officers, and to the province's administrator. */
export async function openDossiers(ports: Ports, caller: Caller, { unit, cursor }: { readonly unit: string; readonly cursor?: string }): Promise<Result<Page<OpenDossier>>> {
  const memberships = await dutiesOf(ports, caller.sub);
  const may = memberships.some((membership) => membership.unit === unit) || holdsFor({ sub: caller.sub, memberships }, "administrator", { unit, province: ports.province });
  if (!may) return refused(problem("not-your-unit", "/unit"));
  const page = await ports.work.openOfUnit(unit, { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
  const items = await Promise.all(page.items.map((code) => openDossier(ports, code)));
  return ok({ items: items.flatMap((item) => item ?? []), ...(page.cursor === undefined ? {} : { cursor: page.cursor }) });
}

/** `undefined` for one that ended since the index was read. */
async function openDossier(ports: Ports, code: string): Promise<OpenDossier | undefined> {
  const stored = await ports.dossiers.load(code);
  if (stored === undefined || stored.state.endedAt !== undefined) return undefined;
  const { state } = stored;
  const [{ procedure }, log] = await Promise.all([pinnedModule(ports, state), batchesOf(ports.dossiers, code)]);
  const clock = openClock({ state, log, procedure, localLimits: localSettings(ports.province, procedure)?.limits ?? {} });
  const { version, phase, nationalStatus, competentUnit, receivingUnit, submittedAt, acceptedAt, due } = state;
  return {
    code, procedure: state.procedure, version, phase, nationalStatus, competentUnit, receivingUnit, submittedAt,
    ...(acceptedAt === undefined ? {} : { acceptedAt }), ...(due === undefined ? {} : { due }), ...(clock === undefined ? {} : { clock }),
  };
}
