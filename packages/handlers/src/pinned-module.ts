import type { ProcedureModule } from "@motcua/procedure";
import type { Ports } from "./ports/index.ts";
import { TerminalError } from "./terminal-error.ts";

/**
 * The version a dossier is pinned to, for ever.
 * @throws TerminalError when this deployment lost it: released versions must stay in the asset.
 */
export async function pinnedModule(ports: Ports, pinned: { readonly procedure: string; readonly version: string }): Promise<ProcedureModule> {
  const module = await ports.catalogue.load(pinned.procedure, pinned.version);
  if (module === undefined) throw new TerminalError(`version ${pinned.version} of procedure ${pinned.procedure} is not in this deployment`);
  return module;
}
