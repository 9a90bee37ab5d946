import type { DossierState } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { dutiesOf } from "../duties.ts";
import { actCommand } from "../act-command.ts";
import { checkFiles } from "../check-files.ts";
import type { Act, Caller } from "../handlers.ts";
import { requestIdentity, storedAnswer } from "../idempotency.ts";
import { localInstant } from "../local-day.ts";
import { nfc } from "../nfc.ts";
import { pinnedModule } from "../pinned-module.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { maySee } from "../rights.ts";
import { runCommand } from "../run-command.ts";
import { stateAt } from "../state-at.ts";

/** An act as it arrived. */
export interface ActRequest {
  readonly code: string;
  readonly act: Act;
  readonly idempotencyKey: string;
}

/** Carries out an act on a dossier for whoever may; repeating it with its key answers with the state it led to then. */
export async function act(ports: Ports, caller: Caller, sent: ActRequest): Promise<Result<{ readonly state: DossierState }>> {
  const wanted = nfc(sent.act);
  const identity = requestIdentity(caller.sub, sent.idempotencyKey, { code: sent.code, act: wanted });
  if (!identity.ok) return identity;
  const seen = await storedAnswer(ports.dossiers, identity.value);
  if (seen !== undefined) return seen.ok ? answerAgain(ports, seen.value) : seen;
  const person = { sub: caller.sub, memberships: await dutiesOf(ports, caller.sub) };
  const done = await runCommand(ports, {
    code: sent.code,
    identity: identity.value,
    command: async ({ state }) => {
      if (!maySee(person, state)) return refused(problem("not-found"));
      const foreign = wanted.act === "supplement" ? await checkFiles(ports.files, wanted.documents, { caller, known: state.documents }) : [];
      if (foreign.length > 0) return { ok: false, problems: foreign };
      return actCommand(wanted, localInstant(ports.clock.now()), { person, state, module: await pinnedModule(ports, state) });
    },
  });
  if (!done.ok) return done;
  return done.value.kind === "committed" ? ok({ state: done.value.state }) : answerAgain(ports, done.value.response);
}

async function answerAgain(ports: Ports, response: string): Promise<Result<{ readonly state: DossierState }>> {
  const { code, seq } = JSON.parse(response) as { readonly code: string; readonly seq: number };
  const state = await stateAt(ports.dossiers, code, seq);
  return state === undefined ? refused(problem("not-found")) : ok({ state });
}
