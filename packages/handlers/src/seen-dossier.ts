import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { dutiesOf } from "./duties.ts";
import type { Caller } from "./handlers.ts";
import type { StoredDossier } from "./ports/dossier-store.ts";
import type { Ports } from "./ports/index.ts";
import { problem } from "./problem-table.ts";
import type { Person } from "./rights.ts";
import { maySee } from "./rights.ts";

/** A dossier and the person looking at it. */
export interface SeenDossier {
  readonly person: Person;
  readonly stored: StoredDossier;
}

/** Loads a dossier for somebody who may see it; unknown and foreign answer alike. */
export async function seenDossier(ports: Ports, caller: Caller, code: string): Promise<Result<SeenDossier>> {
  const [stored, memberships] = await Promise.all([ports.dossiers.load(code), dutiesOf(ports, caller.sub)]);
  const person = { sub: caller.sub, memberships };
  return stored !== undefined && maySee(person, stored.state) ? ok({ person, stored }) : refused(problem("not-found"));
}
