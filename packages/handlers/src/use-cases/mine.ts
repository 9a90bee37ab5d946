import type { DossierState } from "@motcua/dossier";
import type { Caller } from "../handlers.ts";
import type { Ports } from "../ports/index.ts";

/** The dossiers submitted from the caller's account, newest first. */
export async function mine(ports: Ports, caller: Caller): Promise<readonly DossierState[]> {
  const codes = await ports.work.ofAccount(caller.sub);
  const stored = await Promise.all(codes.map((code) => ports.dossiers.load(code)));
  return stored.flatMap((each) => (each === undefined ? [] : [each.state]));
}
