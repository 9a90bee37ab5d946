import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import type { Caller } from "../handlers.ts";
import { dutiesOf } from "../duties.ts";
import type { Ports } from "../ports/index.ts";
import type { SyncItem } from "../ports/sync-queue.ts";
import { problem } from "../problem-table.ts";
import { holdsFor } from "../province-roles.ts";

/** Has a dossier told to the national portal again, now: what it refused, or what waits for its next try. To officers of the unit that received it and the administrator. */
export async function retrySync(ports: Ports, caller: Caller, code: string): Promise<Result<SyncItem>> {
  const [item, memberships] = await Promise.all([ports.sync.get(code), dutiesOf(ports, caller.sub)]);
  const { province } = ports;
  const may = item !== undefined && (memberships.some(({ unit }) => unit === item.unit) || holdsFor({ sub: caller.sub, memberships }, "administrator", { unit: item.unit, province }));
  if (item === undefined || !may) return refused(problem("not-found"));
  const again: SyncItem = { ...item, state: "waiting", next: ports.clock.now().toISOString(), attempts: 0 };
  await ports.sync.put(again);
  ports.log({ level: "info", event: "sync-again", code, by: caller.sub });
  return ok(again);
}
