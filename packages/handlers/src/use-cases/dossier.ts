import type { Result } from "@motcua/procedure";
import { ok } from "@motcua/procedure";
import type { Caller, DossierView } from "../handlers.ts";
import { historyLines } from "../history-line.ts";
import { listedPapers, papersOf } from "../papers/paper-forms.ts";
import { openActs } from "../open-acts.ts";
import { pinnedModule } from "../pinned-module.ts";
import type { Ports } from "../ports/index.ts";
import { isItsOfficer } from "../rights.ts";
import { seenDossier } from "../seen-dossier.ts";
import { batchesOf } from "../state-at.ts";
import { tasksFor } from "../task-view.ts";
import { answeredDossier } from "./answered-dossier.ts";

/** A dossier as its owner or an officer sees it. */
export async function dossier(ports: Ports, caller: Caller, code: string): Promise<Result<DossierView>> {
  const seen = await seenDossier(ports, caller, code);
  if (!seen.ok) return (await answeredDossier(ports, caller, code)) ?? seen;
  const { person, stored } = seen.value;
  const { state, personal } = stored;
  const [module, batches] = await Promise.all([pinnedModule(ports, state), batchesOf(ports.dossiers, code)]);
  const { procedure } = module;
  const forOfficer = isItsOfficer(person, state);
  return ok({
    state,
    procedure: { code: procedure.code, version: procedure.version, name: procedure.name },
    form: personal?.form,
    records: personal?.records ?? {},
    tasks: tasksFor(person, stored, module),
    acts: openActs(person, stored, module),
    history: batches.flatMap((batch) => historyLines(batch, procedure, { notes: personal?.notes ?? {}, forOfficer })),
    papers: listedPapers(papersOf(batches), forOfficer),
  });
}
