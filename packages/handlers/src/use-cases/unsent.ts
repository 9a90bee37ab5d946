import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { dutiesOf } from "../duties.ts";
import type { Caller } from "../handlers.ts";
import type { Ports } from "../ports/index.ts";
import type { Page, SyncItem } from "../ports/sync-queue.ts";
import { problem } from "../problem-table.ts";
import { holdsFor, provinceUnit } from "../province-roles.ts";

const PAGE = 100;

/** What somebody asks of the list. */
export interface UnsentRequest {
  readonly state: SyncItem["state"];
  readonly cursor?: string;
}

/** Dossiers the national portal has not got as they are: of all units to the province's administrator, else of the units an officer works in. */
export async function unsent(ports: Ports, caller: Caller, { state, cursor }: UnsentRequest): Promise<Result<Page<SyncItem>>> {
  const memberships = await dutiesOf(ports, caller.sub);
  if (memberships.length === 0) return refused(problem("not-an-officer"));
  const { province } = ports;
  const everywhere = holdsFor({ sub: caller.sub, memberships }, "administrator", { unit: provinceUnit(province), province });
  const units = [...new Set(memberships.map(({ unit }) => unit))];
  return ok(await ports.sync.list({ state, limit: PAGE, ...(everywhere ? {} : { units }), ...(cursor === undefined ? {} : { cursor }) }));
}
