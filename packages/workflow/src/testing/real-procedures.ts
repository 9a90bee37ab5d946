import { fileURLToPath } from "node:url";
import type { Procedure } from "@motcua/procedure";
import { loadCatalogue } from "@motcua/procedure/compile";

/** The procedures of the repository's own `schemas` folder, by code. */
export async function realProcedures(): Promise<ReadonlyMap<string, Procedure>> {
  const { procedures } = await loadCatalogue(fileURLToPath(new URL("../../../../schemas", import.meta.url)));
  return new Map(procedures.map(({ procedure }) => [procedure.code, procedure]));
}
