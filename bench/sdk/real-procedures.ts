import { fileURLToPath } from "node:url";
import type { Procedure, Sample } from "@motcua/procedure";
import { loadCatalogue } from "@motcua/procedure/compile";

/** A real procedure with its samples. */
export interface Sampled {
  readonly procedure: Procedure;
  readonly samples: readonly Sample[];
}

const root = new URL("../../", import.meta.url);

/** The procedures of this repository. */
export async function realProcedures(): Promise<readonly Sampled[]> {
  const { procedures } = await loadCatalogue(fileURLToPath(new URL("schemas", root)));
  return procedures.map(({ procedure, samples }) => ({ procedure, samples }));
}
