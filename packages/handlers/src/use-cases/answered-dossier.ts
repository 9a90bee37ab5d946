import type { Result } from "@motcua/procedure";
import { ok } from "@motcua/procedure";
import { dutiesOf } from "../duties.ts";
import type { Caller, DossierView } from "../handlers.ts";
import { historyLines } from "../history-line.ts";
import { pinnedModule } from "../pinned-module.ts";
import type { Ports } from "../ports/index.ts";
import { consultedAs } from "../rights.ts";
import { batchesOf } from "../state-at.ts";

/**
 * A dossier as a unit looks back at it that was consulted and has answered: what it was asked about and its own answers, no
 * records, papers or acts of others. Each look is logged with who it was. `undefined` for anybody else.
 */
export async function answeredDossier(ports: Ports, caller: Caller, code: string): Promise<Result<DossierView> | undefined> {
  const [stored, memberships] = await Promise.all([ports.dossiers.load(code), dutiesOf(ports, caller.sub)]);
  const unit = stored === undefined ? undefined : consultedAs({ sub: caller.sub, memberships }, stored.state, ports.clock.now());
  if (stored === undefined || unit === undefined) return undefined;
  const { state, personal } = stored;
  const [{ procedure }, batches] = await Promise.all([pinnedModule(ports, state), batchesOf(ports.dossiers, code)]);
  const own = batches.filter(({ actor }) => actor.kind === "officer" && actor.unit === unit);
  ports.log({ level: "info", event: "consulted-read", code, unit, by: caller.sub });
  return ok({
    state,
    procedure: { code: procedure.code, version: procedure.version, name: procedure.name },
    form: personal?.form,
    records: {},
    tasks: [],
    acts: [],
    history: own.flatMap((batch) => historyLines(batch, procedure, { notes: personal?.notes ?? {}, forOfficer: true })),
    papers: [],
  });
}
